import { posix } from "node:path";
import { UsageError } from "../usage-error.ts";
import type { FileStatus, Files } from "./files.ts";

/** A file system that remembers what was asked of it, and tells when the answer may have become another. */
export interface WatchedFiles extends Files {
  /** Begins a new round: what is not asked for from now until the next round is no longer watched. */
  begin(): void;
  close(): void;
}

/**
 * Watches whatever is asked for: files that were read, those that were not there, and directories that were listed.
 * A directory is watched from before the answer is given, so that no change falls between the two. What is written
 * through it is no change. What is known already and can have changed only where a change would have been told is not
 * asked of the disk again.
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
  const known = new KnownAnswers();
  /** Directory → what ends its watching; undefined where there is no directory. */
  const watched = new Map<string, (() => void) | undefined>();
  /** The directories that this round needs. */
  const needed = new Set<string>();
  let isClosed = false;

  const changed = (directory: string, name: string | undefined): void => {
    if (name === undefined) {
      known.forgetAll();
      onChange();
      return;
    }
    const path = posix.join(directory, name);
    known.forget(directory, path);
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
    known.forgetAll();
  };
  /** Watches a directory and, before it, those above: they tell when it comes, goes or is another one. */
  const need = (directory: string): void => {
    // A run that nobody waits for any more may still ask; watching for it would keep the program from its end.
    if (isClosed || directory === "/" || needed.has(directory)) return;
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

  /** Whether a change of the path is told; a system watches so many directories and no more. */
  const isTold = (path: string): boolean => watched.get(posix.dirname(path)) !== undefined;
  const realPath = (path: string): string | undefined => {
    ask(path);
    if (known.isPlain(path)) return path;
    const real = base.realPath(path);
    if (real === path && isTold(path)) known.plain(path);
    return real;
  };

  return {
    status(path) {
      ask(path);
      const before = known.status(path);
      if (before !== undefined) return before;
      // The end of a link may be where nobody watches.
      realPath(path);
      const status = base.status(path);
      if (known.isPlain(path) && status?.version !== undefined) known.setStatus(path, status);
      return status;
    },
    read(path) {
      ask(path);
      return base.read(path);
    },
    realPath,
    list(path) {
      ask(path);
      listed.add(path);
      need(path);
      const before = known.list(path);
      if (before !== undefined) return before;
      const names = base.list(path);
      realPath(path);
      if (known.isPlain(path) && watched.get(path) !== undefined) known.setList(path, names);
      return names;
    },
    writeAll(contents) {
      for (const path of contents.keys()) written.add(path);
      base.writeAll(contents);
    },
    begin() {
      known.begin();
      for (const directory of watched.keys()) if (!needed.has(directory)) end(directory);
      for (const round of [asked, listed, needed]) round.clear();
    },
    close() {
      isClosed = true;
      for (const directory of watched.keys()) end(directory);
    },
  };
}

/** So many changes at once may be more than the system can tell of. */
const MANY_CHANGES = 200;

/** What was answered about paths without links, until something there changes. */
class KnownAnswers {
  readonly #plain = new Set<string>();
  readonly #statuses = new Map<string, FileStatus>();
  readonly #lists = new Map<string, readonly string[]>();
  #changes = 0;

  /** Whether the path leads through no link. */
  isPlain(path: string): boolean {
    return this.#plain.has(path);
  }

  plain(path: string): void {
    this.#plain.add(path);
  }

  status(path: string): FileStatus | undefined {
    return this.#statuses.get(path);
  }

  setStatus(path: string, status: FileStatus): void {
    this.#statuses.set(path, status);
  }

  list(directory: string): readonly string[] | undefined {
    return this.#lists.get(directory);
  }

  setList(directory: string, names: readonly string[]): void {
    this.#lists.set(directory, names);
  }

  /** Something has changed at a path in a directory, which may have been a directory itself. */
  forget(directory: string, path: string): void {
    this.#lists.delete(directory);
    for (const answers of [this.#plain, this.#statuses, this.#lists]) answers.delete(path);
    const wasDirectory = [...this.#plain].some((one) => one.startsWith(`${path}/`));
    if (wasDirectory || ++this.#changes > MANY_CHANGES) this.forgetAll();
  }

  forgetAll(): void {
    for (const answers of [this.#plain, this.#statuses, this.#lists]) answers.clear();
  }

  /** Begins a new round. */
  begin(): void {
    this.#changes = 0;
  }
}
