import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import { isInside } from "../files/work-tree.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type Span, span } from "../text/span.ts";
import { joinPath, type Sources } from "./sources.ts";

/** A file that tells what each microversion of a service brought, beside its code. */
export interface VersionHistory {
  readonly file: SourceFile;
  /** The versions that have a heading, in file order, each with the heading's place. */
  readonly versions: readonly { readonly version: string; readonly span: Span }[];
  /** Whether a page of the api-ref is or includes it. */
  readonly onPage: boolean;
}

/** What services call it: `rest_api_version_history.rst`, `webapi-version-history.rst`. */
const HISTORY_NAME = /version[-_]history\.rst$/;

/** So many folders are looked into, those first where services keep it. */
const MOST_FOLDERS = 300;
/** How deep below `PACKAGE/api` and `doc/source` it may lie: `nova/api/openstack/compute`. */
const DEEPEST = 3;

/**
 * The histories of microversions that a repository has: of the file that the configuration names, or of those called as
 * histories are, in the packages of the code, below their `api`, and below `doc/source`. A file without a heading that
 * names a version is none. Nothing outside the repository is read.
 *
 * @param named the absolute path of the file that the configuration names
 */
export function readVersionHistories(
  files: Files,
  sources: Sources,
  named: string | undefined,
): VersionHistory[] {
  const { root, boundary } = sources;
  const realRoot = files.realPath(root) ?? root;
  const read = new Set(sources.files.keys());
  const paths =
    named === undefined
      ? [...sources.files.keys()]
          .filter((path) => HISTORY_NAME.test(path))
          .concat(historiesOf(files, sources))
      : [named];
  const found = new Map<SourceFile, VersionHistory>();
  const reals = new Set<string>();
  for (const path of paths) {
    const real = files.realPath(path) ?? path;
    if (reals.has(real) || !isInside(real, boundary)) continue;
    reals.add(real);
    // As SOURCE is named, so that what a page includes is the same file.
    const asNamed = joinPath(root, posix.relative(realRoot, real));
    const { file } = sources.read(asNamed);
    if (file === undefined) continue;
    const versions = headings(file);
    if (versions.length > 0) found.set(file, { file, versions, onPage: read.has(asNamed) });
  }
  return [...found.values()];
}

/** The paths of histories in the places where services keep them. */
function historiesOf(files: Files, { boundary, root }: Sources): string[] {
  const found: string[] = [];
  const isFolder = (path: string) =>
    files.status(path)?.kind === "directory" && files.realPath(path) === path;
  let budget = MOST_FOLDERS;
  /** Looks through a folder; gives the folders in it. */
  const look = (folder: string): string[] => {
    if (budget-- <= 0) return [];
    const names = files.list(folder);
    for (const name of names) if (HISTORY_NAME.test(name)) found.push(joinPath(folder, name));
    return names.filter((name) => !name.includes(".") && !name.startsWith("_"));
  };
  const lookBelow = (folder: string, depth: number): void => {
    for (const name of look(folder)) {
      const path = joinPath(folder, name);
      if (depth > 0 && isFolder(path)) lookBelow(path, depth - 1);
    }
  };
  const source = files.realPath(root) ?? root;
  for (const name of look(boundary)) {
    const folder = joinPath(boundary, name);
    if (folder === source || !isFolder(folder)) continue;
    for (const inner of look(folder)) {
      const path = joinPath(folder, inner);
      const mayHold = inner === "api" || (name === "doc" && inner === "source");
      if (mayHold && isFolder(path)) lookBelow(path, DEEPEST);
    }
  }
  return found;
}

/** `2.25 (Maximum in Mitaka)`, `v1.3`, `Version 3.0`, `1.4 - Filter by resource`. */
const HEADING = /^(?:(?:(?:REST )?API )?(?:micro)?version )?v?(\d{1,4}\.\d{1,4})(?![\w.])/i;
/** The line below a title. */
const UNDERLINE = /^([-=~^"'`#*+.:_])\1{2,}\s*$/;

/** The versions that have a title of their own. */
const headings = remembered((file: SourceFile): VersionHistory["versions"] => {
  const found = new Map<string, { readonly version: string; readonly span: Span }>();
  for (let line = 1; line < file.lineStarts.length; line++) {
    const title = file.lineText(line);
    const version = HEADING.exec(title)?.[1];
    if (version === undefined || found.has(version) || !UNDERLINE.test(file.lineText(line + 1))) continue;
    const start = file.lineStarts[line - 1]!;
    found.set(version, { version, span: span(file, start, start + title.trimEnd().length) });
  }
  return [...found.values()];
});
