import { posix } from "node:path";
import type { Files } from "../../src/files/files.ts";
import { memoryFiles } from "../../src/files/memory.ts";

/** Files in memory whose directories can be watched. */
export interface WatchableFiles extends Files {
  /** Writes a file and tells those who watch its directory, or the one in which its directory is new. */
  save(path: string, text: string): void;
  /** Tells those who watch its directory of a name in it. */
  tell(path: string): void;
  /** The directories that are watched now. */
  readonly watched: () => string[];
}

/** Makes them: absolute path → text. */
export function watchableFiles(contents: Readonly<Record<string, string>>): WatchableFiles {
  const files = memoryFiles({ files: contents });
  const watchers = new Set<{ readonly directory: string; readonly onChange: (name: string) => void }>();
  const tell = (path: string): void => {
    for (const { directory, onChange } of [...watchers])
      if (directory === posix.dirname(path)) onChange(posix.basename(path));
  };
  return {
    ...files,
    watch(directory, onChange) {
      if (files.status(directory)?.kind !== "directory") return undefined;
      const watcher = { directory, onChange };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    writeAll(written) {
      files.writeAll(written);
      for (const path of written.keys()) tell(path);
    },
    save(path, text) {
      let topmost = path;
      while (files.status(posix.dirname(topmost)) === undefined) topmost = posix.dirname(topmost);
      files.writeAll(new Map([[path, text]]));
      tell(topmost);
    },
    tell,
    watched: () => [...new Set([...watchers].map(({ directory }) => directory))].sort(),
  };
}
