import { posix } from "node:path";
import type { Files } from "./files.ts";

/**
 * The top of the git work tree that holds a directory: the nearest folder, links resolved, that has a `.git`. Undefined
 * where there is none. git itself is not asked: it would also take a folder for a repository that a change has only
 * shaped like one.
 */
export function workTreeOf(files: Files, directory: string): string | undefined {
  for (let at = files.realPath(directory) ?? directory; ; at = posix.dirname(at)) {
    if (files.status(posix.join(at, ".git")) !== undefined) return at;
    if (at === posix.dirname(at)) return undefined;
  }
}
