import { type DescribedText, describedTexts } from "../checks/described-texts.ts";
import { cutMisuse, directiveMisuse, isCutting } from "../checks/directive-use.ts";
import { mergeConflicts } from "../checks/merge-conflicts.ts";
import { mistakenCodes } from "../checks/mistaken-codes.ts";
import { mistakenInline } from "../checks/mistaken-inline.ts";
import { mistakenDirectives } from "../checks/mistaken-markup.ts";
import { noticed } from "../checks/notices.ts";
import { runsOf } from "../checks/runs.ts";
import { strayParts } from "../checks/stray-parts.ts";
import { lookedUpKeys, rowsAtMargin, strayRows } from "../checks/stray-rows.ts";
import { defineRule } from "../checks/subject.ts";
import { unevenLine } from "../checks/table-slip.ts";
import { idleTransitions } from "../checks/transitions.ts";
import type { Draft } from "../findings/finding.ts";
import type { Block, Directive } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";

export const rstMalformed = defineRule({
  name: "rst-malformed",
  group: "reading",
  severity: "warning",
  fixable: false,
  summary: "markup that docutils cannot read, or does not take for what was meant",
  explanation: `Where docutils cannot read a piece of markup, it drops it or shows it as text, and a directive that is missing its second
colon or a blank is a comment: its content silently vanishes from the page. The message says what docutils expected.
Most often a blank line is missing, or an indentation differs from that of the line above.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

«.. rest_parameters:» parameters.yaml

   - limit: limit

- The first page comes first.
«and has ten widgets.»
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

- The first page comes first
  and has ten widgets.
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  *check(subject) {
    // One mistake, one finding: `rst-title-underline` mends it.
    for (const finding of noticed(
      subject,
      "rst-malformed",
      ({ detail: { what = "" } }) => `${what}${mendOf(what)}`,
    ))
      if (finding.message.startsWith("Malformed table"))
        yield { ...finding, span: unevenLine(finding.span) ?? finding.span };
      else if (!finding.message.startsWith("Title overline & underline mismatch")) yield finding;
    yield* mergeConflicts(subject.apiRef.files.values());
    for (const text of describedTexts(subject.apiRef)) yield* malformedIn(text);
    const refused = new Set(
      subject.apiRef.notices.filter(({ rule }) => rule === "rst-malformed").map(({ span }) => span.start),
    );
    const keys = lookedUpKeys(subject.apiRef);
    for (const document of subject.apiRef.documents) {
      yield* idleTransitions(document.blocks);
      yield* mistaken(document.blocks);
      if (document.operations.length > 0) {
        yield* strayParts(document);
        yield* strayRows(document.blocks, keys);
        // Without a blank line above, docutils tells of the same line.
        for (const { directive, draft } of rowsAtMargin(document.blocks))
          if (directive.content.length > 0 && !refused.has(draft.span.start)) yield draft;
      }
      // One mistake, one finding: what is no option is told of already.
      const isTold = ({ content: [first] }: Directive) => first !== undefined && refused.has(first.offset);
      for (const { directive, draft } of misused(document.blocks)) if (!isTold(directive)) yield draft;
      for (const directive of cutting(document.blocks))
        if (!isTold(directive)) yield* cutMisuse(directive, document, subject.apiRef);
      for (const { section, directive } of document.operations)
        if (section === undefined)
          yield {
            message: "`rest_method` stands below no title, and os-api-ref fails on it. Put a title above it.",
            span: directive.nameSpan,
          };
    }
  },
});

const mistaken = gathered((block): readonly Draft[] =>
  mayBeMistaken(block)
    ? [
        ...mistakenDirectives(block),
        ...mistakenInline(block),
        ...(block.kind === "paragraph" ? mistakenCodes(block.text) : NOTHING),
      ]
    : NOTHING,
);

/** Whether a block holds text that docutils may have taken for something else than was meant. */
function mayBeMistaken(block: Block): boolean {
  return block.kind === "comment" || block.kind === "field-list" || runsOf(block).length > 0;
}

const cutting = gathered((block): readonly Directive[] =>
  block.kind === "directive" && isCutting(block) ? [block] : NOTHING,
);

const misused = gathered((block): readonly { directive: Directive; draft: Draft }[] =>
  block.kind === "directive"
    ? Array.from(directiveMisuse(block), (draft) => ({ directive: block, draft }))
    : NOTHING,
);

const malformedIn = remembered(({ parsed, place }: DescribedText): Draft[] => {
  const problems = parsed.problems.map(({ what, span }) => ({ message: `${what}${mendOf(what)}`, span }));
  return [...problems, ...mistaken(parsed.blocks)].map((draft) => ({ ...draft, span: place(draft.span) }));
});

/** What to do about a problem that docutils words so. */
const MENDS: readonly (readonly [RegExp, string])[] = [
  [
    /ends without a blank line/,
    "Leave a blank line above this one, or indent it as far as the text that it belongs to.",
  ],
  [/Unexpected indentation/, "Leave a blank line above this one, or indent it as far as the line above."],
  [/Blank line required/, "Leave a blank line below the table."],
  [
    /without end-string/,
    "Close it where it ends, with no blank inside, or write a backslash in front of the character.",
  ],
  [/Literal block expected/, "Indent the block below the `::`, or end the line above with a single colon."],
  [
    /Inconsistent literal block/,
    "Begin each of its lines with the same character, or leave a blank line below it.",
  ],
  [
    /Title level inconsistent/,
    "Underline the title as its neighbours are underlined; the title is left out.",
  ],
  [
    /section title|transition/i,
    "Leave blank lines round it, or underline the title with a line as long as the title.",
  ],
  [/a blank line is missing/, "Leave one above this line."],
  [/invalid option block/, "Leave a blank line below the options."],
  [/malformed hyperlink target/, "Expected `.. _name: address`, or `.. _name:` above what it names."],
  [/[Ss]ubstitution definition/, "Expected `.. |name| replace:: text`."],
  [/nested/, "Take some levels out."],
  [
    /table|separator|Column span/,
    "Line the borders and columns of the table up, and leave a blank line below it; docutils leaves it out.",
  ],
];

function mendOf(what: string): string {
  const mend = MENDS.find(([problem]) => problem.test(what))?.[1];
  return mend === undefined ? "" : ` ${mend}`;
}
