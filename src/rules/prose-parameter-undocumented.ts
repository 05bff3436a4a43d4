import type { ApiRef, Operation } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import { inOperation } from "../checks/naming.ts";
import { shownRows } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";
import { toldParameters } from "../checks/told-parameters.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";

export const proseParameterUndocumented = defineRule({
  name: "prose-parameter-undocumented",
  group: "operations",
  severity: "info",
  fixable: false,
  summary: "a parameter that an operation's text tells readers to use, without a row",
  explanation: `"Use the \`\`limit\`\` and \`\`marker\`\` parameters" promises parameters that the table of the request does not have: the document
lacks them, and readers cannot see what values they take. Add rows. Or the text was copied from another operation, or is
included where it does not hold: then correct the text. So it is with a list that "The following filters are supported:" announces.

Operations that lack the same parameters are one finding, as their text often is one text.`,
  bad: {
    "index.rst": `
Widgets
=======

«List widgets»
------------

.. rest_method:: GET /widgets

Use the \`\`limit\`\` query parameter to see fewer widgets.

.. rest_parameters:: parameters.yaml

   - colour: colour_query
`,
    "parameters.yaml": `
colour_query:
  description: Widgets of this colour only.
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

Use the \`\`limit\`\` query parameter to see fewer widgets.

.. rest_parameters:: parameters.yaml

   - limit: limit_query
`,
    "parameters.yaml": `
limit_query:
  description: How many widgets to return at most.
  in: query
  required: false
  type: integer
`,
  },
  *check({ apiRef }) {
    const lacking = apiRef.documents
      .flatMap(({ operations }) => operations)
      .map((operation) => ({ operation, names: toldParameters(operation) }))
      .filter(({ names }) => names.length > 0);
    const keys = lacking.length === 0 ? new Map<string, string>() : queryKeys(apiRef);
    for (const alike of groupedBy(lacking, ({ names }) => JSON.stringify(names)).values())
      yield finding(
        alike[0]!.names,
        alike.map(({ operation }) => operation),
        keys,
      );
  },
});

/** Which key the rows of a query parameter look up, the first in the tree. */
function queryKeys(apiRef: ApiRef): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { row } of shownRows(apiRef))
    if (row.definition?.in === "query" && !keys.has(row.name)) keys.set(row.name, row.key);
  return keys;
}

function finding(
  names: readonly string[],
  [first, ...others]: readonly Operation[],
  keys: ReadonlyMap<string, string>,
): Draft {
  // The definition is there, below another name.
  const misnamed = names.length === 1 ? rowWithKey(first!, names[0]!) : undefined;
  if (misnamed !== undefined)
    return {
      message: `The row \`${misnamed.name}\` looks up \`${names[0]}\`, and the text says to use that. Correct the name of the row, or what it looks up.`,
      span: misnamed.nameSpan,
      related: others.flatMap((operation) => {
        const row = rowWithKey(operation, names[0]!);
        return row === undefined ? [] : [{ span: row.nameSpan, message: "here, too" }];
      }),
      ...inOperation(first),
    };
  const known = names.flatMap((name) => (keys.has(name) ? [`\`${name}: ${keys.get(name)}\``] : []));
  const where =
    others.length === 0
      ? ""
      : ` in this operation and ${others.length} other${others.length === 1 ? "" : "s"}`;
  return {
    message: `The text says to use ${enumeration(names.map((name) => `\`${name}\``))}, and no row names ${names.length === 1 ? "it" : "them"}${where}. Add ${names.length === 1 ? "a row" : "rows"} to the request${known.length === 0 ? "" : ` (other tables have ${enumeration(known)})`}, or correct the text.`,
    span: first!.titleSpan,
    ...inOperation(first),
    ...(others.length === 0
      ? {}
      : {
          related: others.map((operation) => ({
            span: operation.titleSpan,
            message: `${operationName(operation)}, too`,
          })),
        }),
  };
}

function rowWithKey({ rows }: Operation, key: string) {
  return rows.find((row) => row.side === "request" && row.key === key && row.definition?.in === "query");
}
