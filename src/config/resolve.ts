import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import type { RuleSettings } from "../findings/severity.ts";
import { isRuleSetting, type RuleSetting } from "../findings/severity.ts";
import type { SpecificationOptions } from "../openapi/options.ts";
import { UsageError } from "../usage-error.ts";
import { loadConfig } from "./load.ts";
import { type Config, ruleNameProblem, ruleSettingProblem } from "./schema.ts";
import { DEFAULT_SOURCE, findRoot } from "./source.ts";

/** What the caller asks for: the command line's options, or a library user's. */
export interface Flags {
  /** The tree to read; default `input`. */
  readonly source?: string | undefined;
  /** A configuration file instead of `apiref.config.yaml`. */
  readonly config?: string | undefined;
  /** Only these Sphinx documents (globs). */
  readonly documents?: readonly string[] | undefined;
  /** The specification as it is at that microversion. */
  readonly microversion?: string | undefined;
  /** Rule name → severity or `off`. */
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
  /** The file of findings that are not reported. */
  readonly baseline?: string | undefined;
  /** Only findings on lines that differ from that git revision. */
  readonly changedSince?: string | undefined;
}

/** Everything that a run depends on beside the files. */
export interface Settings {
  /** Absolute; the files in reports are named from here. */
  readonly workingDirectory: string;
  /** The Sphinx source folder, absolute. */
  readonly root: string;
  /** Globs of the documents to read; undefined for all. */
  readonly documents: readonly string[] | undefined;
  readonly specification: SpecificationOptions;
  readonly rules: RuleSettings;
  /** The file of findings that are not reported, absolute. */
  readonly baseline: string | undefined;
  /** The git revision since which lines must have changed to be reported. */
  readonly changedSince: string | undefined;
}

/** Defaults, then the configuration file, then the flags: what stands later wins. */
export function resolveSettings(
  files: Files,
  workingDirectory: string,
  flags: Flags,
  ruleNames: readonly string[],
): Settings {
  const source = flags.source ?? DEFAULT_SOURCE;
  const root = findRoot(files, workingDirectory, source);
  const folders = [posix.resolve(workingDirectory, source), root];
  const { config, directory } = loadConfig(
    files,
    { workingDirectory, folders, config: flags.config },
    ruleNames,
  );
  return Object.freeze({
    workingDirectory,
    root,
    documents: flags.documents ?? config.documents,
    specification: specificationOptions(config, flags.microversion),
    rules: new Map([...(config.rules ?? []), ...ruleFlags(flags.rules ?? {}, ruleNames)]),
    baseline: baselinePath(workingDirectory, flags.baseline) ?? baselinePath(directory, config.baseline),
    changedSince: flags.changedSince,
  });
}

function baselinePath(directory: string, baseline: string | undefined): string | undefined {
  return baseline === undefined ? undefined : posix.resolve(directory, baseline);
}

function specificationOptions(config: Config, microversion: string | undefined): SpecificationOptions {
  const { documents, rules, baseline, ...options } = config;
  if (microversion === undefined) return options;
  if (!/^\d+\.\d+$/.test(microversion))
    throw new UsageError(`\`${microversion}\` is no microversion. Write it as \`2.60\`.`);
  return { ...options, microversion };
}

function ruleFlags(
  rules: Readonly<Record<string, string>>,
  ruleNames: readonly string[],
): [string, RuleSetting][] {
  return Object.entries(rules).map(([name, setting]) => {
    const problem = ruleNameProblem(name, ruleNames);
    if (problem !== undefined) throw new UsageError(problem);
    if (!isRuleSetting(setting)) throw new UsageError(ruleSettingProblem(setting));
    return [name, setting];
  });
}
