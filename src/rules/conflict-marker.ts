import { defineRule } from "../checks/subject.ts";
import { span } from "../text/span.ts";

export const conflictMarker = defineRule({
  name: "conflict-marker",
  group: "reading",
  severity: "warning",
  fixable: false,
  summary: "a conflict of a merge that nobody has resolved",
  explanation: `docutils shows the markers of a conflict as text, and both of its sides between them. Keep one side, or what is right of
both, and remove the markers. YAML and JSON with such markers cannot be read, and are reported as such.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

«<<<<<<< HEAD»
Lists the widgets.
=======
Lists the widgets of the project.
>>>>>>> projects
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Lists the widgets of the project.
`,
  },
  *check({ apiRef }) {
    for (const file of apiRef.files.values()) {
      if (!file.text.includes("<<<<<<< ") || /\.(?:ya?ml|json)$/.test(file.path)) continue;
      for (const { index, 0: line } of file.text.matchAll(MARKER)) {
        if (!/^>{7} /m.test(file.text.slice(index))) continue;
        yield {
          message: "A conflict of a merge begins here. Keep one of its sides, and remove the markers.",
          span: span(file, index, index + line.trimEnd().length),
        };
      }
    }
  },
});

const MARKER = /^<{7} .*$/gm;
