import { ofDrifts } from "../checks/drifts.ts";
import { exampleTraffic } from "../checks/example-traffic.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyNull = defineRule({
  name: "verify-null",
  group: "evidence",
  severity: "warning",
  fixable: false,

  summary: "a property that may be null, which neither its definition nor a sample says",
  explanation: `Readers do not expect null where nothing speaks of it. Say in the description when the property is null, or write \`type: string or null\`; a sample that shows null says it, too, and so does prose at the table ("fields are reported as None where …"). The properties of one object are one finding, which lists their definitions. What the code takes in a request, and nothing says, is told as info. Where requests and responses share a definition, its description has to say which has null. A schema that is null and nothing else is what is left of something removed, and says nothing.`,
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
  type: «string»
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
      body: '{"widget": {"colour": null, "size": 12}}',
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
  description: The widget's colour, or null before it is painted.
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
      body: '{"widget": {"colour": null, "size": 12}}',
    }),
  },
  check: ofDrifts("verify-null"),
});
