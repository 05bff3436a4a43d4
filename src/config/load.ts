import { posix } from "node:path";
import { yamlFaultText } from "../checks/yaml-faults.ts";
import { readYaml } from "../data/yaml.ts";
import type { Files } from "../files/files.ts";
import { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { UsageError } from "../usage-error.ts";
import { refuseLinkOut, refuseOutside } from "./links.ts";
import { type Config, readConfig } from "./schema.ts";
import { ConfigMistake } from "./values.ts";

/** The name under which a configuration is looked for. */
export const CONFIG_NAME = "apiref.config.yaml";

/** Where the configuration is looked for. */
export interface ConfigPlaces {
  readonly workingDirectory: string;
  /** SOURCE as it was named, absolute, and the Sphinx source folder in it. */
  readonly folders: readonly string[];
  /** `--config`, as written. */
  readonly config?: string | undefined;
}

/** A configuration and the directory that its paths are relative to. */
export interface LoadedConfig {
  readonly config: Config;
  readonly directory: string;
}

/**
 * Reads the configuration file: the one named, else `apiref.config.yaml` in SOURCE, else in the working
 * directory, else none. A wrong key or value is a `UsageError` with file and line.
 */
export function loadConfig(files: Files, places: ConfigPlaces, ruleNames: readonly string[]): LoadedConfig {
  const { workingDirectory, folders } = places;
  const path =
    places.config === undefined
      ? [...folders, workingDirectory]
          .map((folder) => posix.join(folder, CONFIG_NAME))
          .find((candidate) => files.status(candidate)?.kind === "file")
      : posix.resolve(workingDirectory, places.config);
  if (path === undefined) return { config: {}, directory: workingDirectory };

  const shown = posix.relative(workingDirectory, path);
  if (files.status(path)?.kind !== "file") throw new UsageError(`There is no configuration file ${shown}.`);
  if (places.config === undefined) refuseOutside(files, path, { folders: [posix.dirname(path)], shown });
  else refuseLinkOut(files, path, shown);
  const file = new SourceFile(path, new TextDecoder().decode(files.read(path)));
  const at = ({ start }: Span) => `${shown}:${file.positionAt(start).line}`;
  const { root, problems } = readYaml(file);
  const problem = problems[0];
  if (problem !== undefined)
    throw new UsageError(`${at(problem.span)}: This is not valid YAML: ${yamlFaultText(problem.fault)}.`);
  try {
    return {
      config: root === undefined ? {} : readConfig(root, ruleNames),
      directory: posix.dirname(path),
    };
  } catch (error) {
    if (!(error instanceof ConfigMistake)) throw error;
    throw new UsageError(`${at(error.span)}: ${error.message}`);
  }
}
