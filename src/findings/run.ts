import { append } from "../text/append.ts";
import type { Span } from "../text/span.ts";
import type { Finding } from "./finding.ts";
import type { Rule } from "./rule.ts";
import type { RuleSettings } from "./severity.ts";

/**
 * Runs the rules over a subject; rules that are off are not run.
 *
 * @param failed makes findings of what a rule threw; without it, that is thrown on
 */
export function runRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  settings: RuleSettings,
  failed?: (rule: string, error: unknown) => Finding[],
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const set = settings.get(rule.name);
    if (set === "off") continue;
    try {
      for (const draft of rule.check(subject))
        findings.push({ rule: rule.name, ...draft, severity: set ?? draft.severity ?? rule.severity });
    } catch (error) {
      if (failed === undefined) throw error;
      append(findings, failed(rule.name, error));
    }
  }
  return findings;
}

/**
 * The findings by file, line, column, rule and message, those that say the same once. A place outside its file is a
 * bug of the rule and throws, for it would otherwise pass unseen.
 */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const checked = new Set<Finding["edits"]>();
  for (const finding of findings) checkPlaces(finding, checked);
  // By offset is by line and column.
  const sorted = findings.toSorted(
    (a, b) =>
      compare(a.span.file.path, b.span.file.path) ||
      a.span.start - b.span.start ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message) ||
      a.span.end - b.span.end ||
      compare(a.operation ?? "", b.operation ?? ""),
  );
  return sorted.filter((finding, index) => index === 0 || !saysTheSame(finding, sorted[index - 1]!));
}

/** A part that several documents include gives the same finding for each of them. */
function saysTheSame(a: Finding, b: Finding): boolean {
  return (
    a.span.file.path === b.span.file.path &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.rule === b.rule &&
    a.message === b.message
  );
}

/** Order of UTF-16 code units: the same everywhere, whatever the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param checked edits that were looked at: many findings may be mended by the same ones */
function checkPlaces(finding: Finding, checked: Set<Finding["edits"]>): void {
  const places: Span[] = [finding.span];
  for (const { span } of finding.related ?? []) places.push(span);
  if (!checked.has(finding.edits)) for (const { span } of finding.edits ?? []) places.push(span);
  checked.add(finding.edits);
  for (const { file, start, end } of places)
    if (!(start >= 0 && start <= end && end <= file.text.length))
      throw new Error(
        `Rule ${finding.rule} gave ${start}–${end}, outside ${file.path} (${file.text.length})`,
      );
}
