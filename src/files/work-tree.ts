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

/** Whether a path, links resolved, is below a folder, and not in git's own: that may hold the credentials of a CI job. */
export function isInside(path: string, folder: string): boolean {
  const prefix = folder === "/" ? "/" : `${folder}/`;
  return path.startsWith(prefix) && !path.slice(prefix.length).split("/").includes(".git");
}

/**
 * The git work tree that a path leads out of by a link that lies in it; undefined where it leads out of none. Who changes a
 * work tree makes the links in it: what is reached by them belongs to others, though the path is below the work tree by its
 * name. Links elsewhere are made by the owner of the machine.
 */
export function workTreeLeftBy(files: Files, path: string): string | undefined {
  let at = "/";
  for (const name of path.split("/").filter((part) => part !== "")) {
    const parent = files.realPath(at);
    at = posix.join(at, name);
    const real = files.realPath(at);
    if (parent === undefined || real === undefined) return undefined;
    if (real === posix.join(parent, name)) continue;
    const top = workTreeOf(files, parent);
    if (top !== undefined && real !== top && !isInside(real, top)) return top;
  }
  return undefined;
}
