import { ofDrifts } from "../checks/drifts.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyPropertyUnknown = defineRule({
  name: "verify-property-unknown",
  group: "evidence",
  severity: "info",
  fixable: false,

  summary: "a documented property that a document made from the code excludes",
  explanation: `The schema of the object says that it has no other properties than those that it names (\`additionalProperties: false\`), at none of the microversions at which the row holds. The property was renamed or
removed, or never was there. Correct the row, give its definition a \`max_version\`, or remove it. What evidence merely does not show proves nothing and is not told, nor is what a sample shows, too.`,
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
   - «widget.size: size»

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
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
{"widget": {"colour": "green"}}
`,
    "service.yaml": `
openapi: 3.1.0
info: {title: Widgets, version: "1"}
paths:
  /widgets/{widget_id}:
    get:
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema:
                type: object
                properties:
                  widget:
                    type: object
                    additionalProperties: false
                    properties:
                      colour: {type: string}
                      weight: {type: integer}
`,
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

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
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
    "widget.json": `
{"widget": {"colour": "green", "size": 12}}
`,
    "service.yaml": `
openapi: 3.1.0
info: {title: Widgets, version: "1"}
paths:
  /widgets/{widget_id}:
    get:
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema:
                type: object
                properties:
                  widget:
                    type: object
                    additionalProperties: false
                    properties:
                      colour: {type: string}
                      size: {type: integer}
`,
  },
  check: ofDrifts("verify-property-unknown"),
});
