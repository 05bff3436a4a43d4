import type { ParameterRow } from "../apiref/model.ts";
import { isOfQuery, isOfUrl } from "../checks/path-rows.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { addTo } from "../text/grouped.ts";

export const bodyOnGet = defineRule({
  name: "body-on-get",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a body in the request of GET or HEAD",
  explanation: `A GET or HEAD request has no body that means anything (RFC 9110, 9.3.1). Most often the rows describe the response and stand
below a title that does not say so, or the definition should be \`in: query\`.`,
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

   - «colour: colour»
`,
    "parameters.yaml": `
colour:
  description: Which widgets to give.
  in: body
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

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: Which widgets to give.
  in: query
  required: false
  type: string
`,
  },
  check: ofOperations(function* (operation) {
    const method = operation.method.toUpperCase();
    if (method !== "GET" && method !== "HEAD") return;
    // A table below the wrong title is one mistake, however many rows it has.
    const tables = new Map<number, ParameterRow[]>();
    for (const row of operation.rows) {
      if (row.side !== "request" || row.definition?.in !== "body") continue;
      // Those are for `path-parameter-undocumented` and `query-variable-misplaced`.
      if (isOfUrl(row, operation) || isOfQuery(row, operation)) continue;
      addTo(tables, row.table, row);
    }
    for (const rows of tables.values()) {
      const [row] = rows as [ParameterRow];
      const place = row.definition!.fields.get("in")?.valueSpan;
      yield {
        message: `${named(rows)} \`in: body\` in the request of a ${method}, which has no body. Put ${
          rows.length === 1 ? "it" : "them"
        } below a title that names the response, or look up a definition with \`in: query\`.`,
        span: row.span,
        ...(place === undefined ? {} : { related: [{ span: place, message: "defined here" }] }),
      };
    }
  }),
});

function named(rows: readonly ParameterRow[]): string {
  if (rows.length === 1) return `\`${rows[0]!.name}\` is`;
  return `\`${rows[0]!.name}\` and ${rows.length - 1} more rows of this table are`;
}
