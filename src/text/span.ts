import type { Position, SourceFile } from "./source-file.ts";

/** A stretch of a source text: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** Where a span begins, as a key. */
export function spanKey({ file, start }: Span): string {
  return `${file.path} ${start}`;
}

/** Makes a span of a file. */
export function span(file: SourceFile, start: number, end: number): Span {
  return { file, start, end };
}

/** The span of a whole line (from 1), without the white space round its text. */
export function lineSpan(file: SourceFile, line: number): Span {
  const text = file.lineText(line);
  const start = file.offsetAt({ line, column: 1 }) + (text.length - text.trimStart().length);
  return { file, start, end: start + text.trim().length };
}

/** The two ends of a span as lines and columns from 1. */
export function spanPositions(place: Span): { start: Position; end: Position } {
  return { start: place.file.positionAt(place.start), end: place.file.positionAt(place.end) };
}
