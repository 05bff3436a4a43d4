import type { Operation } from "../apiref/model.ts";
import type { Block } from "../rst/tree.ts";
import { gathered } from "../rst/walk.ts";
import { runsOf } from "./runs.ts";

/**
 * Whether an operation has a list of codes of a kind whose directive has a slip, so that docutils takes it for a comment or
 * for text: `rst-markup-mistaken` tells of it.
 */
export function hasMistakenList({ section }: Operation, kind: "success" | "error"): boolean {
  return section !== undefined && mistakenLists(section.children).some((written) => written === kind);
}

const mistakenLists = gathered((block): readonly string[] =>
  writtenIn(block).flatMap((line) => {
    const match = /^(?:\.{1,3} ?)?rest[_ -]status[_ -]codes?(?: ?:{1,4}|(?= )) *(success|error)\b/i.exec(
      line,
    );
    return match === null ? [] : [match[1]!.toLowerCase()];
  }),
);

function writtenIn(block: Block): readonly string[] {
  if (block.kind !== "comment") return runsOf(block).flatMap(({ lines }) => lines.map(({ text }) => text));
  const { lines, span } = block;
  // What stands below the dots was made a comment on purpose.
  const [first] = lines;
  return first === undefined || span.file.text.slice(span.start, first.offset).includes("\n")
    ? []
    : [first.text];
}
