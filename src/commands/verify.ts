import type { Files } from "../files/files.ts";
import { runProject } from "../project.ts";
import { UsageError } from "../usage-error.ts";
import { type CheckFlags, checkTree, conclude } from "./check.ts";
import type { Terminal } from "./terminal.ts";

/** The options of `apiref verify`. */
export interface VerifyFlags extends CheckFlags {
  /** Files of evidence. */
  readonly against?: readonly string[] | undefined;
}

/** `apiref verify`: the documentation against evidence of what the service does. Gives the exit code. */
export async function verify(files: Files, terminal: Terminal, flags: VerifyFlags): Promise<0 | 1> {
  requireEvidence(flags);
  const startedAt = terminal.now();
  const project = await checkTree(files, terminal, flags, runProject);
  return conclude(files, terminal, flags, { project, texts: new Map() }, startedAt);
}

/** Refuses to hold the documentation against nothing. */
export function requireEvidence({ against }: Pick<VerifyFlags, "against">): void {
  if (against === undefined)
    throw new UsageError(
      "Name what to hold the documentation against: `--against openapi.yaml`, or `--against traffic.har`.",
    );
}
