import { ofDrifts } from "../checks/drifts.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyParameterUnknown = defineRule({
  name: "verify-parameter-unknown",
  group: "evidence",
  severity: "info",
  fixable: false,

  summary: "a documented query parameter that the schema of the code excludes",
  explanation: `The code says that the query takes no other parameters than those that it names (a parameter whose schema is an object with \`additionalProperties: false\`). Remove the row, or give its definition a \`max_version\`. A mere list of parameters excludes none.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - limit: limit
   - «marker: marker»
`,
    "parameters.yaml": `
limit:
  description: The most widgets to list.
  in: query
  required: false
  type: integer
marker:
  description: The last widget of the page before.
  in: query
  required: false
  type: string
`,
    "service.yaml": `
openapi: 3.1.0
info: {title: Widgets, version: "1"}
paths:
  /widgets:
    get:
      parameters:
        - in: query
          name: query
          style: form
          explode: true
          schema:
            type: object
            additionalProperties: false
            properties:
              limit: {type: integer}
      responses: {"200": {description: OK}}
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - limit: limit
   - marker: marker
`,
    "parameters.yaml": `
limit:
  description: The most widgets to list.
  in: query
  required: false
  type: integer
marker:
  description: The last widget of the page before.
  in: query
  required: false
  type: string
`,
    "service.yaml": `
openapi: 3.1.0
info: {title: Widgets, version: "1"}
paths:
  /widgets:
    get:
      parameters:
        - in: query
          name: query
          style: form
          explode: true
          schema:
            type: object
            additionalProperties: false
            properties:
              limit: {type: integer}
              marker: {type: string}
      responses: {"200": {description: OK}}
`,
  },
  check: ofDrifts("verify-parameter-unknown"),
});
