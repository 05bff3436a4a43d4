import { UsageError } from "../usage-error.ts";
import { builtin } from "./builtin.ts";
import { type FileDiff, readGitDiff } from "./git-diff.ts";

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
 * anywhere. The only place that runs another program.
 */
export function gitChanges(directory: string, revision: string): GitChanges {
  const top = git(directory, ["rev-parse", "--show-toplevel"]);
  if (top.failure !== undefined)
    throw new UsageError(`\`--changed-since\` needs a git work tree: ${top.failure}.`);
  const commit = git(directory, ["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`]);
  if (commit.failure !== undefined)
    throw new UsageError(
      `git knows no revision \`${revision}\`. Name a commit, branch or tag that was fetched.`,
    );

  const path = top.output.trimEnd();
  const diff = git(path, [...DIFF, commit.output.trim(), "--"]);
  const others = git(path, ["ls-files", "--others", "--exclude-standard", "-z"]);
  const failure = diff.failure ?? others.failure;
  if (failure !== undefined) throw new UsageError(`git cannot compare with \`${revision}\`: ${failure}.`);
  const untracked = others.output.split("\0").filter((name) => name !== "");
  return { top: path, diffs: readGitDiff(diff.output), untracked };
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
];

/** What git printed, and the first line of what it complained of where it failed. */
function git(directory: string, args: readonly string[]): { output: string; failure: string | undefined } {
  const { spawnSync } = builtin("node:child_process") as typeof import("node:child_process");
  const { status, stdout, stderr, error } = spawnSync("git", ["--no-optional-locks", ...args], {
    cwd: directory,
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return {
      output: "",
      failure: missing ? "git was not found, or the directory is not on the disk" : error.message,
    };
  }
  if (status === 0) return { output: stdout, failure: undefined };
  const [complaint = ""] = stderr.split("\n");
  return { output: "", failure: complaint.replace(/^(?:fatal|error): /, "").replace(/\.$/, "") };
}
