import { lacksPlace } from "../apiref/places.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";

export const queryVariableMisplaced = defineRule({
  name: "query-variable-misplaced",
  group: "operations",
  severity: "error",
  fixable: false,
  summary: "a variable of the URL's query whose row is not `in: query`",
  explanation: `What stands behind the \`?\` of a URL is the query, and its row is \`in: query\`. With a definition that says \`path\`, \`header\`
or \`body\` the page tells readers to send it elsewhere. Let the row look up a definition that is \`in: query\`.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets?owner={owner}

.. rest_parameters:: parameters.yaml

   - owner: «owner_path»
`,
    "parameters.yaml": `
owner_path:
  description: Whose widgets.
  in: path
  required: true
  type: string
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets?owner={owner}

.. rest_parameters:: parameters.yaml

   - owner: owner_query
`,
    "parameters.yaml": `
owner_query:
  description: Whose widgets.
  in: query
  required: false
  type: string
`,
  },
  check: ofOperations(function* (operation) {
    const { query } = operation.target;
    if (query.length === 0) return;
    const rows = operation.rows.filter(({ side }) => side === "request");
    for (const { name, value, span } of query) {
      const isVariable = (written: string) => written === name || value === `{${written}}`;
      const own = rows.filter((row) => isVariable(row.name) && !isOfUrl(row, operation));
      if (own.some((row) => lacksPlace(row) || row.definition!.in === "query")) continue;
      for (const row of own) {
        const place = row.definition?.fields.get("in")?.valueSpan;
        if (row.definition?.in === undefined || place === undefined) continue;
        yield {
          message: `\`${row.name}\` stands in the query of the URL, but \`${row.key}\` is \`in: ${row.definition.in}\`. Look up a definition that is \`in: query\`.`,
          span: row.keySpan,
          related: [
            { span, message: "in the query here" },
            { span: place, message: `\`${row.key}\` is defined here` },
          ],
        };
      }
    }
  }),
});
