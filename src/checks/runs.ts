import { columnSpan } from "../rst/lines.ts";
import type { Block, TextRun } from "../rst/tree.ts";
import { NOTHING } from "../rst/walk.ts";
import type { Span } from "../text/span.ts";

/** The texts with inline markup that stand in a block itself. */
export function runsOf(block: Block): readonly TextRun[] {
  switch (block.kind) {
    case "section":
      return [block.title];
    case "paragraph":
      return [block.text];
    case "line-block":
      return block.lines.filter(({ lines }) => lines.length > 0);
    case "definition-list":
      return block.items.map(({ term }) => term);
    default:
      return NOTHING;
  }
}

/** The span of a stretch of a run's text; what goes on in the next line ends with its first. */
export function spanIn(run: TextRun, start: number, end: number): Span {
  let at = 0;
  for (const line of run.lines) {
    const length = line.text.length;
    if (start <= at + length) return columnSpan(line, start - at, Math.min(end - at, length));
    at += length + 1;
  }
  return run.span;
}
