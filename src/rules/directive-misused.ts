import { noticesFor } from "../apiref/notice.ts";
import { describedProblems } from "../checks/described-texts.ts";
import { cutMisuse, directiveMisuse, isCutting } from "../checks/directive-use.ts";
import { faultMessage } from "../checks/markup-faults.ts";
import { refusedPlaces } from "../checks/refused.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { isDirectiveFault } from "../rst/fault.ts";
import type { Directive } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";

export const directiveMisused = defineRule({
  name: "directive-misused",
  group: "reading",
  severity: "warning",
  fixable: false,
  summary:
    "a directive with an option, argument or content that it does not take, or without one that it needs",
  explanation: `Sphinx leaves a directive out of the page, or an option out of the directive, where these are not what the directive
takes: a misspelt option, something that is not a number, a note without text, lines that the file does not have.
The message says what was expected.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. literalinclude:: widgets.json
   :«langauge»: json
`,
    "widgets.json": `
{"widgets": []}
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. literalinclude:: widgets.json
   :language: json
`,
    "widgets.json": `
{"widgets": []}
`,
  },
  *check({ apiRef }) {
    for (const { detail, span } of noticesFor(apiRef.notices, "directive-misused"))
      yield { message: faultMessage(detail), span };
    for (const { fault, span } of describedProblems(apiRef))
      if (isDirectiveFault(fault)) yield { message: faultMessage(fault), span };
    const isRefused = refusedPlaces(apiRef);
    // One mistake, one finding: what is no option is told of already.
    const isTold = ({ content: [first] }: Directive) =>
      first !== undefined && isRefused({ file: first.file, start: first.offset });
    for (const document of apiRef.documents) {
      for (const { directive, draft } of misused(document.blocks)) if (!isTold(directive)) yield draft;
      for (const directive of cutting(document.blocks))
        if (!isTold(directive)) yield* cutMisuse(directive, document, apiRef);
    }
  },
});

const cutting = gathered((block): readonly Directive[] =>
  block.kind === "directive" && isCutting(block) ? [block] : NOTHING,
);

const misused = gathered((block): readonly { directive: Directive; draft: Draft }[] =>
  block.kind === "directive"
    ? Array.from(directiveMisuse(block), (draft) => ({ directive: block, draft }))
    : NOTHING,
);
