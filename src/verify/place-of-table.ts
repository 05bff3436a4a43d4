import type { Operation, Side } from "../apiref/model.ts";
import { sideIn } from "../apiref/sides.ts";
import { plainText } from "../rst/markdown.ts";
import type { Section } from "../rst/tree.ts";
import { blocksIn } from "../rst/walk.ts";
import type { Span } from "../text/span.ts";

/** Parts of an operation of one side that hold no table of what its messages have. */
const OF_OTHER_THINGS = /\b(?:examples?|samples?|codes?|status(?:es)?|headers?)\b/i;

/** Where the table of a side belongs: behind its rows, else below the title of its part, else that of the operation. */
export function placeOfTable(operation: Operation, side: Side): Span {
  const beside = operation.rows.findLast((row) => row.side === side);
  return beside?.span ?? partOf(operation, side)?.title.span ?? operation.titleSpan;
}

function partOf({ section }: Operation, side: Side): Section | undefined {
  const parts = [...blocksIn(section?.children ?? [])].filter(
    (block): block is Section => block.kind === "section" && sideIn(plainText(block.title)) === side,
  );
  return parts.find(({ title }) => !OF_OTHER_THINGS.test(plainText(title))) ?? parts[0];
}
