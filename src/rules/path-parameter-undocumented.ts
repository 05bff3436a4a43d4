import type { Operation, ParameterRow } from "../apiref/model.ts";
import { type MisplacedRow, misplacedRows } from "../checks/misplaced-rows.ts";
import { inOperation } from "../checks/naming.ts";
import { type Undocumented, undocumentedVariables } from "../checks/path-rows.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";

export const pathParameterUndocumented = defineRule({
  name: "path-parameter-undocumented",
  group: "operations",
  severity: "error",
  fixable: false,
  summary: "a variable of the URL without a row",
  explanation: `Every \`{variable}\` of a URL needs a row of that name in the request's \`rest_parameters\`, looked up in a definition with
\`in: path\`: otherwise nobody knows what to put there. The names must be the same on both sides.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{«widget_id»}
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id
`,
    "parameters.yaml": `
widget_id:
  description: Which widget.
  in: path
  required: true
  type: string
`,
  },
  *check({ apiRef }) {
    const misplaced: MisplacedRow[] = [];
    for (const { operations } of apiRef.documents)
      for (const operation of operations)
        for (const one of undocumentedVariables(operation))
          if (one.elsewhere === undefined) yield { ...withoutRow(one), ...inOperation(operation) };
          else misplaced.push(inOtherPlace(operation, one, one.elsewhere));
    yield* misplacedRows(
      apiRef,
      misplaced,
      ({ key, in: place }) =>
        `\`${key}\` is \`in: ${place}\`, but all rows that look it up are of variables in the URL's path. Write \`in: path\`.`,
    );
  },
});

/** A row of the name, whose definition says that it stands somewhere else: the row is what is to be corrected. */
function inOtherPlace(
  operation: Operation,
  { variable: { name, span } }: Undocumented,
  row: ParameterRow,
): MisplacedRow {
  const place = row.definition?.fields.get("in")?.valueSpan;
  const draft = {
    message: `The row of \`{${name}}\` looks up a definition with \`in: ${row.definition?.in}\`, but the URL has it in its path. Look up one with \`in: path\`.`,
    span: row.keySpan,
    related: [
      { span, message: "in the URL" },
      ...(place === undefined ? [] : [{ span: place, message: "defined here" }]),
    ],
  };
  return { operation, row, draft };
}

/** No row of the name, but perhaps one whose name the URL does not have. */
function withoutRow({ variable: { name, span }, meant }: Undocumented): Draft {
  if (meant === undefined)
    return {
      message: `No row for \`{${name}}\`. Add one to the request's parameters, with \`in: path\` in its definition.`,
      span,
    };
  return {
    message: `No row for \`{${name}}\`, but one for \`${meant.name}\`, which is not in the URL. Give both the same name, or add a row.`,
    span,
    related: [{ span: meant.span, message: "not in the URL" }],
  };
}
