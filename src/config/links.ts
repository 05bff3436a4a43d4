import { posix } from "node:path";
import { boundaryOf } from "../apiref/sources.ts";
import type { Files } from "../files/files.ts";
import { isInside, workTreeLeftBy } from "../files/work-tree.ts";
import { UsageError } from "../usage-error.ts";

/** Refuses a path that was named, where a link in a git work tree leads out of it. */
export function refuseLinkOut(files: Files, path: string, shown: string): void {
  const top = workTreeLeftBy(files, path);
  if (top === undefined) return;
  throw new UsageError(
    `${shown} leads by a link out of the work tree ${top}. Name what the link points to, or put it there in the link's place.`,
  );
}

/**
 * Refuses a path that was not named, but found in a folder or made from what a file in it says, where it is neither in the
 * git work tree of one of the folders nor, without git, in that folder itself.
 */
export function refuseOutside(
  files: Files,
  path: string,
  { folders, shown }: { readonly folders: readonly string[]; readonly shown: string },
): void {
  refuseLinkOut(files, path, shown);
  const real = realPathOf(files, path);
  if (folders.some((folder) => isInside(real, boundaryOf(files, folder)))) return;
  throw new UsageError(
    `${shown} lies outside ${boundaryOf(files, folders[0]!)}. Move it there, or name it on the command line.`,
  );
}

/** The path with the links in it resolved, also where its last parts are not there yet. */
function realPathOf(files: Files, path: string): string {
  const real = files.realPath(path);
  if (real !== undefined || path === "/") return real ?? path;
  return posix.join(realPathOf(files, posix.dirname(path)), posix.basename(path));
}
