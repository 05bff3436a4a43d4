import { UsageError } from "../usage-error.ts";
import type { Files } from "./files.ts";
import { git } from "./git-call.ts";
import { workTreeOf } from "./work-tree.ts";

/** The state that a change started from. */
export interface GitBase {
  /** The top of the work tree, absolute, links resolved. */
  readonly top: string;
  /** The name of the commit. */
  readonly commit: string;
}

/**
 * The commit from which a revision and `HEAD` parted, of the work tree that holds a directory. `A...B` and `A..B` stand for
 * where A and B parted. What is not there throws a `UsageError` with the command that mends it: a comparison with
 * something else would read as clean.
 */
export function gitBase(files: Files, directory: string, revision: string): GitBase {
  const top = workTreeOf(files, directory);
  if (top === undefined)
    throw new UsageError(`\`--changed-since\` needs a git work tree, and ${directory} is in none.`);
  const inside = git(top, ["rev-parse", "--is-inside-work-tree"]);
  if (inside.failure !== undefined)
    throw new UsageError(`\`--changed-since\` needs a git work tree: ${inside.failure}.`);

  const [, from = revision, to = ""] = /^(.*?)\.{2,3}(.*)$/.exec(revision) ?? [];
  const commits = [from, to].map((name) => commitOf(top, name === "" ? "HEAD" : name));
  const found = git(top, ["merge-base", ...commits]);
  const commit = found.output.toString().trim();
  if (commit !== "") return { top, commit };
  const names = `\`${from || "HEAD"}\` and \`${to || "HEAD"}\``;
  if (isShallow(top))
    throw new UsageError(
      `This clone is shallow and lacks the commit from which ${names} parted. Run \`git fetch --unshallow\`.`,
    );
  throw new UsageError(
    `${names} have no commit in common. Name a revision that HEAD comes from, such as \`HEAD~1\`.`,
  );
}

/** The name of a commit that a person names. */
function commitOf(top: string, name: string): string {
  const { output, failure } = git(top, ["rev-parse", "--verify", "--end-of-options", `${name}^{commit}`]);
  if (failure === undefined) return output.toString().trim();
  if (git(top, ["rev-parse", "--verify", "HEAD^{commit}"]).failure !== undefined)
    throw new UsageError(
      "`--changed-since` compares with a commit, and this repository has none. Run `git commit` first, or leave the option out.",
    );
  throw new UsageError(`git knows no revision \`${name}\`. ${remedy(top, name)}`);
}

/** How to come by a revision that the clone lacks. */
function remedy(top: string, name: string): string {
  const remotes = git(top, ["remote"]).output.toString().split("\n");
  const [, remote = "", branch = ""] = /^([^/]+)\/(\S+)$/.exec(name) ?? [];
  const unshallow = isShallow(top) ? " --unshallow" : "";
  if (remotes.includes(remote) && /^[\w./-]+$/.test(branch))
    return `Run \`git fetch${unshallow} ${remote} ${branch}:refs/remotes/${name}\`.`;
  if (unshallow !== "") return "This clone is shallow. Run `git fetch --unshallow --tags`.";
  return "Name a commit, branch or tag that is here, or fetch it first: `git fetch --all --tags`.";
}

function isShallow(top: string): boolean {
  return git(top, ["rev-parse", "--is-shallow-repository"]).output.toString().trim() === "true";
}
