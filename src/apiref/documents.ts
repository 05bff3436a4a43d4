import type { Files } from "../files/files.ts";
import { isInside } from "../files/work-tree.ts";
import { optionValue } from "../rst/directive.ts";
import type { DirectiveName } from "../rst/directives.ts";
import type { Block, Directive } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { append } from "../text/append.ts";
import { sphinxPattern } from "../text/glob.ts";
import { UsageError } from "../usage-error.ts";
import { boundaryOf, joinPath, parentOf } from "./sources.ts";

/** More files than any api-ref has: a folder that is none (a home directory, say) is not walked to its end. */
const MOST_FILES = 50_000;

/** The Sphinx documents below a source folder. */
export interface DocumentNames {
  /** Sorted; `v3/index`. */
  readonly names: readonly string[];
  /** The parts that documents may include, sorted, relative to the source folder; `v3/widgets.inc`. */
  readonly parts: readonly string[];
  /** Links to folders outside the repository, relative to the source folder; what they lead to is not looked at. */
  readonly outside: readonly string[];
}

/**
 * The names of all Sphinx documents below a source folder; folders that begin with `.` or `_` are Sphinx's own or a
 * tool's. Throws a `UsageError` where there are more files than any api-ref has: some would otherwise be left out.
 */
export function documentNames(files: Files, root: string): DocumentNames {
  const boundary = boundaryOf(files, root);
  const found: string[] = [];
  const parts: string[] = [];
  const outside: string[] = [];
  const seen = new Set<string>();
  let budget = MOST_FILES;
  const walk = (directory: string, prefix: string) => {
    // A link back to an enclosing folder would make an endless path.
    const real = files.realPath(directory);
    if (real === undefined || seen.has(real)) return;
    seen.add(real);
    if (real !== boundary && !isInside(real, boundary)) {
      outside.push(prefix.slice(0, -1));
      return;
    }
    for (const name of files.list(directory)) {
      if (name.startsWith(".") || name.startsWith("_")) continue;
      if (budget-- <= 0)
        throw new UsageError(
          `${root} has more than ${MOST_FILES} files, so not all of them were looked at. Name the source folder of an os-api-ref tree, and keep what does not belong to it elsewhere.`,
        );
      if (name.endsWith(".rst")) {
        found.push(prefix + name.slice(0, -".rst".length));
        continue;
      }
      if (name.endsWith(".inc")) {
        parts.push(prefix + name);
        continue;
      }
      const path = joinPath(directory, name);
      if (!name.includes(".") || files.status(path)?.kind === "directory") {
        if (files.status(path)?.kind === "directory") walk(path, `${prefix}${name}/`);
      }
    }
  };
  walk(root, "");
  return { names: found.sort(), parts: parts.sort(), outside };
}

/**
 * The documents that a document's toctrees name, in order (Sphinx, `TocTree`): names relative to the document's
 * folder, `/` for the source root, `Title <name>`, and patterns with `:glob:`, which give sorted names.
 */
export function toctreeEntries(
  blocks: readonly Block[],
  document: string,
  names: readonly string[],
): string[] {
  const found: string[] = [];
  for (const directive of directivesIn(blocks)) {
    if (directive.name !== "toctree") continue;
    const glob = optionValue(directive.options, "glob") !== undefined;
    for (const line of directive.content) {
      const text = line.text.trim();
      if (text === "" || text.startsWith(":")) continue;
      const entry = (/<([^<>]+)>$/.exec(text)?.[1] ?? text).replace(/\.rst$/, "");
      const folder = parentOf(`/${document}`);
      const name = joinPath(entry.startsWith("/") ? "/" : folder, entry.replace(/^\/+/, "")).slice(1);
      if (glob && /[*?[]/.test(name)) {
        const matches = sphinxPattern(name);
        append(
          found,
          names.filter((one) => one !== document && matches(one)),
        );
      } else found.push(name);
    }
  }
  return found;
}

/** Every directive of a tree, however deep, in reading order. */
export const directivesIn = gathered((block): readonly Directive[] =>
  block.kind === "directive" ? [block] : NOTHING,
);

export function isDirective(block: Block, name: DirectiveName): block is Directive {
  return block.kind === "directive" && block.name === name;
}
