import { posix } from "node:path";
import type { Files } from "./files.ts";

/** A file system with texts laid over another one, which is not changed. */
export interface OverlayFiles extends Files {
  /** The texts that were written, by real path. */
  readonly written: ReadonlyMap<string, string>;
  /** Takes a text off again: the file is what it is below. */
  takeOff(path: string): void;
}

/** Lays an empty layer over a file system: what is written goes there, and is read from there. */
export function overlayFiles(base: Files): OverlayFiles {
  const written = new Map<string, string>();
  const layer = new Map<string, { readonly bytes: Uint8Array; readonly version: string }>();
  const realPath = (path: string): string | undefined =>
    base.realPath(path) ?? (written.has(path) ? path : undefined);
  const layered = (path: string) => layer.get(realPath(path) ?? "");
  return {
    written,
    realPath,
    status(path) {
      const own = layered(path);
      if (own === undefined) return base.status(path);
      return { kind: "file", size: own.bytes.length, version: own.version };
    },
    read: (path) => layered(path)?.bytes ?? base.read(path),
    list(path) {
      const added = [...written.keys()].filter((one) => posix.dirname(one) === (base.realPath(path) ?? path));
      return [...new Set([...base.list(path), ...added.map((one) => posix.basename(one))])].sort();
    },
    writeAll(contents) {
      for (const [path, text] of contents) {
        const real = realPath(path) ?? path;
        written.set(real, text);
        // Another layer over the same files may have another text there.
        layer.set(real, { bytes: new TextEncoder().encode(text), version: `written: ${text}` });
      }
    },
    takeOff(path) {
      const real = realPath(path) ?? path;
      written.delete(real);
      layer.delete(real);
    },
  };
}
