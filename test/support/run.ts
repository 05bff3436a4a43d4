import type { Terminal } from "../../src/commands/terminal.ts";
import type { Files } from "../../src/files/files.ts";
import { main } from "../../src/main.ts";

/** What a run of the program left behind. */
export interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line with captured output. Times are 0, there is no terminal unless the test makes one. */
export async function run(
  files: Files,
  argv: readonly string[],
  surroundings: Partial<Terminal> = {},
): Promise<Run> {
  let out = "";
  let err = "";
  const exitCode = await main(
    argv,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      outIsTerminal: false,
      errIsTerminal: false,
      columns: undefined,
      workingDirectory: "/project",
      environment: {},
      now: () => 0,
      interrupted: () => new Promise(() => {}),
      open: async () => false,
      ...surroundings,
    },
    files,
  );
  return { exitCode, out, err };
}
