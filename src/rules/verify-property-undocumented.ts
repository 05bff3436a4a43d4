import { ofDrifts } from "../checks/drifts.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyPropertyUndocumented = defineRule({
  name: "verify-property-undocumented",
  group: "evidence",
  severity: "warning",
  fixable: false,

  summary: "a property of a body, in traffic or in a document made from the code, that no row names",
  explanation: `The service sends the property, or takes it, and readers find nothing about it. Add a row with a definition to the table; the finding stands at the row
beside which the new one belongs, by the order of the evidence. What one table lacks is told once, whichever operations share it, and so is what several tables of a chapter lack, or most of the api-ref; the finding lists the other places. Where the evidence never has the property of a row beside it whose name is alike, or whose description is the same, both are one fact, told at that row. A body of which no row says anything is one finding, with the others of its chapter; where a sample shows it, it is told as info, and so is a property that a schema of responses does not require, where samples have all the rest; where another table of the collection names that, it is left over from another response, and nothing is said.

What only a stand-in for the service shows, where samples have the rest without it, the summary names, unless another table of the resource has it; and so it does second names of documented properties (\`tenant_id\` beside \`project_id\`). What a stand-in answers that is a sample to the letter was copied from the page, and is no evidence. Samples that nothing includes bear witness, too; prose below the table of a request that names what may be given is as good as a row.

What stands inside an object of which no row names any property is not looked at, nor are the keys of maps such as \`metadata\`; the outer name of a body needs no row. A property that rows name for other microversions than that
of the evidence is told of, too: there the bounds are wrong.`,
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
   - «colour: colour»
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
                    properties:
                      colour: {type: string}
                      weight: {type: integer}
                      size: {type: integer}
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
                    properties:
                      colour: {type: string}
                      size: {type: integer}
`,
  },
  check: ofDrifts("verify-property-undocumented"),
});
