import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  watch,
  writeFileSync,
} from "node:fs";
import { posix } from "node:path";
import { UsageError } from "../usage-error.ts";
import type { Files } from "./files.ts";

/** The real file system; the only place of this program that touches it. */
export function diskFiles(): Files {
  return {
    status(path) {
      // A name that the system refuses (too long, a NUL in it, a loop of links) is a name where nothing is.
      const found = attempt(() => statSync(path, { throwIfNoEntry: false }));
      if (found === undefined) return undefined;
      const kind = found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
      return { kind, size: found.size, version: versionOf(found) };
    },
    read(path) {
      try {
        return readFileSync(path);
      } catch (error) {
        throw new UsageError(`Cannot read ${path} (${reason(error)}). Check that it exists and may be read.`);
      }
    },
    realPath(path) {
      return attempt(() => realpathSync.native(path));
    },
    list(path) {
      return attempt(() => readdirSync(path).sort()) ?? [];
    },
    watch(directory, onChange) {
      const watcher = attempt(() => watch(directory, (_, name) => onChange(name ?? undefined)));
      // The directory is gone; what is above it tells.
      watcher?.on("error", () => watcher.close());
      return watcher && (() => watcher.close());
    },
    writeAll(contents) {
      writeWhole(contents);
    },
  };
}

/** Within this time two changes may leave a file with the same times. */
const SAME_TIME = 100;

/** Whoever writes a file changes its times; the number and the size tell of files put in another's place. */
function versionOf({ ino, size, mtimeMs, ctimeMs }: Stats): string | undefined {
  return Date.now() - ctimeMs < SAME_TIME ? undefined : `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** A file on its way to its place. */
interface Replacement {
  readonly target: string;
  /** The new text, whole, beside the target. */
  readonly temporary: string;
  /** A second name of the old file while the others are put in place; undefined where there was none. */
  readonly old: string | undefined;
}

/**
 * Writes every text beside its target first and renames only when all of them are on the disk. A rename that
 * fails all the same takes back those before it.
 */
function writeWhole(contents: ReadonlyMap<string, string>): void {
  const leftovers: string[] = [];
  const placed: Replacement[] = [];
  let at = "";
  try {
    const replacements: Replacement[] = [];
    for (const [path, text] of contents) {
      at = path;
      replacements.push(prepare(path, text, leftovers));
    }
    for (const replacement of replacements) {
      at = replacement.target;
      renameSync(replacement.temporary, replacement.target);
      placed.push(replacement);
    }
  } catch (error) {
    for (const { target, old } of placed.reverse())
      attempt(() => (old === undefined ? rmSync(target) : renameSync(old, target)));
    throw new UsageError(
      `Cannot write ${at} (${reason(error)}); nothing was changed. Name a directory that can be written.`,
    );
  } finally {
    for (const path of leftovers) attempt(() => rmSync(path, { force: true }));
  }
}

/** Writes a text beside its target, in the target's mode; notes the files that are to go in the end. */
function prepare(path: string, text: string, leftovers: string[]): Replacement {
  // The file that a link points at is replaced, not the link.
  const target = attempt(() => realpathSync(path)) ?? path;
  const beside = `${posix.dirname(target)}/.${posix.basename(target)}.${Math.random().toString(36).slice(2)}`;
  const temporary = `${beside}.new`;
  makeDirectory(posix.dirname(target));
  const before = statSync(target, { throwIfNoEntry: false });
  if (before?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  leftovers.push(temporary);
  writeFileSync(temporary, text, { flag: "wx", mode: before?.mode ?? 0o666 });
  if (before === undefined) return { target, temporary, old: undefined };
  const old = `${beside}.old`;
  leftovers.push(old);
  keepOld(target, old);
  return { target, temporary, old };
}

/**
 * Makes a directory and those it lies in. Not by `mkdirSync(…, { recursive: true })`: where the system makes no directory
 * and says that its parent is missing although it is there, as below `/proc`, Node 20 tries for ever.
 */
function makeDirectory(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (posix.dirname(path) !== path) makeDirectory(posix.dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another program may have made it meanwhile.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** Gives a file a second name; where the file system or its owner allows none, a copy. */
function keepOld(path: string, name: string): void {
  try {
    linkSync(path, name);
  } catch {
    copyFileSync(path, name, constants.COPYFILE_EXCL);
  }
}

/** What a function gives, or undefined where it throws. */
function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EEXIST: "a file stands where a directory is needed",
  EISDIR: "it is a directory",
  ENOENT: "no such file",
  ENOSPC: "no space left on the device",
  ENOTDIR: "a file stands where a directory is needed",
  EPERM: "not permitted",
  EROFS: "read-only file system",
};

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? (code || String(error));
}
