import { ofDrifts } from "../checks/drifts.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyRequired = defineRule({
  name: "verify-required",
  group: "evidence",
  severity: "warning",
  fixable: false,

  summary: "a property that the code requires and the definition calls optional, or the other way round",
  explanation: `A client that leaves out what is called optional is refused; one that looks for what is called required may not find it. What the schema of one object says otherwise is one finding. Correct \`required\` of the definition, or give this operation one of its own.

For requests the schema of the code is asked, and traffic that the service accepted; for responses traffic of objects that lack nothing else, where other objects of the traffic have what they lack. Code that asks for less than the documentation is told as info; what only a stand-in for the service lacks, where a sample of the definition shows it, is passed over. What is required in some branches or microversions only is left alone, and so are responses in which a client chose the fields. Where the definition is right for other operations, by what they answer or by their samples, the finding stands at the row.`,
  bad: {
    "index.rst": `
Widgets
=======

Create widget
-------------

.. rest_method:: POST /widgets

Request
~~~~~~~

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
  required: «false»
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: true
  type: integer
`,
    "service.yaml": `
openapi: 3.0.3
info: {title: Widgets, version: "1"}
paths:
  /widgets:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                widget:
                  type: object
                  required: [colour, size]
                  properties:
                    colour: {type: string}
                    size: {type: integer}
      responses: {"202": {description: Accepted}}
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Create widget
-------------

.. rest_method:: POST /widgets

Request
~~~~~~~

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
  required: false
  type: string
size:
  description: Its size in millimetres.
  in: body
  required: true
  type: integer
`,
    "service.yaml": `
openapi: 3.0.3
info: {title: Widgets, version: "1"}
paths:
  /widgets:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                widget:
                  type: object
                  required: [size]
                  properties:
                    colour: {type: string}
                    size: {type: integer}
      responses: {"202": {description: Accepted}}
`,
  },
  check: ofDrifts("verify-required"),
});
