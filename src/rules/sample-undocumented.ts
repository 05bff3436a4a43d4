import { rowsShownInBody } from "../checks/shown-in-body.ts";
import { defineRule } from "../checks/subject.ts";
import { undocumentedProperties } from "../checks/undocumented-properties.ts";

export const sampleUndocumented = defineRule({
  name: "sample-undocumented",
  group: "samples",
  severity: "warning",
  fixable: false,
  summary: "a property that no row names",
  explanation: `Readers see the property in the sample and find nothing about it in the table. Add a row with a definition, or take the property out of the
sample. What one table lacks is one finding, also where the sample has none of its rows, at the row beside which the first would stand. What a list
holds that several tables look up in one definition is one finding at that definition.

Where the sample has none of the table's rows, and another operation, whose tables name all that it has, includes the same file, the wrong file is
included: that is said once, at the \`literalinclude\`.

A row \`in: query\` or \`in: header\` is reported where the sample has it in the body. A name that a sample spells otherwise than a row is reported at the row, for samples are recorded and rows are typed; at the sample where other samples have the row's name, or no other place of the tree has the sample's.

Where there is no table at all, or its definitions could not be read, that is reported instead. What stands inside an object of which no row names any property is not looked at, nor are the keys of maps such as \`metadata\`; the outer name of the
body needs no row. In the document the property has the type that the sample shows, and \`x-openstack-undocumented: true\`.`,
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
   - «colour: colour»
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
        "weight": 12
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
  *check(subject) {
    yield* undocumentedProperties(subject);
    yield* rowsShownInBody(subject);
  },
});
