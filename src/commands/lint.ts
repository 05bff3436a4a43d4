import type { Files } from "../files/files.ts";
import { type CheckFlags, checkOnce, checkTree } from "./check.ts";
import type { Terminal } from "./terminal.ts";
import { watchTree } from "./watch.ts";

/** `apiref lint`: every check, no specification. Gives the exit code. */
export async function lint(files: Files, terminal: Terminal, flags: CheckFlags): Promise<number> {
  const go = flags.watch ? watchTree : checkOnce;
  return go(files, terminal, flags, async (files, run) => ({
    project: await checkTree(files, terminal, flags, run),
    texts: new Map(),
  }));
}
