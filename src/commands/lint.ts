import type { Files } from "../files/files.ts";
import { type CheckFlags, checkTree, conclude } from "./check.ts";
import type { Terminal } from "./terminal.ts";

/** `apiref lint`: every check, no specification. Gives the exit code. */
export async function lint(files: Files, terminal: Terminal, flags: CheckFlags): Promise<number> {
  const startedAt = terminal.now();
  const project = await checkTree(files, terminal, flags);
  return conclude(files, terminal, flags, project, { texts: new Map(), startedAt });
}
