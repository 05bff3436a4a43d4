import { posix } from "node:path";
import type { Files } from "./files.ts";
import { git } from "./git-call.ts";
import { workTreeOf } from "./work-tree.ts";

/**
 * The revision of a folder of sources: the last commit that touched it, shortened, and whether its files have changed
 * since. Undefined outside of git, and where no commit has it.
 */
export function revisionOf(files: Files, folder: string): string | undefined {
  const top = workTreeOf(files, folder);
  const real = files.realPath(folder);
  if (top === undefined || real === undefined) return undefined;
  const path = posix.relative(top, real) || ".";
  const commit = git(top, ["log", "-1", "--format=%h", "HEAD", "--", path]).output.toString().trim();
  if (commit === "") return undefined;
  const changed = git(top, ["status", "--porcelain", "--ignore-submodules=dirty", "--", path]).output;
  return changed.length === 0 ? commit : `${commit}, changed since`;
}
