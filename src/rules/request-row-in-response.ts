import { defineRule, ofOperations } from "../checks/subject.ts";

export const requestRowInResponse = defineRule({
  name: "request-row-in-response",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a row `in: path` or `in: query` in a table of the response",
  explanation: `A response has headers and a body, but neither path nor query. Either the row belongs to the request's table, or it looks
up the definition of a parameter where the response's property of that name has one of its own. The specification
leaves the row out.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - «colour: colour»
`,
    "parameters.yaml": `
colour:
  description: Which widgets to give.
  in: query
  required: false
  type: string
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour_of_widget
`,
    "parameters.yaml": `
colour_of_widget:
  description: The widget's colour.
  in: body
  required: true
  type: string
`,
  },
  check: ofOperations(function* (operation) {
    for (const row of operation.rows) {
      const where = row.definition?.in;
      if (row.side !== "response" || (where !== "path" && where !== "query")) continue;
      const isShown = operation.samples.some(
        ({ side, text }) => side === "response" && text.includes(`"${row.name}"`),
      );
      const mend = isShown
        ? "The sample shows it in the body: look up a definition with `in: body`."
        : "Look up a definition with `in: body` or `in: header`, or move the row to the request.";
      const place = row.definition!.fields.get("in")?.valueSpan;
      yield {
        message: `\`${row.name}\` is \`in: ${where}\`, but stands in a table of the response. ${mend}`,
        span: row.span,
        ...(place === undefined ? {} : { related: [{ span: place, message: "defined here" }] }),
      };
    }
  }),
});
