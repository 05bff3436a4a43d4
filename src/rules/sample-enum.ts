import { contradictions } from "../checks/sample-mismatches.ts";
import { defineRule } from "../checks/subject.ts";

export const sampleEnum = defineRule({
  name: "sample-enum",
  group: "samples",
  severity: "error",
  fixable: false,
  summary: "a value that the definition does not list",
  explanation: `The definition lists the values in \`enum\`, the sample shows another. Correct the value, or complete the list.

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
  description: The widget's colour.
  in: body
  required: true
  type: string
  enum:
    - green
    - red
size:
  description: Its size in millimetres.
  in: body
  required: false
  type: integer
`,
    "widget.json": `
{
    "widget": {
        "colour": «"grün"»,
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
  description: The widget's colour.
  in: body
  required: true
  type: string
  enum:
    - green
    - red
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
  check: (subject) => contradictions(subject, "enum"),
});
