import type { ParametersFile } from "./parameters-file.ts";
import type { ReadFailure, ReadResult } from "./sources.ts";
import type { StatusFile } from "./status-file.ts";

/** What a YAML file holds, or why it could not be read; one that is no UTF-8 is read all the same. */
export interface NamedYaml<Value> {
  readonly file?: Value;
  readonly failure?: ReadFailure;
}

/** What the readers of directives need of the tree: its files by absolute path, each read once. */
export interface TreeFiles {
  /** The Sphinx source folder. */
  readonly root: string;
  readonly read: (path: string) => ReadResult;
  /** The parameters file at a path, or why there is none. */
  readonly parametersFile: (path: string) => NamedYaml<ParametersFile>;
  /** The status file at a path, or why there is none. */
  readonly statusFile: (path: string) => NamedYaml<StatusFile>;
}
