import type { ParameterRow } from "../apiref/model.ts";
import { documents, isOfUrl, pathRows, type Variable } from "../checks/path-rows.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { nearest } from "../text/similar.ts";

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
  check: ofOperations(function* (operation) {
    const rows = pathRows(operation);
    for (const variable of operation.target.variables) {
      if (rows.some((row) => documents(row, variable))) continue;
      const elsewhere = operation.rows.find((row) => row.side === "request" && documents(row, variable));
      yield {
        ...(elsewhere === undefined
          ? withoutRow(
              variable,
              rows.filter((row) => !isOfUrl(row, operation)),
            )
          : inOtherPlace(variable, elsewhere)),
      };
    }
  }),
});

/** A row of the name, whose definition says that it stands somewhere else: the row is what is to be corrected. */
function inOtherPlace({ name, span }: Variable, { keySpan, definition }: ParameterRow): Draft {
  const place = definition?.fields.get("in")?.valueSpan;
  return {
    message: `The row of \`{${name}}\` looks up a definition with \`in: ${definition?.in}\`, but the URL has it in its path. Look up one with \`in: path\`.`,
    span: keySpan,
    related: [
      { span, message: "in the URL" },
      ...(place === undefined ? [] : [{ span: place, message: "defined here" }]),
    ],
  };
}

/** No row of the name; `spare` are those whose names the URL does not have. */
function withoutRow({ name, span }: Variable, spare: readonly ParameterRow[]): Draft {
  const near = nearest(
    name,
    spare.map((row) => row.name),
  );
  const meant = spare.find((row) => row.name === near) ?? (spare.length === 1 ? spare[0] : undefined);
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
