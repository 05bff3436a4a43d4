import { type Span, span } from "../text/span.ts";

/**
 * The line of a grid table that cannot be read whose width is not that of the others; docutils tells of the whole table.
 * Undefined where all are of one width.
 */
export function unevenLine({ file, start, end }: Span): Span | undefined {
  const lines = file.text.slice(start, end).split("\n");
  if (!/^\s*\+-/.test(lines[0]!)) return undefined;
  const indent = start - file.offsetAt({ line: file.positionAt(start).line, column: 1 });
  const widths = lines.map((line, index) => line.trimEnd().length - (index === 0 ? 0 : indent));
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  const index = widths.findIndex((width) => width !== usual);
  if (index < 0) return undefined;
  const line = lines[index]!;
  const at = start + lines.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
  return span(file, at + line.length - line.trimStart().length, at + line.trimEnd().length);
}
