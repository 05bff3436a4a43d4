/** What a path is. `size` is in bytes. */
export interface FileStatus {
  readonly kind: "file" | "directory" | "other";
  readonly size: number;
  /** Another text whenever the file may hold something else; undefined where that cannot be told without reading it. */
  readonly version?: string | undefined;
}

/**
 * The file system as this program uses it: absolute paths with `/`, synchronous because a tree is hundreds of
 * small files. `disk.ts` is the real one, `memory.ts` serves tests and library users.
 */
export interface Files {
  /** What the path is, links followed; undefined where nothing is there. */
  status(path: string): FileStatus | undefined;
  /** The bytes of a file; throws where it cannot be read. */
  read(path: string): Uint8Array;
  /** The path with every link resolved; undefined where nothing is there. */
  realPath(path: string): string | undefined;
  /** The names in a directory, sorted by code point; empty where there is none. */
  list(path: string): readonly string[];
  /**
   * Calls back whenever something directly in a directory changes, with its name where the system tells it. Gives what
   * ends that, or undefined where there is no directory. Only `--watch` needs it.
   */
  watch?(directory: string, onChange: (name: string | undefined) => void): (() => void) | undefined;
  /** Removes what runs that were killed while they wrote have left in a directory; what is written does so by itself. */
  removeLeftovers?(directory: string): void;
  /** Writes all files whole, or throws a `UsageError` and leaves what was there. Directories are made. */
  writeAll(contents: ReadonlyMap<string, string>): void;
}
