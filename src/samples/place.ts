import type { Sample } from "../apiref/model.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** Where a stretch of a derived text comes from: the text from `at` on stands in its source from `offset` on. */
export interface Piece {
  readonly at: number;
  readonly offset: number;
}

/** The source offset of an offset of a derived text; pieces are in order of `at`. */
export function sourceOffset(pieces: readonly Piece[], at: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece === undefined ? at : piece.offset + Math.max(0, at - piece.at);
}

/** The span in a sample's file of a stretch of its text; where the file is missing, the directive's. */
export function sampleSpan(sample: Sample, start: number, end: number): Span {
  return sample.file === undefined ? sample.block.span : fileSpan(sample.file, sample.pieces, start, end);
}

function fileSpan(file: SourceFile, pieces: readonly Piece[], start: number, end: number): Span {
  const first = Math.min(sourceOffset(pieces, start), file.text.length);
  // The end is that of the last character: what follows it may come from elsewhere.
  const last = end > start ? sourceOffset(pieces, end - 1) + 1 : first;
  return { file, start: first, end: Math.min(Math.max(first, last), file.text.length) };
}
