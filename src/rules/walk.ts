import { childrenOf } from "../apiref/documents.ts";
import type { Block } from "../rst/tree.ts";

/** Every block of a tree, however deep, in reading order; the directive of a substitution definition among them. */
export function* blocksIn(blocks: readonly Block[]): Iterable<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === "substitution-definition") yield block.directive;
    for (const children of childrenOf(block)) yield* blocksIn(children);
  }
}
