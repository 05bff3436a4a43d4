import type { Operation, Side } from "../apiref/model.ts";
import { sideIn } from "../apiref/sides.ts";
import { plainText } from "../rst/markdown.ts";
import type { Section } from "../rst/tree.ts";
import { blocksIn } from "../rst/walk.ts";
import type { Span } from "../text/span.ts";

/** Parts of an operation of one side that hold no table of what its messages have, but may show them. */
const OF_EXAMPLES = /\b(?:examples?|samples?)\b/i;

/** Parts that say nothing of what messages have. */
const OF_OTHER_THINGS = /\b(?:codes?|status(?:es)?|headers?)\b/i;

/**
 * Where the table of a side belongs: behind its rows, else below the title of its part; that of a response without a part of
 * its own behind the last sample of the request; else below the title of the operation.
 */
export function placeOfTable(operation: Operation, side: Side): Span {
  const beside = operation.rows.findLast((row) => row.side === side);
  const part = partOf(operation, side);
  const before =
    side === "response" ? operation.samples.findLast((sample) => sample.side === "request") : undefined;
  return beside?.span ?? part?.title.span ?? before?.pathSpan ?? before?.block.span ?? operation.titleSpan;
}

function partOf({ section }: Operation, side: Side): Section | undefined {
  const parts = [...blocksIn(section?.children ?? [])].filter(
    (block): block is Section => block.kind === "section" && sideIn(plainText(block.title)) === side,
  );
  const own = parts.filter(({ title }) => !OF_OTHER_THINGS.test(plainText(title)));
  return own.find(({ title }) => !OF_EXAMPLES.test(plainText(title))) ?? own[0];
}
