import type { Draft } from "../findings/finding.ts";
import type { Block, Transition } from "../rst/tree.ts";

/**
 * Transitions (`----`) that separate nothing (docutils, `transforms/misc.py`, `Transitions`), or were to underline a title.
 */
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
    else if (above !== undefined && isUnderlined(above, block))
      yield {
        message:
          "A transition as long as the text above it, which is no title so. Remove the blank line between them.",
        span: block.span,
      };
    else if (isOfOperation(shown[index + 1]))
      yield {
        message:
          "A transition stands above a part of an operation. If it is to underline a title, write the title above it.",
        span: block.span,
      };
  }
}

/** What only stands below a title. */
function isOfOperation(below: Block | undefined): boolean {
  return (
    below?.kind === "directive" &&
    /^(?:rest_(?:method|parameters|status_code)|literalinclude)$/.test(below.name)
  );
}

/** A single line above a transition of just its length: a title, but for the blank line. */
function isUnderlined(above: Block, { span }: Transition): boolean {
  if (above.kind !== "paragraph" || above.text.lines.length > 1) return false;
  const line = span.file.text.slice(span.start, span.end).trim();
  return above.text.lines[0]!.text.trimEnd().length === line.length;
}
