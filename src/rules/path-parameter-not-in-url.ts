import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { rowsNotInUrl } from "../apiref/url-rows.ts";
import { isOfQueries } from "../bodies/filter-rows.ts";
import { isTableOfQuery } from "../checks/bodies-of-reads.ts";
import { causeIn } from "../checks/cause.ts";
import { copiedUrls } from "../checks/copied-urls.ts";
import { atUrl, lackingVariables } from "../checks/lacking-variables.ts";
import { leftoverRows } from "../checks/leftover-rows.ts";
import { definitionCalled } from "../checks/lookups.ts";
import { inOperation } from "../checks/naming.ts";
import { neverInUrl } from "../checks/never-in-url.ts";
import { shows } from "../checks/other-body.ts";
import { otherKeys } from "../checks/other-keys.ts";
import { usesOfDefinitions } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import type { Edit } from "../text/edit.ts";
import { groupedBy } from "../text/grouped.ts";
import { didYouMean } from "../text/similar.ts";

export const pathParameterNotInUrl = defineRule({
  name: "path-parameter-not-in-url",
  group: "operations",
  severity: "warning",
  fixable: true,
  summary: "a row `in: path` that is not in the URL",
  explanation: `A request's row whose definition says \`in: path\` documents a variable of the URL. Where the URL has no variable of that name, the
row is a left-over (often the project's identifier, which many services no longer have in their URLs), the name is
misspelt, or the definition belongs to another place such as the query. The specification leaves the row out.
The fix takes out the row of a project, and that of the variable with which the URL of a single one goes on. Where all rows of a
definition that may be left out stand below a GET or a DELETE whose URL does not have it, the definition is wrong: it was meant for the query.
A row that was in the URL until the variable that is there now came is not a mistake, nor is one whose description says that its part of the URL may be
left out. Where other operations have the URL with the variable, and none of them this method, the URL lacks it: that is one finding, at the URL.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
   - «project_id: project_id»
   - colour: colour

List lamps
----------

.. rest_method:: GET /{project_id}/lamps

.. rest_parameters:: parameters.yaml

   - project_id: project_id
`,
    "parameters.yaml": `
project_id:
  description: Whose widgets.
  in: path
  required: true
  type: string
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
colour:
  description: The colour of the widgets to give.
  in: «path»
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

.. rest_method:: GET /{project_id}/widgets

.. rest_parameters:: parameters.yaml

   - project_id: project_id
`,
    "parameters.yaml": `
project_id:
  description: Whose widgets.
  in: path
  required: true
  type: string
`,
  },
  *check(subject) {
    const { apiRef } = subject;
    // Of those `request-row-in-response` tells, at their `in`.
    const never = neverInUrl(apiRef);
    const lacking = lackingVariables(apiRef);
    for (const [operation, variable] of lacking) yield atUrl(operation, variable);
    const copied = copiedUrls(apiRef);
    const isToldOf = (operation: Operation) => lacking.has(operation) || copied.has(operation);
    const found = apiRef.documents.flatMap(({ operations }) =>
      operations
        .filter((operation) => !isToldOf(operation))
        .flatMap((operation) =>
          rowsNotInUrl(operation).flatMap((row) => (never.has(row.definition!) ? [] : [{ operation, row }])),
        ),
    );
    const inBody = found.filter(({ operation, row }) =>
      operation.samples.some((sample) => sample.side === "request" && shows(sample, row.name)),
    );
    const keys = otherKeys(
      subject,
      inBody.map((one) => ({ ...one, place: "body" })),
    );
    const leftovers = leftoverRows(apiRef, found);
    const ofQuery = meantForQuery(apiRef, found);
    for (const [definition, rows] of ofQuery) yield* atDefinition(definition, rows);
    for (const { operation, row } of found)
      if (!ofQuery.has(row.definition!))
        yield { ...told(operation, row, keys.get(row), leftovers.get(row)), ...inOperation(operation) };
  },
});

/** A row that is not in the URL of its operation. */
interface FoundRow {
  readonly operation: Operation;
  readonly row: ParameterRow;
}

/**
 * The definitions whose place is wrong, not their rows: every row stands in a request that has no body to speak of, none is
 * in its URL, and the value may be left out.
 */
function meantForQuery(
  apiRef: ApiRef,
  found: readonly FoundRow[],
): ReadonlyMap<Definition, readonly FoundRow[]> {
  const uses = usesOfDefinitions(apiRef);
  const byDefinition = groupedBy(
    found.filter(({ operation }) => isOfQueries(operation)),
    ({ row }) => (row.definition?.required === false && !isDefinedInTable(row) ? row.definition : undefined),
  );
  return new Map(
    [...byDefinition].filter(([definition, rows]) => uses.get(definition)!.length === rows.length),
  );
}

function* atDefinition(definition: Definition, rows: readonly FoundRow[]): Iterable<Draft> {
  const place = definition.fields.get("in");
  if (place === undefined) return;
  const where =
    rows.length === 1
      ? "it is not in the URL of its row"
      : `it is in none of the ${rows.length} URLs of its rows`;
  yield {
    message: `\`${definition.key}\` is \`in: path\`, but ${where}, and requests may leave it out. Write \`in: query\`.`,
    span: place.valueSpan,
    related: rows.map(({ row }) => ({ span: row.span, message: "the row" })),
    edits: [{ span: place.valueSpan, text: "query" }],
    ...(rows.length === 1 ? inOperation(rows[0]!.operation) : {}),
  };
}

function told(
  operation: Operation,
  row: ParameterRow,
  key: Edit | undefined,
  removal: Edit | undefined,
): Draft {
  const { target, url } = operation;
  const place = row.definition?.fields.get("in")?.valueSpan;
  const edit = key ?? removal;
  const near = didYouMean(
    row.name,
    target.variables.map(({ name }) => name),
  );
  const mend =
    key !== undefined
      ? ` The sample shows it in the body: look up \`${key.text}\`.`
      : removal !== undefined
        ? " Remove the row."
        : near || remedyFor(row, operation);
  return {
    message: `\`${row.name}\` is \`in: path\`, but not in the URL \`${url}\`.${mend}`,
    span: row.span,
    ...causeIn(row.span.file, row.name, row.key),
    ...(place === undefined ? {} : { related: [{ span: place, message: "defined here" }] }),
    ...(edit === undefined ? {} : { edits: [edit] }),
  };
}

/** What a sample sends, or what is not required among parameters of the query, was hardly meant for the path. */
function remedyFor(row: ParameterRow, operation: Operation): string {
  if (operation.samples.some((sample) => sample.side === "request" && shows(sample, row.name)))
    return " The sample sends it in the body: look up a definition with `in: body`.";
  const isOfQuery = isTableOfQuery(row, operation);
  const meant = isOfQuery ? definitionCalled(row, "query") : undefined;
  if (meant !== undefined)
    return ` Look up a definition with \`in: query\`, such as \`${meant.key}\`, or remove the row.`;
  if (row.definition?.required === false)
    return " Look up a definition with `in: query`, remove the row, or add the variable to the URL.";
  return isOfQuery
    ? " Remove the row, add the variable to the URL, or look up a definition with `in: query`."
    : " Remove the row, or add the variable to the URL.";
}
