import { type DescribedText, describedTexts } from "../checks/described-texts.ts";
import { mistakenCodes, mistakenListedCodes } from "../checks/mistaken-codes.ts";
import { mistakenInline } from "../checks/mistaken-inline.ts";
import { mistakenDirectives } from "../checks/mistaken-markup.ts";
import { byAdvice } from "../checks/over-texts.ts";
import { runsOf } from "../checks/runs.ts";
import { defineRule } from "../checks/subject.ts";
import { mistakenTransitions } from "../checks/transitions.ts";
import type { Draft } from "../findings/finding.ts";
import type { Block } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";

export const rstMarkupMistaken = defineRule({
  name: "rst-markup-mistaken",
  group: "reading",
  severity: "warning",
  fixable: false,
  summary: "markup that docutils silently takes for something other than was meant",
  explanation: `A directive that is missing its second colon or a blank is a comment: its content silently vanishes from the page. A link
without its \`_\`, a role without a colon, a label of status codes with a slip are shown as plain text. docutils reads all of
them without a word, since each is something else that is allowed. The message says what to write.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

«.. rest_parameters:» parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  *check({ apiRef }) {
    for (const text of describedTexts(apiRef)) yield* mistakenIn(text);
    for (const { blocks } of apiRef.documents) {
      yield* mistakenTransitions(blocks);
      yield* mistaken(blocks);
    }
  },
});

const mistakenIn = remembered(({ parsed, place }: DescribedText): readonly Draft[] =>
  mistaken(parsed.blocks).map((draft) => ({ ...draft, span: place(draft.span) })),
);

const mistaken = gathered((block): readonly Draft[] =>
  mayBeMistaken(block)
    ? [
        // A slip in a directive is copied with it, over files, too.
        ...[...mistakenDirectives(block)].map((draft) => ({ ...draft, cause: draft.message })),
        ...byAdvice(mistakenInline(block)),
        ...(block.kind === "paragraph" ? mistakenCodes(block.text) : NOTHING),
        ...mistakenListedCodes(block),
      ]
    : NOTHING,
);

/** Whether a block holds text that docutils may have taken for something else than was meant. */
function mayBeMistaken(block: Block): boolean {
  return block.kind === "comment" || block.kind === "field-list" || runsOf(block).length > 0;
}
