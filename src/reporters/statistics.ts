import type { Severity } from "../findings/finding.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Report, ReportedFinding, ReportStyle } from "./report.ts";
import { painter } from "./style.ts";

/** The findings of one rule and severity in figures. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  readonly fixable: number;
}

const order: readonly Severity[] = ["error", "warning", "info"];

/** Errors first, then the most frequent rule. */
export function ruleCounts(findings: readonly ReportedFinding[]): RuleCount[] {
  const groups = groupedBy(findings, ({ rule, severity }) => `${severity} ${rule}`);
  return [...groups.values()]
    .map((group) => ({
      rule: group[0]!.rule,
      severity: group[0]!.severity,
      count: group.length,
      fixable: group.filter(({ fixable }) => fixable).length,
    }))
    .sort(
      (a, b) =>
        order.indexOf(a.severity) - order.indexOf(b.severity) ||
        b.count - a.count ||
        (a.rule < b.rule ? -1 : 1),
    );
}

/**
 * A table of rules: how many findings, and how many of them `apiref fix` mends. Empty where there are none.
 *
 * ```text
 * count  fixable
 *    12          error    sample-type
 *     3        3 warning  rst-title-underline
 * ```
 */
export function statistics(
  { findings }: Pick<Report, "findings">,
  { colour }: Pick<ReportStyle, "colour">,
): string {
  const counts = ruleCounts(findings);
  if (counts.length === 0) return "";
  const paint = painter(colour);
  const rows = counts.map(({ rule, severity, count, fixable }) => {
    const figures = `${`${count}`.padStart(5)}  ${(fixable === 0 ? "" : `${fixable}`).padStart(7)}`;
    return `${figures}  ${paint(severity, severity.padEnd(7))}  ${rule}\n`;
  });
  return `${paint("faint", "count  fixable")}\n${rows.join("")}`;
}
