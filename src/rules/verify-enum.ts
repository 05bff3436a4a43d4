import { ofDrifts } from "../checks/drifts.ts";
import { exampleTraffic } from "../checks/example-traffic.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyEnum = defineRule({
  name: "verify-enum",
  group: "evidence",
  severity: "warning",
  fixable: false,

  summary: "a value that the definition does not list, or a listed one that the schema of the code excludes",
  explanation: `The definition lists the values, in \`enum\` or in an unmistakable sentence (\`\`Valid values are \`\`a\`\` and \`\`b\`\`.\`\`), and the evidence has another one; or the schema of the code has a list, and a documented value is in it at none of the microversions at which the row holds. Correct the list. What a client sends to a stand-in is passed over; what the schema of a request has and no source names, and what that of a query has, is told as info. Where a definition says that no other values are valid (\`\`The only valid value is …\`\`, \`\`The keys are limited to …\`\`), those of a schema of the request are left out on purpose: the summary names them.
Values of what may be secret (passwords, tokens, keys) are not looked at.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour
   - size: size
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
  enum: «[green, red]»
size:
  description: Its size in millimetres.
  in: body
  required: true
  type: integer
`,
    "traffic.har": exampleTraffic({
      method: "GET",
      url: "http://widgets.example/widgets/1",
      status: 200,
      body: '{"widget": {"colour": "blue", "size": 12}}',
    }),
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - widget: widget
   - colour: colour
   - size: size
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
  enum: [green, red]
size:
  description: Its size in millimetres.
  in: body
  required: true
  type: integer
`,
    "traffic.har": exampleTraffic({
      method: "GET",
      url: "http://widgets.example/widgets/1",
      status: 200,
      body: '{"widget": {"colour": "red", "size": 12}}',
    }),
  },
  check: ofDrifts("verify-enum"),
});
