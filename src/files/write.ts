import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { posix } from "node:path";
import { UsageError } from "../usage-error.ts";
import type { Files } from "./files.ts";
import { removeLeftovers, temporaryName } from "./leftovers.ts";
import { descriptorOf, isStream, writeToStream } from "./special-file.ts";
import { attempt, reason } from "./system-error.ts";
import { workTreeLeftBy } from "./work-tree.ts";

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
 * fails all the same takes back those before it. Devices and pipes are written to. A link is never followed: who may change
 * it would choose the file that is overwritten.
 */
export function writeWhole(files: Files, contents: ReadonlyMap<string, string>): void {
  const leftovers: string[] = [];
  const placed: Replacement[] = [];
  let at = "";
  try {
    const replacements: Replacement[] = [];
    const streams: (readonly [string | number, string])[] = [];
    const swept = new Set<string>();
    for (const [path, text] of contents) {
      at = path;
      const stream = streamAt(files, path);
      if (stream !== undefined) streams.push([stream, text]);
      else replacements.push(prepare(path, text, leftovers, swept));
    }
    for (const [stream, text] of streams) {
      at = `${stream}`;
      writeToStream(stream, text);
    }
    for (const replacement of replacements) {
      at = replacement.target;
      renameSync(replacement.temporary, replacement.target);
      placed.push(replacement);
    }
  } catch (error) {
    for (const { target, old } of placed.reverse())
      attempt(() => (old === undefined ? rmSync(target) : renameSync(old, target)));
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `Cannot write ${at} (${reason(error)}); nothing was changed. Name a directory that can be written.`,
    );
  } finally {
    for (const path of leftovers) attempt(() => rmSync(path, { force: true }));
  }
}

/** The stream that a path names: its path, or its number where it is open; undefined where a file is to be put. */
function streamAt(files: Files, path: string): string | number | undefined {
  const descriptor = descriptorOf(path);
  if (descriptor !== undefined) return descriptor;
  const top = workTreeLeftBy(files, posix.dirname(path));
  if (top !== undefined)
    throw new UsageError(
      `${path} leads by a link out of the work tree ${top}; nothing was changed. Name the directory itself.`,
    );
  const found = lstatIfThere(path);
  if (found === undefined || found.isFile()) return undefined;
  if (isStream(found)) return path;
  if (found.isSymbolicLink())
    throw new UsageError(
      `${path} is a link, and what it points to would be overwritten; nothing was changed. Remove the link, or name another file.`,
    );
  throw Object.assign(new Error(), { code: found.isDirectory() ? "EISDIR" : "ENOTSUP" });
}

function lstatIfThere(path: string): Stats | undefined {
  // A directory that is missing is made later, or its making says what is wrong.
  return attempt(() => lstatSync(path, { throwIfNoEntry: false }));
}

/** Writes a text beside its target, with the target's mode and owner; notes the files that are to go in the end. */
function prepare(target: string, text: string, leftovers: string[], swept: Set<string>): Replacement {
  const directory = posix.dirname(target);
  makeDirectory(directory);
  if (!swept.has(directory)) removeLeftovers(directory);
  swept.add(directory);
  const temporary = posix.join(directory, temporaryName("new"));
  const before = statSync(target, { throwIfNoEntry: false });
  leftovers.push(temporary);
  writeFileSync(temporary, text, { flag: "wx", mode: before === undefined ? 0o666 : 0o600 });
  if (before === undefined) return { target, temporary, old: undefined };
  keepOwner(temporary, before);
  chmodSync(temporary, before.mode & 0o7777);
  const old = posix.join(directory, temporaryName("old"));
  leftovers.push(old);
  keepOld(target, old);
  return { target, temporary, old };
}

/** Gives a file the owner and group of another; who is not root may only give it one of his groups. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  const own = statSync(path);
  if (own.uid === uid && own.gid === gid) return;
  if (attempt(() => chownSync(path, uid, gid) ?? true) === undefined)
    attempt(() => chownSync(path, own.uid, gid));
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
