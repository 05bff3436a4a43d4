import { diffArrays } from "diff";
import { isAlike } from "../text/alike.ts";
import type { SourceFile } from "../text/source-file.ts";

/** Where the lines of a file are after a change; lines count from 1. */
export interface LineMap {
  /** The line that an earlier one is now, moved or corrected; undefined where it was taken out. */
  lineNow(line: number): number | undefined;
  /** Whether a line was not there, or not as it is now. */
  isNew(line: number): boolean;
}

/** Files that differ more than that have no line in common that matters. */
const MOST_EDITS = 4000;

/**
 * Compares two states of a file. A line that stands in the place of another is that line, corrected, if it is the only one
 * there or like it.
 */
export function lineMap(before: SourceFile, now: SourceFile): LineMap {
  if (before.text === now.text) return { lineNow: (line) => line, isNew: () => false };
  const lines = new Map<number, number>();
  const kept = new Set<number>();
  const [old, present] = [linesOf(before), linesOf(now)];
  const hunks = diffArrays(old, present, { maxEditLength: MOST_EDITS }) ?? [];
  let at = 0;
  let atNow = 0;
  for (let index = 0; index < hunks.length; index++) {
    const { added, removed, count = 0 } = hunks[index]!;
    if (added) atNow += count;
    else if (!removed) {
      for (let line = 1; line <= count; line++) {
        lines.set(at + line, atNow + line);
        kept.add(atNow + line);
      }
      at += count;
      atNow += count;
    } else {
      const next = hunks[index + 1];
      // What replaces lines is told behind them.
      if (next?.added && next.count === count)
        for (let line = 1; line <= count; line++)
          if (count === 1 || isAlike(old[at + line - 1]!, present[atNow + line - 1]!))
            lines.set(at + line, atNow + line);
      at += count;
    }
  }
  return { lineNow: (line) => lines.get(line), isNew: (line) => !kept.has(line) };
}

/** The lines without the white space round them: one that was indented otherwise is the same line. */
function linesOf(file: SourceFile): string[] {
  return file.lineStarts.map((_, index) => file.lineText(index + 1).trim());
}
