import { gluedList } from "../checks/glued-lists.ts";
import { ofBlocks } from "../checks/over-texts.ts";
import { defineRule } from "../checks/subject.ts";

export const rstListGlued = defineRule({
  name: "rst-list-glued",
  group: "reading",
  severity: "warning",
  fixable: true,
  summary: "a list right below a text, which docutils takes for part of the text",
  explanation: `A list begins below a blank line. Right below a text its lines are part of that text: the page shows them in a row, dashes
and all. The fix puts a blank line above the first item.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

Widgets come in sizes:
«- small, for shelves»
- large, for halls

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
  check: ofBlocks(gluedList),
});
