/** What a path is. `size` is in bytes. */
export interface FileStatus {
  readonly kind: "file" | "directory" | "other";
  readonly size: number;
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
  /** Writes all files whole, or throws a `UsageError` and leaves what was there. Directories are made. */
  writeAll(contents: ReadonlyMap<string, string>): void;
}
