import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import { isInside, workTreeOf } from "../files/work-tree.ts";
import { UsageError } from "../usage-error.ts";
import { refuseLinkOut } from "./links.ts";

/** The tree that is read where none is named. */
export const DEFAULT_SOURCE = "input";

/**
 * The Sphinx source folder that SOURCE names: the folder itself where it holds `index.rst`, else the one at
 * `api-ref/source` below it.
 */
export function findRoot(files: Files, workingDirectory: string, source: string): string {
  if (source === "") throw new UsageError("SOURCE is empty. Name the folder that holds index.rst.");
  const folder = posix.resolve(workingDirectory, source);
  const status = files.status(folder);
  if (status === undefined)
    throw new UsageError(`There is no ${source}. Name the folder that holds index.rst.`);
  if (status.kind !== "directory")
    throw new UsageError(`${source} is no folder. Name the folder that holds index.rst.`);
  for (const root of [folder, posix.join(folder, "api-ref/source")])
    if (files.status(posix.join(root, "index.rst"))?.kind === "file") {
      refuseLinkOut(files, root, posix.relative(workingDirectory, root) || ".");
      refuseForeignSource(files, root);
      return root;
    }
  throw new UsageError(
    `${source} is no api-ref tree: it has neither index.rst nor api-ref/source/index.rst. Name the folder that holds index.rst.`,
  );
}

/** Without git a tree is the folder that holds `api-ref/source`, and a link in it is as good as one in a work tree. */
function refuseForeignSource(files: Files, root: string): void {
  const holder = root.endsWith("/api-ref/source") ? posix.join(root, "../..") : root;
  const [real, boundary] = [files.realPath(root) ?? root, files.realPath(holder) ?? holder];
  if (real === boundary || isInside(real, boundary) || workTreeOf(files, holder) !== undefined) return;
  throw new UsageError(
    `${holder} has its api-ref/source elsewhere, by a link. Name the folder that the link points to.`,
  );
}
