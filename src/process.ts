import { diskFiles } from "./files/disk.ts";
import { main } from "./main.ts";
import type { RedoclyThread } from "./openapi/redocly-thread.ts";

/** Runs the command that the process was started with, and sets its exit code. */
export async function runProcess(redocly?: RedoclyThread): Promise<void> {
  // `apiref lint | head` closes the pipe early; that is no failure.
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });

  process.exitCode = await main(
    process.argv.slice(2),
    {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      outIsTerminal: process.stdout.isTTY === true,
      errIsTerminal: process.stderr.isTTY === true,
      columns: process.stdout.columns,
      workingDirectory: process.cwd().replaceAll("\\", "/"),
      environment: process.env,
      // `performance` takes longer to load
      now: () => Number(process.hrtime.bigint()) / 1e6,
      interrupted: () =>
        new Promise((resolve) => {
          for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
        }),
    },
    diskFiles(),
    redocly,
  );
}
