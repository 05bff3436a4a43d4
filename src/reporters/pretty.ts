import { visible } from "../text/visible.ts";
import { type Cause, causesOf } from "./causes.ts";
import { sourceExcerpt } from "./excerpt.ts";
import { placeName } from "./place-name.ts";
import type { ReportedFinding, Reporter, ReportStyle } from "./report.ts";
import { MOST_PLACES, shownBy } from "./shown-by.ts";
import { statistics } from "./statistics.ts";
import { counted, painter, type Tone } from "./style.ts";
import { type Word, wordsOf, wrapped } from "./wrap.ts";

/** Narrower than that, a piece of a line says nothing. */
const LEAST_COLUMNS = 40;

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
