import { noticesFor } from "../apiref/notice.ts";
import { describedProblems } from "../checks/described-texts.ts";
import { faultMessage } from "../checks/markup-faults.ts";
import { defineRule } from "../checks/subject.ts";
import { unevenLine } from "../checks/table-slip.ts";
import { isConsequence } from "../checks/told-indentations.ts";
import { idleTransitions } from "../checks/transitions.ts";
import { isDirectiveFault } from "../rst/fault.ts";

export const rstMalformed = defineRule({
  name: "rst-malformed",
  group: "reading",
  severity: "warning",
  fixable: false,
  summary: "markup that docutils cannot read",
  explanation: `Where docutils cannot read a piece of markup, it drops it or shows it as text. The message says what docutils expected.
Most often a blank line is missing, or an indentation differs from that of the line above.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

- The first page comes first.
«and has ten widgets.»
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

- The first page comes first
  and has ten widgets.
`,
  },
  *check({ apiRef }) {
    for (const { detail, span } of noticesFor(apiRef.notices, "rst-malformed")) {
      // One mistake, one finding: `rst-title-underline` mends it, or another finding tells of what led to it.
      if (detail.kind === "overlines-differ" || isConsequence(apiRef, { fault: detail, span })) continue;
      const isDrawnBadly = detail.kind === "table-uneven" || detail.kind === "table-incomplete";
      yield { message: faultMessage(detail), span: (isDrawnBadly ? unevenLine(span) : undefined) ?? span };
    }
    for (const { fault, span } of describedProblems(apiRef))
      if (!isDirectiveFault(fault) && !isConsequence(apiRef, { fault, span }))
        yield { message: faultMessage(fault), span };
    for (const { blocks } of apiRef.documents) yield* idleTransitions(blocks);
  },
});
