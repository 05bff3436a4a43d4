import type { Draft } from "../findings/finding.ts";
import type { Block } from "../rst/tree.ts";

/** Transitions (`----`) that separate nothing (docutils, `transforms/misc.py`, `Transitions`). */
export function* idleTransitions(blocks: readonly Block[], isLast = true): Iterable<Draft> {
  // The `include` whose text stands below it is no part of the page.
  const shown = blocks.filter(
    (block) => block.kind !== "directive" || block.name.toLowerCase() !== "include",
  );
  for (const [index, block] of shown.entries()) {
    const ends = isLast && index === shown.length - 1;
    if (block.kind === "section") yield* idleTransitions(block.children, ends);
    if (block.kind !== "transition") continue;
    const above = shown[index - 1];
    const what =
      above === undefined
        ? "begins a section"
        : above.kind === "transition"
          ? "stands below another one"
          : ends
            ? "ends the document"
            : undefined;
    if (what !== undefined)
      yield { message: `A transition ${what}; it can only separate texts. Remove it.`, span: block.span };
  }
}
