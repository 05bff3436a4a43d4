import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import { builtin } from "../files/builtin.ts";
import { selectableVersions } from "../openapi/named-versions.ts";
import type { SpecificationOptions } from "../openapi/options.ts";

/** What a page offers where somebody serves the documents of microversions. */
export interface VersionsOffered {
  /** The microversions that a reader may choose, the highest first. */
  readonly versions: readonly string[];
}

/** What a page needs to show the API as it is at a microversion: the sources, which the browser reads again. */
export interface PageSources extends VersionsOffered {
  /** The Sphinx source folder, as `files` names it. */
  readonly root: string;
  /** `{ path: text }` as JSON, compressed with gzip, in Base64. */
  readonly files: string;
  /** Globs of the documents to read; all without it. */
  readonly documents?: readonly string[];
  /** The file of the history of microversions, as `files` names it. */
  readonly history?: string;
  readonly options: SpecificationOptions;
}

/** The folder of the page's file system that stands for the one which nothing is read from outside of. */
const TOP = "/tree";

/**
 * The sources of a tree for its page; undefined where they name no microversion. No path of the machine is in it.
 *
 * @param real the source folder, links resolved, as the boundary is
 */
export function pageSources(
  apiRef: ApiRef,
  real: string,
  choice: {
    readonly documents?: readonly string[] | undefined;
    readonly history?: string | undefined;
    readonly options: SpecificationOptions;
  },
): PageSources | undefined {
  const versions = selectableVersions(apiRef);
  if (versions.length === 0) return undefined;
  const { gzipSync } = builtin("node:zlib") as typeof import("node:zlib");
  const root = posix.join(TOP, posix.relative(apiRef.boundary, real));
  const inPage = (path: string) => posix.join(root, posix.relative(apiRef.root, path));
  // The reader of the sources finds its boundary by it.
  const texts: Record<string, string> = { [`${TOP}/.git`]: "" };
  for (const [path, { text }] of apiRef.files) texts[inPage(path)] = text;
  const { documents, history, options } = choice;
  return {
    versions,
    root,
    ...(documents === undefined ? {} : { documents }),
    ...(history === undefined ? {} : { history: inPage(history) }),
    options,
    files: gzipSync(JSON.stringify(texts)).toString("base64"),
  };
}
