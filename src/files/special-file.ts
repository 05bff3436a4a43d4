import { closeSync, constants, openSync, type Stats, writeSync } from "node:fs";

/** The number of a file that this process has open, where a path is a name of it, as `/dev/stdout` or bash's `>(…)`. */
export function descriptorOf(path: string): number | undefined {
  if (path === "/dev/stdout") return 1;
  if (path === "/dev/stderr") return 2;
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Whether a file is one that takes what is written to it, and must not be replaced: a terminal, `/dev/null`, a pipe. */
export function isStream(stats: Stats): boolean {
  return stats.isCharacterDevice() || stats.isFIFO();
}

/**
 * Writes a text to a stream under its path, or to one that is open already, under its number. A reader that has gone is no
 * failure, as with standard output.
 */
export function writeToStream(target: string | number, text: string): void {
  if (typeof target === "number") {
    writeAll(target, text);
    return;
  }
  // Opening a pipe waits for a reader. This one does not, and fails where there is none.
  const probe = openSync(target, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    const file = openSync(target, constants.O_WRONLY);
    try {
      writeAll(file, text);
    } finally {
      closeSync(file);
    }
  } finally {
    closeSync(probe);
  }
}

/** In milliseconds. */
const MOMENT = 5;

function writeAll(file: number, text: string): void {
  let left: Uint8Array = new TextEncoder().encode(text);
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(file, left));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") return;
      // A pipe that does not wait is full.
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, MOMENT);
    }
  }
}
