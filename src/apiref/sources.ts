import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import { isInside, workTreeOf } from "../files/work-tree.ts";
import { SourceFile } from "../text/source-file.ts";

/** Larger files are not read: no page, definition or sample is that large, and a reader would have to hold it. */
export const LARGEST_FILE = 8 * 1024 * 1024;

/** Why a file could not be read; each is the name of a rule but `not-found` and `unreadable`. */
export type ReadFailure = "not-found" | "unreadable" | "path-outside" | "file-too-large" | "not-utf8";

/** A file that was read, or why not. A file that is no UTF-8 is read all the same, with replacement characters. */
export type ReadResult =
  | { readonly file: SourceFile; readonly failure?: "not-utf8" }
  | { readonly file?: undefined; readonly failure: ReadFailure };

/** The files that were read before, by path as they were named, each with its real path and version. */
export type FileMemory = Map<
  string,
  { readonly real: string; readonly version: string | undefined; readonly result: FileRead }
>;

/** The part of a memory that holds it. */
export const fileMemory = (): FileMemory => new Map();

/** A file that was read. */
type FileRead = Extract<ReadResult, { readonly file: SourceFile }>;

/** Reads the files of one tree, each once, and none outside its boundary. */
export interface Sources {
  readonly root: string;
  readonly boundary: string;
  /** Reads a file by its absolute path, links followed only inside the boundary. */
  read(path: string): ReadResult;
  /** Everything that was read so far, by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/**
 * The directory outside which nothing of a tree is read: the git work tree round SOURCE, so that nova's
 * `../../doc/api_samples` is inside; without git the folder that holds `api-ref/source`, else SOURCE itself.
 * A change under review must not be able to publish a file of the machine that builds it.
 */
export function boundaryOf(files: Files, root: string): string {
  const top = workTreeOf(files, root);
  if (top !== undefined) return top;
  const start = files.realPath(root) ?? root;
  return start.endsWith("/api-ref/source") ? start.slice(0, -"/api-ref/source".length) || "/" : start;
}

/**
 * Opens a tree for reading. `root` is the absolute path of the Sphinx source folder. A file that is in `memory` and has
 * not changed since then is the same object again.
 */
export function openSources(files: Files, root: string, memory?: FileMemory): Sources {
  const boundary = boundaryOf(files, root);
  const realRoot = files.realPath(root) ?? root;
  const results = new Map<string, ReadResult>();
  const read = new Map<string, SourceFile>();

  const readNow = (path: string): ReadResult => {
    // A path that leaves the boundary by its name is refused before anything is asked of the disk.
    // Where SOURCE is reached through a link, the boundary stands at the link's end, and so does what lies beside SOURCE.
    const named = joinPath(realRoot, posix.relative(root, path));
    if (!isInside(named, boundary)) return { failure: "path-outside" };
    const real = files.realPath(named);
    if (real === undefined) return { failure: "not-found" };
    if (!isInside(real, boundary)) return { failure: "path-outside" };
    const status = files.status(real);
    if (status === undefined) return { failure: "not-found" };
    if (status.kind !== "file") return { failure: "unreadable" };
    if (status.size > LARGEST_FILE) return { failure: "file-too-large" };
    const known = memory?.get(path);
    const { version } = status;
    const isKnown = known?.real === real && version !== undefined && known.version === version;
    const result = isKnown ? known.result : readBytes(path, real, known?.result);
    if (result === undefined) return { failure: "unreadable" };
    memory?.set(path, { real, version, result });
    read.set(path, result.file);
    return result;
  };
  const readBytes = (path: string, real: string, before: FileRead | undefined): FileRead | undefined => {
    let bytes: Uint8Array;
    try {
      bytes = files.read(real);
    } catch {
      return undefined;
    }
    const { text, valid } = decode(bytes);
    if (before?.file.text === text && valid === (before.failure === undefined)) return before;
    const file = new SourceFile(path, text);
    return valid ? { file } : { file, failure: "not-utf8" };
  };

  return {
    root,
    boundary,
    files: read,
    read(path) {
      const known = results.get(path);
      if (known !== undefined) return known;
      const result = readNow(path);
      results.set(path, result);
      return result;
    },
  };
}

function decode(bytes: Uint8Array): { text: string; valid: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), valid: true };
  } catch {
    return { text: new TextDecoder("utf-8").decode(bytes), valid: false };
  }
}

/** Joins and normalises: `..` and `.` are resolved, an absolute second part stands for itself. */
export function joinPath(directory: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** The directory of a path. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0)) || "/";
}

/**
 * The file that a name in a document means (Sphinx, `BuildEnvironment.relfn2path`): relative to the document
 * that is being built, not to the part that names it; a leading `/` is the source root.
 */
export function resolveFromDocument(root: string, documentPath: string, name: string): string {
  return name.startsWith("/") ? joinPath(root, name.slice(1)) : joinPath(parentOf(documentPath), name);
}
