import { posix } from "node:path";
import { UsageError } from "../usage-error.ts";
import type { Files } from "./files.ts";

/** What is in a file system in memory, by absolute path. A link is resolved from its own directory. */
export interface MemoryContents {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Symbolic links: path → target. */
  readonly links?: Readonly<Record<string, string>>;
}

/** As many links as Linux follows before it calls the path a loop. */
const MOST_LINKS = 40;

/** A file system in memory: for tests, and for library users whose sources are not on a disk. */
export function memoryFiles(contents: MemoryContents): Files {
  const texts = new Map<string, Uint8Array>();
  const versions = new Map<string, number>();
  const links = new Map(Object.entries(contents.links ?? {}));
  const directories = new Map<string, Set<string>>([["/", new Set()]]);

  const enter = (path: string): void => {
    for (let at = path; at !== "/"; at = posix.dirname(at)) {
      const parent = posix.dirname(at);
      const names = directories.get(parent) ?? new Set<string>();
      directories.set(parent, names.add(posix.basename(at)));
    }
  };
  for (const [path, value] of Object.entries(contents.files ?? {})) {
    texts.set(path, typeof value === "string" ? new TextEncoder().encode(value) : value);
    enter(path);
  }
  for (const path of links.keys()) enter(path);

  /** Follows the links of a path, name by name; undefined for a loop. The path need not exist. */
  const resolve = (path: string): string | undefined => {
    let followed = 0;
    let at = "/";
    const names = path.split("/").filter((name) => name !== "" && name !== ".");
    while (names.length > 0) {
      const next = posix.join(at, names.shift()!);
      const target = links.get(next);
      if (target === undefined) {
        at = next;
        continue;
      }
      if (++followed > MOST_LINKS) return undefined;
      names.unshift(...posix.resolve(at, target).split("/").slice(1));
      at = "/";
    }
    return at;
  };
  const realPath = (path: string): string | undefined => {
    const real = resolve(path);
    return real !== undefined && (texts.has(real) || directories.has(real)) ? real : undefined;
  };

  return {
    status(path) {
      const real = realPath(path);
      if (real === undefined) return undefined;
      const text = texts.get(real);
      if (text === undefined) return { kind: "directory", size: 0 };
      return { kind: "file", size: text.length, version: `${versions.get(real) ?? 0}` };
    },
    read(path) {
      const text = texts.get(realPath(path) ?? "");
      if (text === undefined)
        throw new UsageError(`Cannot read ${path} (no such file). Check that it exists.`);
      return text;
    },
    realPath,
    list(path) {
      return [...(directories.get(realPath(path) ?? "") ?? [])].sort();
    },
    writeAll(written) {
      const targets = [...written].map(([path, text]) => ({ path, target: resolve(path), text }));
      for (const { path, target } of targets)
        if (target === undefined || directories.has(target) || isBelowFile(target, texts))
          throw new UsageError(
            `Cannot write ${path}; nothing was changed. Name a directory that can be written.`,
          );
      for (const { target, text } of targets) {
        texts.set(target!, new TextEncoder().encode(text));
        versions.set(target!, (versions.get(target!) ?? 0) + 1);
        enter(target!);
      }
    },
  };
}

function isBelowFile(path: string, texts: ReadonlyMap<string, unknown>): boolean {
  for (let at = posix.dirname(path); at !== "/"; at = posix.dirname(at)) if (texts.has(at)) return true;
  return false;
}
