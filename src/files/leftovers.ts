import { readdirSync, rmSync, statSync } from "node:fs";
import { posix } from "node:path";
import { attempt } from "./system-error.ts";

/** The names that files have on the way to their place; `.new` holds a new text, `.old` is what was there before. */
export function temporaryName(ending: "new" | "old"): string {
  return `.apiref-${process.pid}-${Math.random().toString(36).slice(2)}.${ending}`;
}

/** In milliseconds; no run takes as long as that between writing a file and putting it in its place. */
const LONG_AGO = 3_600_000;

/**
 * Removes what a program that was killed while it wrote has left in a directory. What one that still runs is about to put
 * in place stays.
 */
export function removeLeftovers(directory: string): void {
  for (const name of attempt(() => readdirSync(directory)) ?? []) {
    const owner = /^\.apiref-(\d+)-[0-9a-z]+\.(?:new|old)$/.exec(name)?.[1];
    if (owner === undefined) continue;
    const path = posix.join(directory, name);
    if (!runs(Number(owner)) || isOld(path)) attempt(() => rmSync(path));
  }
}

/** Whether another process has that number. This one has left nothing yet. */
function runs(owner: number): boolean {
  if (owner === process.pid) return false;
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isOld(path: string): boolean {
  const stats = attempt(() => statSync(path));
  return stats !== undefined && Date.now() - stats.ctimeMs > LONG_AGO;
}
