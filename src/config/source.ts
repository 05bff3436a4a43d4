import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import { isInside, workTreeOf } from "../files/work-tree.ts";
import { UsageError } from "../usage-error.ts";
import { refuseLinkOut } from "./links.ts";

/** Where a source folder lies in the folder that people name or stand in. */
const USUAL = ["api-ref/source", "source"];

/** And where it lies below the working directory in a project that is about one tree. */
const INPUT = "input";

/** A SOURCE and the Sphinx source folder that it stands for. */
export interface FoundSource {
  /** The folder that was named, or found, absolute. */
  readonly named: string;
  readonly root: string;
}

/**
 * The Sphinx source folder that SOURCE names: the folder itself where it holds `index.rst`, else the one at
 * `api-ref/source` or `source` below it. Without SOURCE it is looked for.
 */
export function findRoot(files: Files, workingDirectory: string, source: string | undefined): FoundSource {
  if (source === undefined) return lookFor(files, workingDirectory);
  if (source === "") throw new UsageError("SOURCE is empty. Name the folder that holds index.rst.");
  const folder = posix.resolve(workingDirectory, source);
  const status = files.status(folder);
  if (status === undefined)
    throw new UsageError(`There is no ${source}. Name the folder that holds index.rst.`);
  if (status.kind !== "directory")
    throw new UsageError(`${source} is not a folder. Name the folder that holds index.rst.`);
  const root = [folder, ...USUAL.map((name) => posix.join(folder, name))].find((one) => isSource(files, one));
  if (root === undefined)
    throw new UsageError(
      `${source} is not an api-ref tree: it has no index.rst, and none at api-ref/source or source. ${whichHolds(files, workingDirectory, folder)}`,
    );
  return { named: folder, root: accepted(files, workingDirectory, root) };
}

/** What to name instead: references with a page for each version of an API have an `index.rst` a folder further down. */
function whichHolds(files: Files, workingDirectory: string, folder: string): string {
  const places = [folder, ...USUAL.map((name) => posix.join(folder, name))];
  const below = places.flatMap((at) => files.list(at).map((name) => posix.join(at, name)));
  const found = below.filter((one) => isSource(files, one));
  const names = found.map((one) => posix.relative(workingDirectory, one) || ".");
  return names.length === 0 ? "Name the folder that holds index.rst." : `Name ${names.join(" or ")}.`;
}

/**
 * The tree round or below the working directory: upwards to the top of the git work tree, the first folder that has one. Where
 * several stand side by side, people have to choose.
 */
function lookFor(files: Files, workingDirectory: string): FoundSource {
  const top = workTreeOf(files, workingDirectory);
  for (let at = workingDirectory; ; at = posix.dirname(at)) {
    const below = [...USUAL, ...(at === workingDirectory ? [INPUT] : [])].map((name) => posix.join(at, name));
    const found = below.filter((one) => isSource(files, one));
    if (found.length > 1) {
      const names = found.map((one) => posix.relative(workingDirectory, one));
      throw new UsageError(`Here are several source folders: ${names.join(", ")}. Name the one to read.`);
    }
    if (found[0] !== undefined) return { named: at, root: accepted(files, workingDirectory, found[0]) };
    if (isSource(files, at) && !isSource(files, posix.dirname(at)))
      return { named: at, root: accepted(files, workingDirectory, at) };
    const isTop = top === undefined || (files.realPath(at) ?? at) === top;
    if (isTop || at === posix.dirname(at))
      throw new UsageError(
        `Found no api-ref tree: neither here nor above is there an index.rst at api-ref/source or source. Name the folder that holds index.rst.`,
      );
  }
}

function isSource(files: Files, folder: string): boolean {
  return files.status(posix.join(folder, "index.rst"))?.kind === "file";
}

function accepted(files: Files, workingDirectory: string, root: string): string {
  refuseLinkOut(files, root, posix.relative(workingDirectory, root) || ".");
  refuseForeignSource(files, root);
  return root;
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
