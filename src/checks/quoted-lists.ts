import type { Draft } from "../findings/finding.ts";
import type { Block } from "../rst/tree.ts";
import { NOTHING } from "../rst/walk.ts";

/** Lists that are indented without need: docutils puts them into a quotation. */
export function quotedList(block: Block): readonly Draft[] {
  if (block.kind !== "block-quote" || !block.children.every(isList)) return NOTHING;
  const [list] = block.children;
  if (list === undefined) return NOTHING;
  const { span } = list;
  return [
    {
      message:
        "An indented list becomes a quotation. Begin its lines in the column in which the text above begins.",
      span,
    },
  ];
}

function isList({ kind }: Block): boolean {
  return kind === "bullet-list" || kind === "enumerated-list";
}
