import type { Operation, ParameterRow } from "../apiref/model.ts";
import { causeIn } from "../checks/cause.ts";
import { leftoverRows } from "../checks/leftover-rows.ts";
import { inOperation } from "../checks/naming.ts";
import { neverInUrl } from "../checks/never-in-url.ts";
import { shows } from "../checks/other-body.ts";
import { otherKeys } from "../checks/other-keys.ts";
import { isOfQuery, isOfUrl, undocumentedVariables } from "../checks/path-rows.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import type { Edit } from "../text/edit.ts";
import { remembered } from "../text/remembered.ts";
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
The fix takes out the row of a project, and that of the variable with which the URL of a single one goes on.
A row that was in the URL until the variable that is there now came is not a mistake, nor is one whose description says that its part of the URL may be
left out.`,
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
    const found = apiRef.documents.flatMap(({ operations }) =>
      operations.flatMap((operation) =>
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
    for (const { operation, row } of found)
      yield { ...told(operation, row, keys.get(row), leftovers.get(row)), ...inOperation(operation) };
  },
});

/** The rows of a request that are `in: path`, and no variable of its URL. */
const rowsNotInUrl = remembered((operation: Operation): readonly ParameterRow[] => {
  const { target, url } = operation;
  if (url === "" || target.webhook) return [];
  // Of a row that was meant for a variable of the URL `path-parameter-undocumented` tells.
  const meant = new Set(undocumentedVariables(operation).map((one) => one.meant));
  return operation.rows.filter(
    (row) =>
      row.side === "request" &&
      row.definition?.in === "path" &&
      !meant.has(row) &&
      !isOfUrl(row, operation) &&
      !isOfOtherVersions(row, operation) &&
      !isLeftOut(row) &&
      // os-api-ref has no place for a variable of the query but the path's.
      !isOfQuery(row, operation),
  );
});

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
function remedyFor(row: ParameterRow, { rows, samples }: Operation): string {
  if (samples.some((sample) => sample.side === "request" && shows(sample, row.name)))
    return " The sample sends it in the body: look up a definition with `in: body`.";
  if (row.definition?.required === false)
    return " Look up a definition with `in: query`, remove the row, or add the variable to the URL.";
  return rows.some((other) => other.table === row.table && other.definition?.in === "query")
    ? " Remove the row, add the variable to the URL, or look up a definition with `in: query`."
    : " Remove the row, or add the variable to the URL.";
}

/** Whether a row ends with a microversion and one of the URL begins with one, or the other way round: one came for the other. */
function isOfOtherVersions(row: ParameterRow, operation: Operation): boolean {
  const own = versionsOf(row);
  return operation.rows.some((other) => {
    if (other.side !== "request" || !isOfUrl(other, operation)) return false;
    const its = versionsOf(other);
    return (own.max && its.min) || (own.min && its.max);
  });
}

/** Whether a row has a first and a last microversion. */
function versionsOf({ minVersion, maxVersion, definition }: ParameterRow): { min: boolean; max: boolean } {
  return {
    min: (minVersion ?? definition?.minVersion) !== undefined,
    max: (maxVersion ?? definition?.maxVersion) !== undefined,
  };
}

/** Whether a row is of a part of the URL that may be left out, such as the project's identifier in front of the rest. */
function isLeftOut({ definition }: ParameterRow): boolean {
  return definition?.required === false && /\boptional|\bomit|\bleft out\b/i.test(definition.description);
}
