import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";

export const documentUnreadable = defineRule({
  name: "document-unreadable",
  group: "reading",
  severity: "error",
  fixable: false,
  summary: "a document that cannot be read, so that its operations are missing",
  explanation: `What has the name of a document, \`widgets.rst\`, is a link to nothing, a folder, a pipe, or a file that may not be read.
Sphinx builds the pages without it or fails, and the specification lacks whatever it describes. Put the file there, make it
readable, or give the folder another name.`,
  bad: {
    "index.rst": `
Widgets
=======

.. toctree::

   «widgets»

Show a widget
-------------

.. rest_method:: GET /widgets/1
`,
    "widgets.rst/notes.txt": `
Nothing but notes in a folder with a misleading name.
`,
  },
  good: {
    "index.rst": `
Widgets
=======

.. toctree::

   widgets

Show a widget
-------------

.. rest_method:: GET /widgets/1
`,
    "widgets.rst": `
List widgets
============

.. rest_method:: GET /widgets
`,
  },
  check: (subject) =>
    noticed(
      subject,
      "document-unreadable",
      ({ path }) =>
        `\`${path}\` cannot be read, and what it describes is missing. Make it a regular file that may be read, or remove it.`,
    ),
});
