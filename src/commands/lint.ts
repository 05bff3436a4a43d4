import type { Files } from "../files/files.ts";
import { type Check, type CheckFlags, checkOnce, checkTree } from "./check.ts";
import type { Terminal } from "./terminal.ts";
import { watchTree } from "./watch.ts";

/** `apiref lint`: every check, no specification. Gives the exit code. */
export async function lint(files: Files, terminal: Terminal, flags: CheckFlags): Promise<number> {
  const check: Check = async (tree, run) => ({
    project: await checkTree(tree, terminal, flags, run),
    texts: new Map(),
  });
  return (flags.watch ? watchTree : checkOnce)(files, terminal, flags, check);
}
