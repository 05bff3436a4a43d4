import type { Worker } from "node:worker_threads";
import { diskFiles } from "./files/disk.ts";
import type { Files } from "./files/files.ts";
import { reason } from "./files/system-error.ts";
import { main } from "./main.ts";
import { startRedocly } from "./redocly/thread.ts";
import { openInBrowser } from "./system-browser.ts";

/** Signals that ask a program to end. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs the command that the process was started with, and sets its exit code.
 *
 * @param worker the thread of Redocly, if one was started
 */
export async function runProcess(worker?: Worker): Promise<void> {
  const output = watchOutput();
  const exitCode = await main(
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
          for (const signal of SIGNALS) process.once(signal, () => resolve());
          output.whenGone(resolve);
        }),
      open: openInBrowser,
    },
    uninterrupted(diskFiles()),
    worker && startRedocly(worker),
  );
  process.exitCode = output.isBroken() ? 2 : exitCode;
}

/**
 * Looks after standard output and standard error. `apiref lint | head` closes the pipe early; that is no failure. Output
 * that cannot be written, as on a full disk, is one, and is said in a line.
 */
function watchOutput() {
  let isBroken = false;
  let isGone = false;
  let tell = () => {};
  const gone = (): void => {
    isGone = true;
    tell();
  };
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (!isGone && error.code !== "EPIPE") {
      isBroken = true;
      process.exitCode = 2;
      process.stderr.write(
        `apiref: Cannot write to standard output (${reason(error)}). Send it to a place that takes it.\n`,
      );
    }
    gone();
  });
  // There is no place left to say it.
  process.stderr.on("error", gone);
  return {
    isBroken: () => isBroken,
    /** Calls back when nobody can read any more what is printed. */
    whenGone(callback: () => void) {
      tell = callback;
      if (isGone) callback();
    },
  };
}

/**
 * Files that are written to the end: a signal that asks the program to end meanwhile is obeyed when all are in their places.
 * What is at work until then cannot see it; where a command waits for signals by itself, that will.
 */
function uninterrupted(files: Files): Files {
  return {
    ...files,
    writeAll(contents) {
      for (const signal of SIGNALS)
        if (process.listenerCount(signal) === 0)
          process.once(signal, () => process.kill(process.pid, signal));
      files.writeAll(contents);
    },
  };
}
