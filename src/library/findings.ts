import type { Finding } from "../findings/finding.ts";
import { type Report, type ReportedFinding, type ReportedPlace, report } from "../reporters/report.ts";
import { type Span, spanPositions } from "../text/span.ts";

/** A stretch of a text: offsets in UTF-16 code units, `end` exclusive. A mark of byte order at the beginning of a file does not count. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** A change to a file: the text from `start` to `end` is replaced. */
export interface TextEdit extends Offsets {
  /** Named as the files of findings are. */
  readonly file: string;
  /** The same place in lines and columns from 1. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** A finding with its place also as offsets, and what would mend it. Plain data. */
export interface LocatedFinding extends ReportedFinding, Offsets {
  readonly related: readonly (ReportedPlace & Offsets)[];
  /** To be made together, all or none; empty where a person has to decide. */
  readonly edits: readonly TextEdit[];
}

/** The findings of a report as a front end needs them. */
export function locatedFindings(...made: Parameters<typeof report>): LocatedFinding[] {
  const { findings, origins, fileName } = report(...made);
  return findings.map((finding, index) => located(finding, origins[index]!, fileName));
}

function located(reported: ReportedFinding, finding: Finding, fileName: Report["fileName"]): LocatedFinding {
  const { related = [], edits = [] } = finding;
  return {
    ...reported,
    ...offsetsOf(finding.span),
    related: reported.related.map((place, index) => ({ ...place, ...offsetsOf(related[index]!.span) })),
    edits: edits.map(({ span, text }) => ({
      file: fileName(span.file.path),
      ...offsetsOf(span),
      ...linesOf(span),
      text,
    })),
  };
}

function linesOf(span: Span) {
  const { start, end } = spanPositions(span);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function offsetsOf({ start, end }: Span): Offsets {
  return { start, end };
}
