import { documents, isOfUrl } from "../apiref/url-rows.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { nearest } from "../text/similar.ts";

export const queryVariableUndocumented = defineRule({
  name: "query-variable-undocumented",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a variable of the URL's query without a row",
  explanation: `A URL with \`?owner={owner}\` says that the request takes a query parameter, and nothing says what it does or what it may be.
Add a row of that name to the request's \`rest_parameters\`, looked up in a definition with \`in: query\`. A row may have the name before the \`=\` or that of
the variable behind it. Plain values, such as \`?detail=true\`, need none. A row whose definition is not \`in: query\` is a finding
of \`query-variable-misplaced\`.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets?«owner={owner_id}»
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets?owner={owner_id}&detail=true

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
    const { target } = operation;
    if (target.query.length === 0) return;
    const rows = operation.rows.filter(
      (row) => row.side === "request" && !(row.definition?.in === "path" && isOfUrl(row, operation)),
    );
    for (const { name, value, span } of target.query) {
      const variables = [...value.matchAll(/\{([^{}]*)\}/g)].map(([, variable]) => variable!);
      if (variables.length === 0) continue;
      const names = [name, ...variables].map((one) => ({ name: one, span }));
      if (rows.some((row) => names.some((one) => documents(row, one)))) continue;
      const near = nearest(
        name,
        rows.filter(({ definition }) => definition?.in === "query").map((row) => row.name),
      );
      const meant = rows.find((row) => row.name === near);
      yield meant === undefined
        ? {
            message: `No row for \`${name}\` in the query of the URL. Add one to the request's parameters, with \`in: query\` in its definition.`,
            span,
          }
        : {
            message: `No row for \`${name}\` in the query of the URL, but one for \`${meant.name}\`. Give both the same name, or add a row.`,
            span,
            related: [{ span: meant.nameSpan, message: "the row" }],
          };
    }
  }),
});
