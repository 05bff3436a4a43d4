import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";

export const sampleUnused = defineRule({
  name: "sample-unused",
  group: "samples",
  severity: "info",
  fixable: false,
  wholeTree: true,
  summary: "a sample file that no document includes",
  explanation: `A file in a folder of samples that no \`literalinclude\` names is seen by nobody and goes stale. Include it, or delete it.

Looked at are the folders that hold samples which documents include, and there the files with the same ending.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour
   - size: size

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
widget:
  description: The widget.
  in: body
  required: true
  type: object
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": "green",
        "size": 12
    }
}
`,
    "widget-old.json": `«»{}`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour
   - size: size

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
widget:
  description: The widget.
  in: body
  required: true
  type: object
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": "green",
        "size": 12
    }
}
`,
  },
  check: (subject) =>
    noticed(
      subject,
      "sample-unused",
      ({ path }, { file }) =>
        `No document includes \`${path}\`. ${
          file.path.startsWith(`${subject.apiRef.root}/`)
            ? "Include it, or delete it."
            : "Include it where it belongs; delete it only if no other program uses it."
        }`,
    ),
});
