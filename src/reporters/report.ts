import { posix } from "node:path";
import type { Finding, Severity } from "../findings/finding.ts";
import type { RuleMetadata } from "../findings/rule.ts";
import type { Summary } from "../summary.ts";
import { type Span, spanPositions } from "../text/span.ts";

/** A second place of a finding, as reports show it. */
export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A finding as reports show it: plain data, the shape of `lint --format json`. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  /** Lines and columns count from 1; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** `POST /v2/share-replicas`; absent where the finding belongs to no one operation. */
  readonly operation?: string;
  readonly fixable: boolean;
  readonly related: readonly ReportedPlace[];
}

/** What reporters print. */
export interface Report {
  readonly findings: readonly ReportedFinding[];
  /** The findings that they were made from, one for one, for formats that show source text or edits. */
  readonly origins: readonly Finding[];
  readonly summary: Summary;
  /** How the report names a file: relative to a directory, with `/`. */
  readonly fileName: (path: string) => string;
  /** The address of a rule's page; undefined where nobody has given one. */
  readonly ruleUrl: (rule: string) => string | undefined;
  /** Metadata of the rules, for formats that describe them. */
  readonly rules: readonly RuleMetadata[];
}

/** How a report is to look; formats that are read by programs ignore it. */
export interface ReportStyle {
  readonly colour: boolean;
  /** Width of the terminal, or of a page where there is none. */
  readonly columns: number;
  /** Whether text is broken at that width, as on a terminal. */
  readonly wraps?: boolean;
  /** Whether the report for people ends with a table of the rules; it does unless told otherwise. */
  readonly table?: boolean;
}

/** Makes the text of a report. */
export type Reporter = (report: Report, style: ReportStyle) => string;

/** What a report is made with beside the findings. */
export interface ReportOptions {
  /** Absolute; files are named from here. */
  readonly workingDirectory: string;
  readonly rules: readonly RuleMetadata[];
  /** Address of a rule's page, with `{rule}`. */
  readonly rulesUrl?: string | undefined;
}

/** Turns spans into the lines and columns of reports; findings keep their order. */
export function report(
  findings: readonly Finding[],
  summary: Summary,
  { workingDirectory, rules, rulesUrl }: ReportOptions,
): Report {
  const names = new Map<string, string>();
  const fileName = (path: string): string => {
    const name = names.get(path) ?? posix.relative(workingDirectory, path);
    names.set(path, name);
    return name;
  };
  const placed = findings.map((finding) => reportedFinding(finding, fileName));
  const ruleUrl = (rule: string) => rulesUrl?.replaceAll("{rule}", () => encodeURIComponent(rule));
  return { findings: placed, origins: findings, summary, fileName, ruleUrl, rules };
}

function reportedFinding(finding: Finding, relative: (path: string) => string): ReportedFinding {
  const { start, end } = spanPositions(finding.span);
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file: relative(finding.span.file.path),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(finding.operation === undefined ? {} : { operation: finding.operation }),
    fixable: isFixable(finding),
    related: (finding.related ?? []).map(({ span, message }) => relatedPlace(span, message, relative)),
  };
}

function relatedPlace(span: Span, message: string, relative: (path: string) => string): ReportedPlace {
  return { file: relative(span.file.path), ...spanPositions(span).start, message };
}

/** Whether `apiref fix` can mend a finding. */
export function isFixable({ edits }: Finding): boolean {
  return edits !== undefined && edits.length > 0;
}
