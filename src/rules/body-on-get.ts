import type { Operation, ParameterRow } from "../apiref/model.ts";
import { isOfQuery, isOfUrl } from "../apiref/url-rows.ts";
import { causeIn } from "../checks/cause.ts";
import { duplicates, requestRows } from "../checks/duplicates.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";

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
  *check(subject) {
    // Where method and URL were copied from another section, that is what is wrong.
    const copied = duplicates(subject.apiRef);
    for (const { operations } of subject.apiRef.documents)
      for (const operation of operations)
        if (copied.get(operation)?.likeness !== "request") yield* tablesOfBody(operation);
  },
});

/** A table below the wrong title is one mistake, however many rows it has. */
const tablesOfBody = remembered((operation: Operation): readonly Draft[] => {
  const method = operation.method.toUpperCase();
  if (method !== "GET" && method !== "HEAD") return [];
  // Those of the URL are for `path-parameter-undocumented` and `query-variable-misplaced`.
  const rows = requestRows(operation).filter((row) => !isOfUrl(row, operation) && !isOfQuery(row, operation));
  return [...groupedBy(rows, ({ table }) => table).values()].map((rows) => {
    const [row] = rows as [ParameterRow];
    const place = row.definition!.fields.get("in")?.valueSpan;
    return {
      message: `${named(rows)} \`in: body\` in the request of a ${method}, which has no body. Put ${
        rows.length === 1 ? "it" : "them"
      } below a title that names the response, or look up a definition with \`in: query\`.`,
      span: row.span,
      ...(place === undefined ? {} : { related: [{ span: place, message: "defined here" }] }),
      ...inOperation(operation),
      ...causeIn(row.span.file, ...rows.map(({ name, key }) => `${name}: ${key}`)),
    };
  });
});

function named(rows: readonly ParameterRow[]): string {
  if (rows.length === 1) return `\`${rows[0]!.name}\` is`;
  if (rows.length === 2) return `\`${rows[0]!.name}\` and \`${rows[1]!.name}\` are`;
  return `\`${rows[0]!.name}\` and ${rows.length - 1} more rows of this table are`;
}
