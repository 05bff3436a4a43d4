import { readdirSync, readFileSync, realpathSync, type Stats, statSync, watch } from "node:fs";
import { UsageError } from "../usage-error.ts";
import type { Files } from "./files.ts";
import { removeLeftovers } from "./leftovers.ts";
import { attempt, reason } from "./system-error.ts";
import { writeWhole } from "./write.ts";

/** The real file system; the only place of this program that touches it. */
export function diskFiles(): Files {
  const files: Files = {
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
    removeLeftovers,
    writeAll(contents) {
      writeWhole(files, contents);
    },
  };
  return files;
}

/** Within this time two changes may leave a file with the same times. */
const SAME_TIME = 100;

/** Whoever writes a file changes its times; the number and the size tell of files put in another's place. */
function versionOf({ ino, size, mtimeMs, ctimeMs }: Stats): string | undefined {
  return Date.now() - ctimeMs < SAME_TIME ? undefined : `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}
