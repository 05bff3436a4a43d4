import { ofBlocks } from "../checks/over-texts.ts";
import { quotedList } from "../checks/quoted-lists.ts";
import { defineRule } from "../checks/subject.ts";
import { isUnexpectedlyIndented } from "../checks/told-indentations.ts";

const quotedLists = ofBlocks(quotedList);

export const rstQuotedList = defineRule({
  name: "rst-quoted-list",
  group: "reading",
  severity: "warning",
  fixable: true,
  summary: "an indented list, which docutils takes for a quotation",
  explanation: `What is indented further than the text above it is a quotation: the page shows such a list further in, with the margins of
a quotation. Begin the list in the column in which the text above begins, as the fix does.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

Widgets come in sizes:

  «- small, for shelves
  - large, for halls»

.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

Widgets come in sizes:

- small, for shelves
- large, for halls

.. rest_method:: GET /widgets
`,
  },
  *check(subject) {
    for (const draft of quotedLists(subject))
      if (!isUnexpectedlyIndented(subject.apiRef, draft.span)) yield draft;
  },
});
