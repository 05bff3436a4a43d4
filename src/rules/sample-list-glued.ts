import { gluedValues } from "../checks/glued-values.ts";
import { defineRule } from "../checks/subject.ts";

export const sampleListGlued = defineRule({
  name: "sample-list-glued",
  group: "samples",
  severity: "warning",
  fixable: true,
  summary: "a list whose values stand in one string of the sample",
  explanation: `An array with one string such as \`"red,blue"\` shows one value with a comma in its name. Such a sample was made from the command
line or the query, where commas part values; a client that reads it so, or sends it so, is wrong. The fix writes each value as a
string of its own.

A description that speaks of commas says that such strings are meant; then nothing is found.`,
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

   - colours: colours

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
colours:
  description: All colours that the widget has.
  in: body
  required: true
  type: array
`,
    "widget.json": `
{
    "colours": [«"red,blue"»]
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

   - colours: colours

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
colours:
  description: All colours that the widget has.
  in: body
  required: true
  type: array
`,
    "widget.json": `
{
    "colours": ["red", "blue"]
}
`,
  },
  check: gluedValues,
});
