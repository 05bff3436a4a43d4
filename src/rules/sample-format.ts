import { contradictions } from "../checks/sample-mismatches.ts";
import { defineRule } from "../checks/subject.ts";

export const sampleFormat = defineRule({
  name: "sample-format",
  group: "samples",
  severity: "warning",
  fixable: false,
  summary: "a value that breaks the format, pattern or bounds of its definition",
  explanation: `A definition of type \`uuid\`, or with a \`format\`, a \`pattern\`, a \`minimum\`, tells programs what they may rely on. The sample shows a value that
breaks it. Correct the value, or leave the format out. A \`uuid\` without hyphens and a \`datetime\` without a zone are what services
answer, and not reported, unless a \`format\` says otherwise.

Where all the samples that show it contradict a definition, two or more, it is the definition that is wrong: the finding stands there, and names the samples.`,
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
  description: Which colour it has.
  in: body
  required: true
  type: uuid
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": «"green"»,
        "size": 12
    }
}
`,
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
  description: Which colour it has.
  in: body
  required: true
  type: uuid
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": "3d2f0a4e-8f0c-4b7e-9d1a-5f6e7a8b9c0d",
        "size": 12
    }
}
`,
  },
  check: (subject) => contradictions(subject, "format"),
});
