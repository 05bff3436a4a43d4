import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import { directivesIn } from "./documents.ts";
import { fileArgument } from "./literalinclude.ts";
import type { Document } from "./model.ts";
import type { Notice } from "./notice.ts";
import { joinPath, parentOf, resolveFromDocument } from "./sources.ts";

/**
 * Images and figures whose file is not there (Sphinx, `ImageCollector`); each leaves a notice for
 * `rst-reference-unknown`. Addresses on the net, and patterns such as `graph.*` of which any
 * file will do, are other people's and Sphinx's business.
 */
export function missingImages(
  files: Files,
  { root, documents }: { readonly root: string; readonly documents: readonly Document[] },
): Notice[] {
  const real = files.realPath(root) ?? root;
  return documents.flatMap(({ file, blocks }) =>
    [...directivesIn(blocks)].flatMap((directive): Notice[] => {
      if (directive.name !== "image" && directive.name !== "figure") return [];
      const { path, span } = fileArgument(directive);
      if (path === "" || /^[a-z]+:|\*$/i.test(path)) return [];
      const named = joinPath(real, posix.relative(root, resolveFromDocument(root, file.path, path)));
      // What the name leads out of is not looked at, as with all other files.
      if (!named.startsWith(`${parentOf(real)}/`) || files.status(named) !== undefined) return [];
      return [{ rule: "rst-reference-unknown", span, detail: { path } }];
    }),
  );
}
