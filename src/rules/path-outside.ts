import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";

export const pathOutside = defineRule({
  name: "path-outside",
  group: "reading",
  severity: "error",
  fixable: false,
  summary: "a file outside the repository, which is not read",
  explanation: `A directive names a file outside the repository that holds the api-ref (outside the source folder where there is no
repository), or a link leads there. Such a file is never read: otherwise a change under review could publish files of
the machine that builds it. Move the file into the repository.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. include:: «../elsewhere/note.inc»
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. include:: note.inc
`,
    "note.inc": `
Widgets come in the order in which they were made.
`,
  },
  check: (subject) =>
    noticed(
      subject,
      "path-outside",
      ({ path }) =>
        `\`${path}\` is outside the repository, and was not read. Move the file into it, and name that.`,
    ),
});
