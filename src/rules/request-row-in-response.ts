import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import { isOfFamily } from "../checks/definition-families.ts";
import { definitionCalled } from "../checks/lookups.ts";
import { type MisplacedRow, misplacedRows } from "../checks/misplaced-rows.ts";
import { misplacedNamesakes } from "../checks/namesakes.ts";
import { isInResponse, neverInUrl } from "../checks/never-in-url.ts";
import { otherKeys } from "../checks/other-keys.ts";
import { defineRule } from "../checks/subject.ts";
import { atSwapped, swappedTable } from "../checks/swapped-tables.ts";
import { remembered } from "../text/remembered.ts";

export const requestRowInResponse = defineRule({
  name: "request-row-in-response",
  group: "operations",
  severity: "warning",
  fixable: true,
  summary:
    "a row `in: path` or `in: query` in a table of the response, or a table of a body below the title of the other side",
  explanation: `A response has headers and a body, but neither path nor query. Either the row belongs to the request's table, or it looks
up the definition of a parameter where the response's property of that name has one of its own. The specification
has it as the property that the response's sample shows under its name, and leaves it out where no sample does. Where all rows that look a definition up stand in responses and a sample shows it there, or no URL of its rows has it, the finding is at the definition.
A table of a body whose rows only samples of the other side show is one finding.
The fix looks up the one definition that rows of the name have in bodies, where the sample shows the property.`,
  bad: {
    "index.rst": `
Widgets
=======

Paint widgets
-------------

.. rest_method:: PUT /widgets?colour={colour}

.. rest_parameters:: parameters.yaml

   - colour: colour

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - «colour: colour»

.. code-block:: json

   {"colour": "green"}

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour_of_widget
`,
    "parameters.yaml": `
colour:
  description: Which widgets to paint.
  in: query
  required: false
  type: string
colour_of_widget:
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

Paint widgets
-------------

.. rest_method:: PUT /widgets?colour={colour}

.. rest_parameters:: parameters.yaml

   - colour: colour

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour_of_widget

.. code-block:: json

   {"colour": "green"}

Show widget
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour_of_widget
`,
    "parameters.yaml": `
colour:
  description: Which widgets to paint.
  in: query
  required: false
  type: string
colour_of_widget:
  description: The widget's colour.
  in: body
  required: true
  type: string
`,
  },
  *check(subject) {
    const { apiRef } = subject;
    const rows = apiRef.documents.flatMap(({ operations }) => operations.flatMap(rowsOfRequest));
    const keys = otherKeys(
      subject,
      rows
        .filter(({ row, operation }) => isInResponse(row, operation))
        .map((one) => ({ ...one, place: "body" })),
    );
    const namesakes = misplacedNamesakes(apiRef);
    const found = rows.map((one) => (keys.has(one.row) ? one : naming(one, namesakes.get(one.row))));
    const never = neverInUrl(apiRef);
    for (const { operations } of apiRef.documents)
      for (const operation of operations) {
        const swapped = swappedTable(operation);
        if (swapped !== undefined) yield atSwapped(operation, swapped);
      }
    yield* misplacedRows(
      apiRef,
      found,
      keys,
      (definition, rows) => {
        const isSure = rows.some(({ row, operation }) => isInResponse(row, operation));
        // A parameter of the query that no response shows is one, below the wrong title.
        if (!isSure && definition.in === "query") return undefined;
        if (isOfFamily(rows[0]!.row.file!, definition)) return undefined;
        const why = never.has(definition)
          ? "no URL of the rows that look it up has it, and samples show it in the body"
          : "all rows that look it up stand in tables of responses";
        return { why, meant: isSure ? "`in: body`" : "`in: body` or `in: header`" };
      },
      never,
    );
  },
});

/** The finding at a row, with the definition that nothing looks up and that may be meant. */
function naming(one: MisplacedRow, meant: Definition | undefined): MisplacedRow {
  if (meant === undefined) return one;
  const { message, related = [] } = one.draft;
  return {
    ...one,
    draft: {
      ...one.draft,
      message: `${message} Nothing looks up \`${meant.key}\`, which may be meant.`,
      related: [...related, { span: meant.keySpan, message: "may be meant" }],
    },
  };
}

/** What is to be done with a row that no sample shows: what the URL does not have, or the request has already, is not to be moved there. */
function remedyFor(row: ParameterRow, operation: Operation): string {
  const meant = definitionCalled(row, "body");
  const wanted = `a definition with \`in: body\`${meant === undefined ? "" : `, such as \`${meant.key}\``}`;
  const isInRequest = operation.rows.some((other) => other.side === "request" && other.name === row.name);
  if (isInRequest) return `Look up ${wanted}, or take the row out here: the request has it.`;
  return row.definition!.in === "path" && !isOfUrl(row, operation)
    ? `Look up ${wanted}.`
    : `Move the row to the request, or look up ${wanted}.`;
}

/** The rows of an operation that are of the request, by their definition, and stand in a table of the response. */
const rowsOfRequest = remembered((operation: Operation): readonly MisplacedRow[] =>
  operation.rows.flatMap((row) => {
    const where = row.definition?.in;
    if (row.side !== "response" || (where !== "path" && where !== "query")) return [];
    const mend = isInResponse(row, operation)
      ? "The sample shows it in the body: look up a definition with `in: body`."
      : remedyFor(row, operation);
    const place = row.definition!.fields.get("in")?.valueSpan;
    const draft = {
      message: `\`${row.name}\` is \`in: ${where}\`, but stands in a table of the response. ${mend}`,
      span: row.span,
      ...(place === undefined ? {} : { related: [{ span: place, message: "defined here" }] }),
    };
    return [{ operation, row, draft }];
  }),
);
