import { posix } from "node:path";
import { UsageError } from "../usage-error.ts";
import type { Files } from "./files.ts";

/** A file system that remembers what was asked of it, and tells when the answer may have become another. */
export interface WatchedFiles extends Files {
  /** Begins a new round: what is not asked for from now until the next round is no longer watched. */
  begin(): void;
  close(): void;
}

/**
 * Watches whatever is asked for: files that were read, those that were not there, and directories that were listed.
 * A directory is watched from before the answer is given, so that no change falls between the two. What is written
 * through it is no change.
 *
 * @param top a directory; of what lies elsewhere, everything above is watched as well, up to where it parts from here
 */
export function watchedFiles(base: Files, top: string, onChange: () => void): WatchedFiles {
  const watchDirectory = base.watch?.bind(base);
  if (watchDirectory === undefined) throw new UsageError("`--watch` needs files on a disk.");
  /** What was asked for in this round, and of the directories among them those that were listed. */
  const asked = new Set<string>();
  const listed = new Set<string>();
  const written = new Set<string>();
  /** Directory → what ends its watching; undefined where there is no directory. */
  const watched = new Map<string, (() => void) | undefined>();
  /** The directories that this round needs. */
  const needed = new Set<string>();

  const changed = (directory: string, name: string | undefined): void => {
    if (name === undefined) {
      onChange();
      return;
    }
    const path = posix.join(directory, name);
    // Another directory may have come in its place.
    for (const one of watched.keys()) if (one === path || one.startsWith(`${path}/`)) end(one);
    if (written.has(path)) return;
    // What begins with a dot is no document and no sample; editors and `writeAll` make such files for a moment.
    const isNew = listed.has(directory) && !name.startsWith(".");
    if (isNew || asked.has(path) || needed.has(path)) onChange();
  };
  const end = (directory: string): void => {
    watched.get(directory)?.();
    watched.delete(directory);
  };
  /** Watches a directory and, before it, those above: they tell when it comes, goes or is another one. */
  const need = (directory: string): void => {
    if (directory === "/" || needed.has(directory)) return;
    if (top !== directory && !top.startsWith(`${directory}/`)) need(posix.dirname(directory));
    needed.add(directory);
    if (!watched.has(directory))
      watched.set(
        directory,
        watchDirectory(directory, (name) => changed(directory, name)),
      );
  };
  const ask = (path: string): void => {
    if (asked.has(path)) return;
    asked.add(path);
    need(posix.dirname(path));
  };

  return {
    status(path) {
      ask(path);
      return base.status(path);
    },
    read(path) {
      ask(path);
      return base.read(path);
    },
    realPath(path) {
      ask(path);
      return base.realPath(path);
    },
    list(path) {
      ask(path);
      listed.add(path);
      need(path);
      return base.list(path);
    },
    writeAll(contents) {
      for (const path of contents.keys()) written.add(path);
      base.writeAll(contents);
    },
    begin() {
      for (const directory of watched.keys()) if (!needed.has(directory)) end(directory);
      for (const round of [asked, listed, needed]) round.clear();
    },
    close() {
      for (const directory of watched.keys()) end(directory);
    },
  };
}
