import type { Files } from "../files/files.ts";
import { type CheckFlags, checkTree, conclude } from "./check.ts";
import type { Console } from "./console.ts";

/** `apiref lint`: every check, no specification. Gives the exit code. */
export async function lint(files: Files, console: Console, flags: CheckFlags): Promise<number> {
  const startedAt = console.now();
  const project = await checkTree(files, console, flags);
  return conclude(console, flags, project, { written: [], startedAt });
}
