import { ofDrifts } from "../checks/drifts.ts";
import { exampleTraffic } from "../checks/example-traffic.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyParameterUndocumented = defineRule({
  name: "verify-parameter-undocumented",
  group: "evidence",
  severity: "warning",
  fixable: false,

  summary: "a query parameter or a header of the evidence that no row names",
  explanation: `Clients use it, or the code takes it, and readers do not know of it. Add a row with a definition \`in: query\` or \`in: header\`. A name that several tables lack is one finding, which lists them; where the evidence has nothing of a row whose name is alike, it stands at that row, as both are one. Headers of HTTP and those that all services share (tokens, request ids, microversions) need no row, nor do query parameters of which prose tells, for this operation or for all: the description of another row, a literal, a sample of a query, filtering by the attributes of the response. What a document has as a filter of a list whose objects have no such attribute is told as info: generators make such filters up, and the code refuses them. Where a document has many such filters, the summary names them instead.`,
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

   - «limit: limit»
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
    "traffic.har": exampleTraffic({
      method: "GET",
      url: "http://widgets.example/widgets?limit=2&marker=7",
      status: 200,
    }),
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
    "traffic.har": exampleTraffic({
      method: "GET",
      url: "http://widgets.example/widgets?limit=2&marker=7",
      status: 200,
    }),
  },
  check: ofDrifts("verify-parameter-undocumented"),
});
