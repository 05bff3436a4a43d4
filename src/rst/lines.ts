import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Line } from "./tree.ts";

/** Tab stops of docutils (`tab_width`). */
const TAB_WIDTH = 8;

/** Ends of lines as Python's `str.splitlines` has them; VT and FF are spaces to docutils. */
const LINE_END = /\r\n|[\n\r\x85\u2028\u2029]/g;

/**
 * The lines of a file as docutils reads them (`statemachine.string2lines`): tabs expanded to columns of 8, vertical
 * tabs and form feeds turned into spaces, trailing white space gone, no byte order mark.
 */
export const linesOf = remembered((file: SourceFile): readonly Line[] => {
  const { text } = file;
  const lines: Line[] = [];
  let start = text.startsWith("\ufeff") ? 1 : 0;
  for (const end of text.matchAll(LINE_END)) {
    lines.push(lineAt(file, start, end.index));
    start = end.index + end[0].length;
  }
  if (start < text.length) lines.push(lineAt(file, start, text.length));
  return lines;
});

function lineAt(file: SourceFile, start: number, end: number): Line {
  const raw = file.text.slice(start, end);
  if (!/[\t\v\f]/.test(raw))
    return { text: raw.trimEnd(), file, offset: start, includedFrom: undefined, tabs: undefined };
  const hasTab = raw.includes("\t");
  return {
    text: (hasTab ? expandTabs(raw) : raw).replace(/[\v\f]/g, " ").trimEnd(),
    file,
    offset: start,
    includedFrom: undefined,
    tabs: hasTab ? { lineStart: start, column: 0 } : undefined,
  };
}

function expandTabs(raw: string): string {
  let expanded = "";
  for (const [index, part] of raw.split("\t").entries()) {
    if (index > 0) expanded += " ".repeat(TAB_WIDTH - (expanded.length % TAB_WIDTH));
    expanded += part;
  }
  return expanded;
}

/** Part of a line, from one column to before another; trailing white space goes. */
export function cut(line: Line, from: number, to?: number): Line {
  if (from === 0 && (to === undefined || to >= line.text.length)) return line;
  const { text, file, offset, includedFrom, tabs } = line;
  const part = to === undefined ? text.slice(from) : text.slice(from, to).trimEnd();
  if (tabs === undefined) return { text: part, file, offset: offset + from, includedFrom, tabs };
  return {
    text: part,
    file,
    offset: offsetIn(line, from),
    includedFrom,
    tabs: { lineStart: tabs.lineStart, column: tabs.column + from },
  };
}

/** Where the character in a column of a line's text stands in its file. */
export function offsetIn(line: Line, column: number): number {
  if (line.tabs === undefined) return line.offset + column;
  const { text } = line.file;
  const wanted = line.tabs.column + column;
  let offset = line.tabs.lineStart;
  for (let reached = 0; offset < text.length; offset++) {
    reached += text[offset] === "\t" ? TAB_WIDTH - (reached % TAB_WIDTH) : 1;
    if (reached > wanted) break;
  }
  return offset;
}

/** The span of some columns of a line. */
export function columnSpan(line: Line, from: number, to: number): Span {
  return { file: line.file, start: offsetIn(line, from), end: offsetIn(line, to) };
}

/** The span of a line's text. */
export function spanOfLine(line: Line): Span {
  return columnSpan(line, indentOf(line), line.text.length);
}

/**
 * From the first character that is not blank to the last. Lines that an inclusion brought in from another file
 * than the first one's do not count: a span lies in one file.
 */
export function spanOfLines(lines: readonly Line[]): Span {
  const first = lines.find((line) => line.text !== "") ?? lines[0]!;
  const last = lines.findLast((line) => line.text !== "" && line.file === first.file) ?? first;
  return { file: first.file, start: spanOfLine(first).start, end: offsetIn(last, last.text.length) };
}

/** Number of blanks before the text; 0 for a blank line. */
export function indentOf(line: Line): number {
  const { text } = line;
  let indent = 0;
  while (text.charCodeAt(indent) === 32) indent++;
  return indent;
}

/** The lines without their common indentation. */
export function dedent(lines: readonly Line[]): Line[] {
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) if (line.text !== "") least = Math.min(least, indentOf(line));
  if (least === 0 || least === Number.POSITIVE_INFINITY) return lines.slice();
  return lines.map((line) => (line.text === "" ? line : cut(line, least)));
}

/** The lines without blank ones at the start and the end. */
export function trimBlank(lines: Line[]): Line[] {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]!.text === "") start++;
  while (end > start && lines[end - 1]!.text === "") end--;
  return start === 0 && end === lines.length ? lines : lines.slice(start, end);
}

/** The columns that a text takes (`docutils.utils.column_width`): East Asian wide characters two, combining none. */
export function columnWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : /^\p{M}/u.test(character) ? 0 : 1;
  return width;
}

/** Whether a character takes two columns (East Asian Width W or F, by the blocks in which those stand). */
export function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u.test(
    character,
  );
}
