import { posix } from "node:path";
import type { Files } from "../files/files.ts";
import type { Allowed } from "../findings/allow.ts";
import type { RuleChoice } from "../findings/override.ts";
import { isRuleSetting, type RuleSetting } from "../findings/severity.ts";
import type { SpecificationOptions } from "../openapi/options.ts";
import { pathPattern } from "../text/glob.ts";
import { UsageError } from "../usage-error.ts";
import { refuseLinkOut, refuseOutside } from "./links.ts";
import { loadConfig } from "./load.ts";
import { ruleNameProblem, ruleSettingProblem } from "./rule-settings.ts";
import type { Config } from "./schema.ts";
import { findRoot } from "./source.ts";
import type { Claims } from "./unmatched.ts";

/** What the caller asks for: the command line's options, or a library user's. */
export interface Flags {
  /** The tree to read; looked for unless given. */
  readonly source?: string | undefined;
  /** A configuration file instead of `apiref.config.yaml`. */
  readonly config?: string | undefined;
  /** Only these Sphinx documents (globs). */
  readonly documents?: readonly string[] | undefined;
  /** The specification as it is at that microversion. */
  readonly microversion?: string | undefined;
  /** Rule name → severity or `off`. */
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
  /** Only what these rules find; patterns such as `sample-*`. */
  readonly only?: readonly string[] | undefined;
  /** The file of findings that are not reported. */
  readonly baseline?: string | undefined;
  /** More warnings than that are a failure. */
  readonly maxWarnings?: number | undefined;
  /** Only findings that the tree did not have where that git revision and HEAD parted. */
  readonly changedSince?: string | undefined;
  /** Files of evidence to hold the tree against, and to report what differs instead of what a check finds. */
  readonly against?: readonly string[] | undefined;
}

/** Everything that a run depends on beside the files. */
export interface Settings extends RuleChoice {
  /** What the caller asked for, to resolve the settings of another state of the tree. */
  readonly flags: Flags;
  /** Absolute; the files in reports are named from here. */
  readonly workingDirectory: string;
  /** The Sphinx source folder, absolute. */
  readonly root: string;
  /** Globs of the documents to read; undefined for all. */
  readonly documents: readonly string[] | undefined;
  readonly specification: SpecificationOptions;
  /** Whether the findings of a rule are reported at all (`only`). */
  readonly isWanted: (rule: string) => boolean;
  /** Single facts that are not reported. */
  readonly allow: readonly Allowed[];
  /** What the configuration says of the tree; undefined where only some documents are asked for on the command line. */
  readonly claims: Claims | undefined;
  /** The file of findings that are not reported, absolute. */
  readonly baseline: string | undefined;
  /** More warnings than that are a failure; undefined where any number is allowed. */
  readonly maxWarnings: number | undefined;
  /** Address of a line of the sources, with `{file}` and perhaps `{line}`. */
  readonly sourceUrl: string | undefined;
  /** Address of the page of a rule, with `{rule}`. */
  readonly rulesUrl: string | undefined;
  /** The file that tells the history of the microversions, absolute; it need not exist. */
  readonly history: string | undefined;
  /** Words that are spelt as they are meant. */
  readonly words: readonly string[];
  /** The git revision with which the tree is compared. */
  readonly changedSince: string | undefined;
  /** Files of evidence, as they were named; undefined where the tree is checked by itself. */
  readonly against: readonly string[] | undefined;
}

/** Defaults, then the configuration file, then the flags: what stands later wins. */
export function resolveSettings(
  files: Files,
  workingDirectory: string,
  flags: Flags,
  ruleNames: readonly string[],
): Settings {
  const { root, named: folder } = findRoot(files, workingDirectory, flags.source);
  const folders = [folder, root];
  const { config, directory } = loadConfig(
    files,
    { workingDirectory, folders, config: flags.config },
    ruleNames,
  );
  const flagged = new Map(ruleFlags(flags.rules ?? {}, ruleNames));
  const choice: RuleChoice = {
    rules: new Map([...(config.rules ?? []), ...flagged]),
    overrides: (config.overrides ?? []).map((override) => ({
      ...override,
      directory,
      rules: new Map([...override.rules].filter(([rule]) => !flagged.has(rule))),
    })),
  };
  const named = (key: string, path: string | undefined): string | undefined => {
    const full = pathIn(directory, path);
    if (full !== undefined)
      refuseOutside(files, full, {
        folders: [root, directory, workingDirectory],
        shown: `\`${key}: ${path}\``,
      });
    return full;
  };
  const history = named("history", config.history?.value);
  return Object.freeze({
    ...choice,
    flags,
    workingDirectory,
    root,
    documents: flags.documents ?? config.documents?.map(({ value }) => value),
    specification: specificationOptions(config, flags.microversion),
    isWanted: wantedRules(flags.only, ruleNames),
    allow: config.allow ?? [],
    claims:
      flags.documents === undefined ? { ...choice, ...claimsOf(config), historyPath: history } : undefined,
    baseline: baselineOf(files, workingDirectory, flags) ?? named("baseline", config.baseline),
    maxWarnings: flags.maxWarnings ?? config.maxWarnings,
    sourceUrl: config.sourceUrl,
    rulesUrl: config.rulesUrl,
    history,
    words: config.words ?? [],
    changedSince: flags.changedSince,
    against: flags.against,
  });
}

function claimsOf({
  documents,
  public: operations,
  history,
}: Config): Pick<Claims, "documents" | "public" | "history"> {
  return {
    ...(documents === undefined ? {} : { documents }),
    ...(operations === undefined ? {} : { public: operations }),
    ...(history === undefined ? {} : { history }),
  };
}

function baselineOf(files: Files, workingDirectory: string, { baseline }: Flags): string | undefined {
  const path = pathIn(workingDirectory, baseline);
  if (path !== undefined) refuseLinkOut(files, path, `${baseline}`);
  return path;
}

function pathIn(directory: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : posix.resolve(directory, path);
}

function specificationOptions(config: Config, microversion: string | undefined): SpecificationOptions {
  const { title, version, description, servers, security, contact, license, disputed } = config;
  const given = { title, version, description, servers, security, contact, license, disputed };
  const options: SpecificationOptions = {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(config.public === undefined ? {} : { public: config.public.map(({ value }) => value) }),
  };
  if (microversion === undefined) return options;
  if (!/^(?:\d+\.\d+|latest)$/.test(microversion))
    throw new UsageError(`\`${microversion}\` is not a microversion. Write it as \`2.60\`, or \`latest\`.`);
  return { ...options, microversion };
}

function wantedRules(
  only: readonly string[] | undefined,
  ruleNames: readonly string[],
): (rule: string) => boolean {
  if (only === undefined) return () => true;
  const patterns = only.map(pathPattern);
  for (const [index, pattern] of only.entries()) {
    const matches = patterns[index]!;
    if (pattern.startsWith("openapi/") || ruleNames.some((name) => matches(name))) continue;
    throw new UsageError(
      ruleNameProblem(pattern, ruleNames) ?? `No rule matches \`${pattern}\`. \`apiref rules\` lists them.`,
    );
  }
  return (rule) => patterns.some((matches) => matches(rule));
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
