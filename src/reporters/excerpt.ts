import type { Finding } from "../findings/finding.ts";
import { spanPositions } from "../text/span.ts";
import { visible } from "../text/visible.ts";

const TAB_WIDTH = 4;

/** A source line as it is shown, with the cells that the finding covers. */
export interface Excerpt {
  readonly text: string;
  /** Cells before the place, and its own. At least one cell, also for an empty span. */
  readonly from: number;
  readonly length: number;
}

/** The line on which a finding begins, tabs as spaces, cut round the place where it is wider than `width`. */
export function sourceExcerpt({ span }: Finding, width: number): Excerpt {
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
