import type { Finding, Severity } from "../findings/finding.ts";
import type { Report, ReportedFinding } from "./report.ts";

/** A mistake with everything that shows it. */
export interface Cause {
  /** The first finding, in the order of the places. */
  readonly finding: ReportedFinding;
  /** What it was made from. */
  readonly origin: Finding;
  /** Findings of the same rule that are related to the same place, such as a definition that several samples contradict. */
  readonly others: readonly ReportedFinding[];
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The causes of a report: errors before warnings before infos, then by file and place. */
export function causesOf({ findings, origins }: Report): Cause[] {
  const causes = new Map<string, Cause & { readonly others: ReportedFinding[] }>();
  findings.forEach((finding, index) => {
    const origin = origins[index]!;
    const key = causeKey(finding, origin) ?? `${index}`;
    const known = causes.get(key);
    if (known === undefined) causes.set(key, { finding, origin, others: [] });
    else known.others.push(finding);
  });
  return [...causes.values()].sort((a, b) => order[a.finding.severity] - order[b.finding.severity]);
}

/** What a sample shows may be caused by a definition. An empty place stands for its file as a whole, which is nobody's cause. */
function causeKey({ rule, severity, file }: ReportedFinding, { related = [] }: Finding): string | undefined {
  if (!file.endsWith(".json")) return undefined;
  const cause = related.find(({ span }) => span.start < span.end);
  return cause && `${severity} ${rule} ${cause.span.file.path}:${cause.span.start}`;
}
