import { posix } from "node:path";
import { UsageError } from "../usage-error.ts";
import type { Files } from "./files.ts";
import type { GitBase } from "./git-base.ts";
import { ignoredPaths, listTree, pathsThatDiffer, readObjects, type TreeEntry } from "./git-objects.ts";

/** As many links as Linux follows before it calls the path a loop. */
const MOST_LINKS = 40;

/** What an api-ref is made of; read at once, for every call of git takes as long as reading hundreds of files. */
const TEXTS = /\.(?:rst|inc|txt|ya?ml|json)$/;

/**
 * The files as a commit has them, read from git's objects: no checkout, nothing is written. What has not changed since
 * then is read from the disk, as are files that git ignores and what lies outside the work tree.
 */
export function gitFiles(disk: Files, { top, commit }: GitBase): Files {
  const entries = listTree(top, commit);
  const differing = pathsThatDiffer(top, commit);
  const folders = foldersOf(entries.keys());
  const isSame = (path: string): boolean => !differing.has(path);

  const contents = readObjects(top, objectsToRead(entries, isSame));
  const content = ({ object }: TreeEntry): Uint8Array => {
    const known = contents.get(object) ?? readObjects(top, [object]).get(object)!;
    contents.set(object, known);
    return known;
  };
  const isIgnored = ignoredIn(top);
  /** Whether the commit has nothing to say of a path below the top: it is the disk's. */
  const isOfDisk = (path: string): boolean => path.split("/")[0] === ".git" || isIgnored(path);

  const resolve = (path: string): Place | undefined =>
    resolveIn(disk, top, path, (name) => {
      const entry = entries.get(name);
      if (entry?.kind === "link") return { target: Buffer.from(content(entry)).toString() };
      return { isModule: entry?.kind === "module" };
    });
  const nothing = (path: string): UsageError =>
    new UsageError(`Cannot read ${path} (no such file). Check that it exists.`);

  return {
    status(path) {
      const place = resolve(path);
      if (place === undefined) return undefined;
      if (place.inTree === undefined) return disk.status(place.path);
      const entry = entries.get(place.inTree);
      if (entry !== undefined) {
        if (isSame(place.inTree)) return disk.status(place.path);
        return { kind: "file", size: content(entry).length, version: entry.object };
      }
      if (folders.has(place.inTree)) return { kind: "directory", size: 0 };
      return isOfDisk(place.inTree) ? disk.status(place.path) : undefined;
    },
    read(path) {
      const place = resolve(path);
      if (place === undefined) throw nothing(path);
      if (place.inTree === undefined) return disk.read(place.path);
      const entry = entries.get(place.inTree);
      if (entry !== undefined) return isSame(place.inTree) ? disk.read(place.path) : content(entry);
      if (!isOfDisk(place.inTree)) throw nothing(path);
      return disk.read(place.path);
    },
    realPath(path) {
      const place = resolve(path);
      return place !== undefined && this.status(place.path) !== undefined ? place.path : undefined;
    },
    list(path) {
      const place = resolve(path);
      if (place === undefined) return [];
      const onDisk = disk.list(place.path);
      if (place.inTree === undefined) return onDisk;
      const { inTree } = place;
      const tracked = folders.get(inTree) ?? new Set<string>();
      const others = onDisk.filter((name) => !tracked.has(name) && isOfDisk(posix.join(inTree, name)));
      return [...tracked, ...others].sort();
    },
    writeAll() {
      throw new Error("What a commit holds cannot be written.");
    },
  };
}

/** Links, and the texts that are another on the disk. */
function objectsToRead(entries: ReadonlyMap<string, TreeEntry>, isSame: (path: string) => boolean): string[] {
  return [...entries]
    .filter(([path, { kind }]) => kind === "link" || (kind === "file" && !isSame(path) && TEXTS.test(path)))
    .map(([, { object }]) => object);
}

/** Folder → the names in it; the top is the empty text. */
function foldersOf(paths: Iterable<string>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of paths)
    for (let at = path; at !== ""; ) {
      const cut = at.lastIndexOf("/");
      const folder = cut === -1 ? "" : at.slice(0, cut);
      const names = folders.get(folder);
      folders.set(folder, (names ?? new Set()).add(at.slice(cut + 1)));
      if (names !== undefined) break; // it is known to those above
      at = folder;
    }
  return folders;
}

/** Tells whether git ignores a path; git is asked only when there is one that the commit does not have. */
function ignoredIn(top: string): (path: string) => boolean {
  let ignored: Set<string> | undefined;
  return (path) => {
    ignored ??= new Set(ignoredPaths(top).map((one) => one.replace(/\/$/, "")));
    for (let at = path; at !== "" && at !== "."; at = posix.dirname(at)) if (ignored.has(at)) return true;
    return false;
  };
}

/** Where a path leads. */
interface Place {
  /** Absolute, without links. */
  readonly path: string;
  /** From the top; undefined for what only the disk knows. */
  readonly inTree: string | undefined;
}

/** Follows the links of a path name by name, as the commit has them; undefined for a loop. The path need not exist. */
function resolveIn(
  disk: Files,
  top: string,
  path: string,
  at: (inTree: string) => { readonly target?: string; readonly isModule?: boolean },
): Place | undefined {
  const below = (real: string) => real === top || real.startsWith(`${top}/`);
  let rest = below(path) ? path : realOutside(disk, path);
  for (let followed = 0; followed <= MOST_LINKS; followed++) {
    if (!below(rest)) return { path: rest, inTree: undefined };
    const names = posix.relative(top, rest).split("/");
    let link: string | undefined;
    for (let count = 1; count <= names.length && link === undefined; count++) {
      const name = names.slice(0, count).join("/");
      const { target, isModule } = at(name);
      if (isModule) return { path: rest, inTree: undefined };
      if (target !== undefined) link = posix.resolve(top, posix.dirname(name), target, ...names.slice(count));
    }
    if (link === undefined) return { path: rest, inTree: posix.relative(top, rest) };
    rest = below(link) ? link : realOutside(disk, link);
  }
  return undefined;
}

/** A path with the links of those folders resolved that are on the disk. */
function realOutside(disk: Files, path: string): string {
  for (let at = path; at !== "/"; at = posix.dirname(at)) {
    const real = disk.realPath(at);
    if (real !== undefined) return posix.join(real, posix.relative(at, path));
  }
  return path;
}
