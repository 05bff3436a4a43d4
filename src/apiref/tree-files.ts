import type { ParametersFile } from "./parameters-file.ts";
import type { ReadResult } from "./sources.ts";
import type { StatusFile } from "./status-file.ts";

/** What the readers of directives need of the tree: its files by absolute path, each read once. */
export interface TreeFiles {
  /** The Sphinx source folder. */
  readonly root: string;
  readonly read: (path: string) => ReadResult;
  /** The parameters file at a path, or why there is none. */
  readonly parametersFile: (path: string) => { readonly file?: ParametersFile; readonly failure?: string };
  /** The status file at a path, or why there is none. */
  readonly statusFile: (path: string) => { readonly file?: StatusFile; readonly failure?: string };
}
