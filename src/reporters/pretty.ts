import type { Finding } from "../findings/finding.ts";
import { spanPositions } from "../text/span.ts";
import { visible } from "../text/visible.ts";
import { type Cause, causesOf } from "./causes.ts";
import { placeName } from "./place-name.ts";
import type { ReportedFinding, Reporter, ReportStyle } from "./report.ts";
import { statistics } from "./statistics.ts";
import { counted, painter, type Tone } from "./style.ts";
import { type Word, wordsOf, wrapped } from "./wrap.ts";

const TAB_WIDTH = 4;
/** Narrower than that, a piece of a line says nothing. */
const LEAST_COLUMNS = 40;

/** So many places that show a cause are named; `--format json` has all. */
const MOST_PLACES = 2;
/** More related places of one finding are counted. */
const MOST_RELATED = 4;

/**
 * Findings for people, one block a cause (`causes.ts`): place, severity, message, whether `apiref fix` mends it, and rule;
 * below that the source line with the place underlined, the operation, the related places, and what else shows it. In the
 * end a table of the rules.
 *
 * ```text
 * widgets.inc:12:6 error No definition for `limti` in parameters.yaml. Did you mean `limit`? [fix] unknown-parameter
 *   12 |    - limit: limti
 *      |             ^^^^^
 *   in GET /v1/widgets
 *   parameters.yaml:1:1 looked up here
 * ```
 */
export const pretty: Reporter = (report, style) => {
  const blocks = causesOf(report).map((cause) => entry(cause, style));
  return [...blocks, ...(style.table === false ? [] : [statistics(report, style)])]
    .filter((part) => part !== "")
    .join("\n");
};

/** A finding that is no more, in one line, at the place where it was. */
export function prettyGone(finding: ReportedFinding, style: ReportStyle): string {
  return `${head(finding, "gone", "faint", style)}\n`;
}

function head(
  { file, line, column, message, rule, fixable }: ReportedFinding,
  word: string,
  tone: Tone,
  { colour, columns, wraps = false }: ReportStyle,
): string {
  const paint = painter(colour);
  const words: Word[] = [
    { text: placeName({ file, line, column }), paint: (text) => paint("strong", text) },
    { text: word, paint: (text) => paint(tone, text) },
    ...wordsOf(visible(message.replaceAll("\n", " "))),
    ...(fixable && word !== "gone"
      ? [{ text: "[fix]", paint: (text: string) => paint("strong", text) }]
      : []),
    { text: rule, paint: (text) => paint("faint", text) },
  ];
  return wrapped(words, wraps ? Math.max(columns, LEAST_COLUMNS) : Number.POSITIVE_INFINITY);
}

function entry({ finding, origin, others }: Cause, style: ReportStyle): string {
  const { colour, columns } = style;
  const paint = painter(colour);
  const lines = [head(finding, finding.severity, finding.severity, style)];
  const number = `  ${finding.line} `;
  const excerpt = sourceExcerpt(origin, Math.max(columns, LEAST_COLUMNS) - number.length - 2);
  if (excerpt.text !== "")
    lines.push(
      `${paint("faint", `${number}|`)} ${excerpt.text}`,
      `${paint("faint", `${" ".repeat(number.length)}|`)} ${" ".repeat(excerpt.from)}${paint(finding.severity, "^".repeat(excerpt.length))}`,
    );
  if (finding.operation !== undefined) lines.push(paint("faint", `  in ${visible(finding.operation)}`));
  const shown =
    finding.related.length > MOST_RELATED ? finding.related.slice(0, MOST_PLACES) : finding.related;
  for (const { file, line, column, message } of shown)
    lines.push(
      `  ${paint("faint", placeName({ file, line, column }))} ${visible(message.replaceAll("\n", " "))}`,
    );
  if (shown.length < finding.related.length)
    lines.push(`  and ${counted(finding.related.length - shown.length, "more place")}`);
  if (others.length > 0) lines.push(`  ${shownBy([finding, ...others], others)}`);
  return `${lines.join("\n")}\n`;
}

/** `shown by 38 samples of 12 operations, such as …`. */
function shownBy(all: readonly ReportedFinding[], others: readonly ReportedFinding[]): string {
  const files = new Set(all.map(({ file }) => file));
  const operations = new Set(all.map(({ operation }) => operation).filter((one) => one !== undefined));
  const samples = [...files].every((file) => file.endsWith(".json"));
  const what =
    samples && files.size > 1 ? `by ${counted(files.size, "sample")}` : `at ${counted(all.length, "place")}`;
  const of = operations.size > 1 ? ` of ${counted(operations.size, "operation")}` : "";
  const named = others
    .slice(0, MOST_PLACES)
    .map(({ file, line, column }) => placeName({ file, line, column }));
  return `shown ${what}${of}, such as ${named.join(" and ")}`;
}

/** A source line as it is shown, with the cells that the finding covers. */
interface Excerpt {
  readonly text: string;
  /** Cells before the place, and its own. At least one cell, also for an empty span. */
  readonly from: number;
  readonly length: number;
}

/** The line on which a finding begins, tabs as spaces, cut round the place where it is wider than `width`. */
function sourceExcerpt({ span }: Finding, width: number): Excerpt {
  const { start, end } = spanPositions(span);
  const line = span.file.lineText(start.line);
  const first = start.column - 1;
  const last = end.line > start.line ? line.length : end.column - 1;
  // Only what can be shown is looked at: a sample may be one line of megabytes.
  const skipped = Math.max(0, first - width);
  const before = cells(line.slice(skipped, first));
  const place = cells(line.slice(first, Math.min(last, first + width + 1)));
  const whole = before + place + cells(line.slice(last, last + width));

  const centred = before.length - Math.floor(Math.max(0, width - place.length) / 2);
  const from = Math.max(0, Math.min(centred, whole.length - width));
  let text = whole.slice(from, from + width);
  if (from + skipped > 0) text = `…${text.slice(1)}`;
  if (from + width < whole.length) text = `${text.slice(0, -1)}…`;
  const at = before.length - from;
  return { text: text.trimEnd(), from: at, length: Math.max(1, Math.min(place.length, width - at)) };
}

function cells(text: string): string {
  return visible(text.replaceAll("\t", " ".repeat(TAB_WIDTH)));
}
