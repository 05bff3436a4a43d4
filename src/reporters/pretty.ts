import type { Finding } from "../findings/finding.ts";
import { spanPositions } from "../text/span.ts";
import { visible } from "../text/visible.ts";
import { placeName } from "./place-name.ts";
import type { ReportedFinding, Reporter, ReportStyle } from "./report.ts";
import { painter, type Tone } from "./style.ts";

const TAB_WIDTH = 4;
/** Narrower than that, a piece of a line says nothing. */
const LEAST_COLUMNS = 40;

/**
 * Findings for people: place, severity, message and rule in one line, below it the source line with the place
 * underlined, below that the related places.
 *
 * ```text
 * widgets.inc:12:6 error No definition for `limti` in parameters.yaml. Did you mean `limit`? unknown-parameter
 *   12 |    - limit: limti
 *      |             ^^^^^
 *   parameters.yaml:1:1 looked up here
 * ```
 */
export const pretty: Reporter = ({ findings, origins }, style) =>
  findings.map((finding, index) => entry(finding, origins[index]!, style)).join("\n");

/** A finding that is no more, in one line, at the place where it was. */
export function prettyGone(finding: ReportedFinding, { colour }: ReportStyle): string {
  return `${head(finding, "gone", "faint", painter(colour))}\n`;
}

function head(finding: ReportedFinding, word: string, tone: Tone, paint: ReturnType<typeof painter>): string {
  return [
    paint("strong", placeName(finding)),
    paint(tone, word),
    visible(finding.message.replaceAll("\n", " ")),
    paint("faint", finding.rule),
  ].join(" ");
}

function entry(finding: ReportedFinding, origin: Finding, { colour, columns }: ReportStyle): string {
  const paint = painter(colour);
  const lines = [head(finding, finding.severity, finding.severity, paint)];
  const number = `  ${finding.line} `;
  const excerpt = sourceExcerpt(origin, Math.max(columns, LEAST_COLUMNS) - number.length - 2);
  if (excerpt.text !== "")
    lines.push(
      `${paint("faint", `${number}|`)} ${excerpt.text}`,
      `${paint("faint", `${" ".repeat(number.length)}|`)} ${" ".repeat(excerpt.from)}${paint(finding.severity, "^".repeat(excerpt.length))}`,
    );
  for (const place of finding.related)
    lines.push(`  ${paint("faint", placeName(place))} ${visible(place.message.replaceAll("\n", " "))}`);
  return `${lines.join("\n")}\n`;
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
