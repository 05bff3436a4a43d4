import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { type Allowed, withoutAllowed } from "./allow.ts";
import type { Finding } from "./finding.ts";
import { overrideFindings, type RuleChoice } from "./override.ts";
import { suppress } from "./suppress.ts";

/** What people have said of findings, beside the comments in the sources. */
export interface Say extends RuleChoice {
  readonly allow: readonly Allowed[];
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
  { allow, ...choice }: Say,
): Settled {
  const wanted = overrideFindings(findings, choice);
  const { kept, unused } = withoutAllowed(wanted, allow);
  return { findings: suppress(kept, files, choice), unusedAllowed: unused };
}
