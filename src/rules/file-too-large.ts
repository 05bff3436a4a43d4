import { LARGEST_FILE } from "../apiref/sources.ts";
import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";

const MEBIBYTES = LARGEST_FILE / 1024 / 1024;

export const fileTooLarge = defineRule({
  name: "file-too-large",
  group: "reading",
  severity: "error",
  fixable: false,
  summary: `a file of more than ${MEBIBYTES} MiB, which is not read`,
  explanation: `Files of more than ${MEBIBYTES} MiB are not read: no page, definition or sample is that large, and a page that shows it helps
nobody. Show a part of it, in a file of its own.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: «all-widgets.json»
`,
    // Made when it is asked for: it would otherwise take its memory in every run.
    get "all-widgets.json"() {
      return `{"widgets": [${'\n  {"id": 1},'.repeat(LARGEST_FILE / 10)}\n  {"id": 2}\n]}\n`;
    },
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widgets.json
`,
    "widgets.json": `
{"widgets": [{"id": 1}, {"id": 2}]}
`,
  },
  check: (subject) =>
    noticed(
      subject,
      "file-too-large",
      ({ path }) =>
        `\`${path}\` has more than ${MEBIBYTES} MiB, and was not read. Show a part of it, in a file of its own.`,
    ),
});
