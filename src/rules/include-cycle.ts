import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";

export const includeCycle = defineRule({
  name: "include-cycle",
  group: "reading",
  severity: "error",
  fixable: false,
  summary: "a file that includes itself, directly or through others",
  explanation: `A file that is being included cannot be included again inside itself: docutils refuses it, and the page lacks what was
to stand there. Remove one \`include\` of the circle.`,
  bad: {
    "index.rst": `
Widgets
=======

.. include:: widgets.inc
`,
    "widgets.inc": `
List widgets
------------

.. rest_method:: GET /widgets

.. include:: «widgets.inc»
`,
  },
  good: {
    "index.rst": `
Widgets
=======

.. include:: widgets.inc
`,
    "widgets.inc": `
List widgets
------------

.. rest_method:: GET /widgets
`,
  },
  check: (subject) =>
    noticed(
      subject,
      "include-cycle",
      ({ path }) =>
        `\`${path}\` is being included already, so this \`include\` never ends. Remove it, or another one of the circle.`,
    ),
});
