import { ofDrifts } from "../checks/drifts.ts";
import { exampleTraffic } from "../checks/example-traffic.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyType = defineRule({
  name: "verify-type",
  group: "evidence",
  severity: "warning",
  fixable: false,

  summary:
    "a property or query parameter whose type in traffic or in a document made from the code is another than its definition says",
  explanation: `Clients that trust the documentation fail on the value. Correct the \`type\` of the definition; where other operations use it rightly, give this one a definition of its own. What the service was seen to send or to take is an error, what a schema says, or a client to a stand-in, is a warning. A client's \`"10"\` for 10, which services take, is no finding; a schema that allows several types contradicts only if the documented one is none of them. Nor is a type a finding of which the description tells: for some microversions, or as one of two (a string or a number). What only a stand-in for the service shows, against a sample, the summary names. A query has texts only: a parameter that is documented as \`string\` contradicts a schema that says \`boolean\`, one that the schema takes as \`string\` contradicts nothing, and of lists, ranges and values with an operator (\`gt:5\`) nothing is said.`,
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
size:
  description: Its size in millimetres.
  in: body
  required: true
  type: «integer»
`,
    "traffic.har": exampleTraffic({
      method: "GET",
      url: "http://widgets.example/widgets/1",
      status: 200,
      body: '{"widget": {"colour": "green", "size": "12 mm"}}',
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
      body: '{"widget": {"colour": "green", "size": 12}}',
    }),
  },
  check: ofDrifts("verify-type"),
});
