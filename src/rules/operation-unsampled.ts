import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { isOfQuery, isOfUrl } from "../apiref/url-rows.ts";
import { causeIn } from "../checks/cause.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import type { Section } from "../rst/tree.ts";
import { remembered } from "../text/remembered.ts";

export const operationUnsampled = defineRule({
  name: "operation-unsampled",
  group: "operations",
  severity: "info",
  fixable: false,
  summary: "a documented body without a sample",
  explanation: `A sample shows at a glance what a table of rows cannot: how a body nests. It also lets this tool check the rows. Take one from
the service's tests, and show it with \`literalinclude\` below a title such as \`Response Example\`.`,
  bad: {
    "index.rst": `
Widgets
=======

«Show widget»
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
`,
    "widget.json": `
{"colour": "green"}
`,
  },
  check: ofOperations(function* (operation) {
    const sides = (["request", "response"] as const).filter((side) => lacksSample(operation, side));
    if (sides.length === 0) return;
    const many = sides.length > 1;
    yield {
      message: `\`${operation.title}\` documents the ${sides.join("'s and the ")}'s body, but shows no sample of ${
        many ? "them. Add them" : "it. Add one"
      } with \`literalinclude\`.`,
      span: operation.titleSpan,
      ...causeIn(operation.titleSpan.file, ...sides),
    };
  }),
});

function lacksSample(operation: Operation, side: Side): boolean {
  // Rows of a body where there should be none are no reason to show one.
  if (side === "request" && /^(?:get|head|delete)$/i.test(operation.method)) return false;
  const rows = operation.rows.filter(
    (row) =>
      row.side === side &&
      row.definition?.in === "body" &&
      !isOfUrl(row, operation) &&
      !(side === "request" && isOfQuery(row, operation)),
  );
  if (rows.length === 0 || (rows.length === 1 && isFile(rows[0]!))) return false;
  // `rst-markup-mistaken` tells of a slip in the directive that was to show it.
  if (operation.section !== undefined && hasMistakenInclude(operation.section)) return false;
  return !operation.samples.some((sample) => sample.side === side);
}

const hasMistakenInclude = remembered(({ span: { file, start, end } }: Section): boolean =>
  /^[ \t]*\.\.(?! literalinclude::)[ \t]*literalinclude:/m.test(file.text.slice(start, end)),
);

/** Whether the one row of a body says that it is a file or another stream of bytes, which no sample can show. */
function isFile({ definition }: ParameterRow): boolean {
  return (
    /^(?:file|binary|bytes|stream)$/i.test(definition?.type?.trim() ?? "") ||
    /\bapplication\/(?:zip|octet-stream|x-[\w-]+)|\b(?:binary (?:data|file|content)|(?:zip|tar|archive|image) (?:file|archive))\b/i.test(
      definition?.description ?? "",
    )
  );
}
