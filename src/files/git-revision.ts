import { posix } from "node:path";
import type { Files } from "./files.ts";
import { git } from "./git-call.ts";
import { workTreeOf } from "./work-tree.ts";

/**
 * The revision of a folder of sources, to stand in what is made of them: the last commit that touched it, shortened, and
 * whether its files have changed since. Undefined outside of git, and where no commit has it; also where git keeps what is
 * made beside the sources, for no commit can name itself, and the one that holds both says what belongs together.
 *
 * @param made the absolute path of the file that is made, which need not be there; undefined where none is
 */
export function revisionOf(files: Files, folder: string, made?: string): string | undefined {
  const top = workTreeOf(files, folder);
  const real = files.realPath(folder);
  if (top === undefined || real === undefined) return undefined;
  const path = posix.relative(top, real);
  // The same length in each clone, however many objects it has.
  const commit = git(top, ["log", "-1", "--abbrev=12", "--format=%h", "HEAD", "--", literal(path)]);
  const name = commit.output.toString().trim();
  if (name === "" || (made !== undefined && isKept(files, top, made))) return undefined;
  const changed = git(top, [
    "status",
    "--porcelain",
    "--ignore-submodules=dirty",
    "--",
    literal(path),
  ]).output;
  return changed.length === 0 ? name : `${name}, changed since`;
}

/** Whether git keeps a file of the work tree. */
function isKept(files: Files, top: string, path: string): boolean {
  const directory = files.realPath(posix.dirname(path));
  if (directory === undefined) return false;
  const inside = posix.relative(top, posix.join(directory, posix.basename(path)));
  if (inside.startsWith("../")) return false;
  return git(top, ["ls-files", "--cached", "--", literal(inside)]).output.length > 0;
}

/** A path below the top of which nothing is a pattern (gitglossary, "pathspec"); all where it is empty. */
function literal(path: string): string {
  return `:(top,literal)${path}`;
}
