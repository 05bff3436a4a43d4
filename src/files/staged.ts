import { posix } from "node:path";
import type { Files } from "./files.ts";
import { git } from "./git-call.ts";
import { workTreeOf } from "./work-tree.ts";

/**
 * The files of which git's index has another state than `HEAD`, those that are removed included, absolute. Undefined where
 * there is nothing to compare: no work tree, no commit yet, no git.
 */
export function stagedFiles(files: Files, directory: string): ReadonlySet<string> | undefined {
  const top = workTreeOf(files, directory);
  if (top === undefined) return undefined;
  const { output, failure } = git(top, STAGED);
  if (failure !== undefined) return undefined;
  const names = output.toString().split("\0").slice(0, -1);
  return new Set(names.map((name) => posix.join(top, name)));
}

const STAGED = [
  "diff",
  "--cached",
  "--name-only",
  "-z",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--ignore-submodules=dirty",
  "HEAD",
  "--",
];
