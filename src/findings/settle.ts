import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { type Allowed, withoutAllowed } from "./allow.ts";
import type { Finding } from "./finding.ts";
import { overrideFindings, type RuleChoice } from "./override.ts";
import { suppress } from "./suppress.ts";

/** What people have said of findings, beside the comments in the sources. */
export interface Say extends RuleChoice {
  readonly allow: readonly Allowed[];
  /** Words that are spelt as they are meant. */
  readonly words?: readonly string[];
  /** The rules that there are; any name below `openapi/` is taken as one. */
  readonly ruleNames: readonly string[];
  /** Whether all documents were read, so that what has no effect has none at all. */
  readonly wholeTree: boolean;
  /** Whether this run looks for what a rule finds. */
  readonly isRun: (rule: string) => boolean;
  /** Where a sample is brought into a document. */
  readonly includedAt: (file: SourceFile) => readonly Span[];
}

/** What is left of the findings. */
export interface Settled {
  readonly findings: readonly Finding[];
  /** Entries of `allow` that allowed nothing. */
  readonly unusedAllowed: readonly Allowed[];
}

/** Leaves out the findings that comments, `overrides` and `allow` want left out, and sets severities. */
export function settle(
  findings: readonly Finding[],
  files: Iterable<SourceFile>,
  { allow, words = [], ...choice }: Say,
): Settled {
  const wanted = withoutWords(overrideFindings(findings, choice), words);
  const { kept, unused } = withoutAllowed(wanted, allow);
  return { findings: suppress(kept, files, choice), unusedAllowed: unused };
}

/** The findings that are not of the spelling of these words. */
function withoutWords(findings: readonly Finding[], words: readonly string[]): readonly Finding[] {
  if (words.length === 0) return findings;
  const meant = new Set(words.map((word) => word.toLowerCase()));
  return findings.filter(
    ({ rule, span: { file, start, end } }) =>
      rule !== "spelling" || !meant.has(file.text.slice(start, end).toLowerCase()),
  );
}
