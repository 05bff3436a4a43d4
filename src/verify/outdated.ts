import type { ApiRef, Operation } from "../apiref/model.ts";
import { plainText } from "../rst/markdown.ts";
import type { Block, Section } from "../rst/tree.ts";
import { once } from "../text/once.ts";

const OUTDATED = /\b(?:deprecated|obsolete|removed|retired|legacy|no longer)\b/i;

/** Whether an operation stands among what is deprecated or gone: nothing new belongs there. */
export function outdatedOperations({ documents }: ApiRef): (operation: Operation) => boolean {
  const known = once(() => new Set(documents.flatMap(({ blocks }) => [...outdatedSections(blocks, false)])));
  return ({ deprecated, section, enclosing }) =>
    deprecated || [section, enclosing].some((one) => one !== undefined && known().has(one));
}

/**
 * The sections below an outdated title. A title that stands in the document itself speaks of the parts that are included behind
 * it, whose titles are of its depth.
 */
function* outdatedSections(blocks: readonly Block[], isWithin: boolean): Generator<Section> {
  let isBehind = false;
  for (const block of blocks) {
    if (block.kind !== "section") continue;
    const isOutdated = OUTDATED.test(plainText(block.title));
    const isIncluded = block.title.lines[0]?.includedFrom !== undefined;
    if (!isIncluded) isBehind = isOutdated;
    const isOne = isWithin || isOutdated || (isIncluded && isBehind);
    if (isOne) yield block;
    yield* outdatedSections(block.children, isOne);
  }
}
