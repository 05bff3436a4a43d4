import { posix } from "node:path";
import type { Files } from "./files.ts";

/** A file system with texts laid over another one, which is not changed. */
export interface OverlayFiles extends Files {
  /** The texts that were written, by real path. */
  readonly written: ReadonlyMap<string, string>;
}

/** Lays an empty layer over a file system: what is written goes there, and is read from there. */
export function overlayFiles(base: Files): OverlayFiles {
  const written = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const realPath = (path: string): string | undefined =>
    base.realPath(path) ?? (written.has(path) ? path : undefined);
  const layered = (path: string): Uint8Array | undefined => bytes.get(realPath(path) ?? "");
  return {
    written,
    realPath,
    status(path) {
      const own = layered(path);
      return own === undefined ? base.status(path) : { kind: "file", size: own.length };
    },
    read: (path) => layered(path) ?? base.read(path),
    list(path) {
      const added = [...written.keys()].filter((one) => posix.dirname(one) === (base.realPath(path) ?? path));
      return [...new Set([...base.list(path), ...added.map((one) => posix.basename(one))])].sort();
    },
    writeAll(contents) {
      for (const [path, text] of contents) {
        const real = realPath(path) ?? path;
        written.set(real, text);
        bytes.set(real, new TextEncoder().encode(text));
      }
    },
  };
}
