import { nearest } from "../text/similar.ts";
import { inOperation } from "./naming.ts";
import { documents, pathRows } from "./path-rows.ts";
import { defineRule } from "./subject.ts";

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
  *check(subject) {
    for (const document of subject.apiRef.documents)
      for (const operation of document.operations) {
        const { variables } = operation.target;
        const rows = pathRows(operation);
        for (const variable of variables) {
          if (rows.some((row) => documents(row, variable.name))) continue;
          const elsewhere = operation.rows.find(
            (row) => row.name === variable.name && row.side === "request",
          );
          const spare = rows.filter((row) => !variables.some(({ name }) => documents(row, name)));
          const meant =
            spare.find(
              ({ name }) =>
                name ===
                nearest(
                  variable.name,
                  spare.map((row) => row.name),
                ),
            ) ?? spare[0];
          const place = elsewhere?.definition?.fields.get("in")?.valueSpan;
          yield {
            message:
              elsewhere !== undefined
                ? `The row of \`{${variable.name}}\` is \`in: ${elsewhere.definition?.in}\`, but the URL has it in its path. Look up a definition with \`in: path\`.`
                : meant !== undefined
                  ? `No row for \`{${variable.name}}\`, but one for \`${meant.name}\`, which is not in the URL. Give both the same name, or add a row.`
                  : `No row for \`{${variable.name}}\`. Add one to the request's parameters, with \`in: path\` in its definition.`,
            span: variable.span,
            ...(elsewhere !== undefined
              ? {
                  related: [
                    { span: elsewhere.span, message: "its row" },
                    ...(place === undefined ? [] : [{ span: place, message: "defined here" }]),
                  ],
                }
              : meant !== undefined
                ? { related: [{ span: meant.span, message: "a row that is not in the URL" }] }
                : {}),
            ...inOperation(subject, operation),
          };
        }
      }
  },
});
