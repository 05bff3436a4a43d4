import { UsageError } from "../usage-error.ts";
import type { Files } from "./files.ts";
import { git } from "./git-call.ts";
import { type FileDiff, readGitDiff } from "./git-diff.ts";
import { workTreeOf } from "./work-tree.ts";

/** How the files of a work tree differ from a revision. */
export interface GitChanges {
  /** The top of the work tree, absolute. */
  readonly top: string;
  readonly diffs: readonly FileDiff[];
  /** New files that git does not know yet; those that it is told to ignore are not among them. */
  readonly untracked: readonly string[];
}

/**
 * Asks git how the work tree that holds a directory differs from a revision: the whole of it, because samples may lie
 * anywhere.
 */
export function gitChanges(files: Files, directory: string, revision: string): GitChanges {
  const top = workTreeOf(files, directory);
  if (top === undefined)
    throw new UsageError(`\`--changed-since\` needs a git work tree, and ${directory} is in none.`);
  const inside = git(top, ["rev-parse", "--is-inside-work-tree"]);
  if (inside.failure !== undefined)
    throw new UsageError(`\`--changed-since\` needs a git work tree: ${inside.failure}.`);
  const commit = git(top, ["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`]);
  if (commit.failure !== undefined)
    throw new UsageError(
      `git knows no revision \`${revision}\`. Name a commit, branch or tag that was fetched.`,
    );

  const diff = git(top, [...DIFF, commit.output.toString().trim(), "--"]);
  const others = git(top, ["ls-files", "--others", "--exclude-standard", "-z"]);
  const failure = diff.failure ?? others.failure;
  if (failure !== undefined) throw new UsageError(`git cannot compare with \`${revision}\`: ${failure}.`);
  const untracked = others.output
    .toString()
    .split("\0")
    .filter((name) => name !== "");
  return { top, diffs: readGitDiff(diff.output.toString()), untracked };
}

/** Says all that people's configuration could set otherwise. */
const DIFF = [
  "-c",
  "core.quotePath=true",
  "diff",
  "--unified=0",
  "--inter-hunk-context=0",
  "--find-renames",
  "--src-prefix=a/",
  "--dst-prefix=b/",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--submodule=short",
  "--ignore-submodules=dirty",
];
