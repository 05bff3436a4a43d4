import { posix } from "node:path";
import { pathPattern } from "../text/glob.ts";
import { remembered } from "../text/remembered.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "./finding.ts";
import type { RuleSetting, RuleSettings } from "./severity.ts";

/** Rules that are set otherwise for some files. */
export interface Override {
  /**
   * Patterns of paths below `directory`; one without a slash is for names of files in any folder. Of files beside the
   * directory, the path begins with `../`.
   */
  readonly files: readonly string[];
  /** Absolute. */
  readonly directory: string;
  readonly rules: RuleSettings;
  /** Where the patterns stand in the configuration. */
  readonly span: Span;
}

/** What rules are set to: everywhere, and for some files; of overrides that are for one file the last counts. */
export interface RuleChoice {
  readonly rules: RuleSettings;
  readonly overrides: readonly Override[];
}

/** Whether an override is for a file. */
export function isFor(override: Override, path: string): boolean {
  return matcherOf(override)(posix.relative(override.directory, path));
}

const matcherOf = remembered(({ files }: Override) => {
  const matchers = files.map((pattern) => {
    const matches = pathPattern(pattern);
    return pattern.includes("/") ? matches : (path: string) => matches(posix.basename(path));
  });
  return (path: string) => matchers.some((matches) => matches(path));
});

/** What a rule is set to in a file; undefined for its default. */
export function settingAt(
  { rules, overrides }: RuleChoice,
  rule: string,
  path: string,
): RuleSetting | undefined {
  const override = overrides.findLast((one) => one.rules.has(rule) && isFor(one, path));
  return override?.rules.get(rule) ?? rules.get(rule);
}

/** The settings with which the rules are to run: one that is off, but on for some files, runs all the same. */
export function settingsToRun({ rules, overrides }: RuleChoice): RuleSettings {
  const running = new Map(rules);
  for (const override of overrides)
    for (const [rule, setting] of override.rules)
      if (setting !== "off" && running.get(rule) === "off") running.set(rule, setting);
  return running;
}

/** The findings as the overrides want them: with another severity, or not at all. */
export function overrideFindings(findings: readonly Finding[], choice: RuleChoice): readonly Finding[] {
  if (choice.overrides.length === 0) return findings;
  return findings.flatMap((finding) => {
    const setting = settingAt(choice, finding.rule, finding.span.file.path);
    if (setting === "off") return [];
    return setting === undefined || setting === finding.severity
      ? [finding]
      : [{ ...finding, severity: setting }];
  });
}
