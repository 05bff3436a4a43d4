import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import { stagedFiles } from "../files/staged.ts";
import type { Terminal } from "./terminal.ts";

/**
 * What a hook of pre-commit compares with; undefined for nothing, where it checks everything:
 *
 * - `--from-ref A --to-ref B`, also before a push: with A, which pre-commit tells in the environment
 *   (https://pre-commit.com/#pre-commit-during-push);
 * - a commit: with `HEAD`, as pre-commit shows the index for the work tree;
 * - `--all-files`, of which pre-commit tells nothing: the names it gives are not only those of staged files.
 *
 * @param names the files that pre-commit names, relative to the working directory
 */
export function comparedRevision(
  files: Files,
  terminal: Pick<Terminal, "environment" | "workingDirectory">,
  names: readonly string[],
): string | undefined {
  const { PRE_COMMIT_FROM_REF: from } = terminal.environment;
  if (from !== undefined && from !== "") return from;
  const directory = files.realPath(terminal.workingDirectory) ?? terminal.workingDirectory;
  const staged = stagedFiles(files, directory);
  if (staged === undefined || staged.size === 0) return undefined;
  return names.every((name) => staged.has(posix.join(directory, name))) ? "HEAD" : undefined;
}
