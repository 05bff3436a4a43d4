import type { Draft } from "../findings/finding.ts";
import { directiveInfo } from "../rst/directives.ts";
import type { Block, Transition } from "../rst/tree.ts";

/** Transitions (`----`) that separate nothing (docutils, `transforms/misc.py`, `Transitions`). */
export function* idleTransitions(blocks: readonly Block[]): Iterable<Draft> {
  for (const place of transitionsIn(blocks, true)) {
    const what = idleness(place);
    if (what !== undefined)
      yield {
        message: `A transition ${what}; it can only separate texts. Remove it.`,
        span: place.transition.span,
      };
  }
}

/** Transitions that were to underline a title. */
export function* mistakenTransitions(blocks: readonly Block[]): Iterable<Draft> {
  for (const place of transitionsIn(blocks, true)) {
    const { transition, above, below } = place;
    if (above === undefined || idleness(place) !== undefined) continue;
    if (isUnderlined(above, transition))
      yield {
        message:
          "A transition as long as the text above it, which is not a title like this. Remove the blank line between them.",
        span: transition.span,
      };
    else if (isOfOperation(below))
      yield {
        message:
          "A transition stands above a part of an operation. If it is to underline a title, write the title above it.",
        span: transition.span,
      };
  }
}

/** A transition with what stands round it in its section. */
interface TransitionPlace {
  readonly transition: Transition;
  readonly above: Block | undefined;
  readonly below: Block | undefined;
  readonly endsDocument: boolean;
}

function* transitionsIn(blocks: readonly Block[], isLast: boolean): Iterable<TransitionPlace> {
  // The `include` whose text stands below it is no part of the page.
  const shown = blocks.filter((block) => block.kind !== "directive" || block.name !== "include");
  for (const [index, block] of shown.entries()) {
    const endsDocument = isLast && index === shown.length - 1;
    if (block.kind === "section") yield* transitionsIn(block.children, endsDocument);
    else if (block.kind === "transition")
      yield { transition: block, above: shown[index - 1], below: shown[index + 1], endsDocument };
  }
}

/** Why a transition separates nothing; undefined where it does. */
function idleness({ above, endsDocument }: TransitionPlace): string | undefined {
  if (above === undefined) return "begins a section";
  if (above.kind === "transition") return "stands below another one";
  return endsDocument ? "ends the document" : undefined;
}

/** What only stands below a title. */
function isOfOperation(below: Block | undefined): boolean {
  return below?.kind === "directive" && directiveInfo(below.name).ofOperation === true;
}

/** A single line above a transition of just its length: a title, but for the blank line. */
function isUnderlined(above: Block, { span }: Transition): boolean {
  if (above.kind !== "paragraph" || above.text.lines.length > 1) return false;
  const line = span.file.text.slice(span.start, span.end).trim();
  return above.text.lines[0]!.text.trimEnd().length === line.length;
}
