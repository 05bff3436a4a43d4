import type { Operation, ParameterRow } from "../apiref/model.ts";
import { causeIn } from "../checks/cause.ts";
import { isOfQuery, isOfUrl, undocumentedVariables } from "../checks/path-rows.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { didYouMean } from "../text/similar.ts";

export const pathParameterNotInUrl = defineRule({
  name: "path-parameter-not-in-url",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a row `in: path` that is not in the URL",
  explanation: `A request's row whose definition says \`in: path\` documents a variable of the URL. Where the URL has no variable of that name, the
row is a left-over (often the project's identifier, which many services no longer have in their URLs), the name is
misspelt, or the definition belongs to another place such as the query. The specification leaves the row out.
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

   - «project_id: project_id»
`,
    "parameters.yaml": `
project_id:
  description: Whose widgets.
  in: path
  required: true
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
  check: ofOperations(function* (operation) {
    const { target, url } = operation;
    if (url === "" || target.webhook) return;
    // Of a row that was meant for a variable of the URL `path-parameter-undocumented` tells.
    const told = new Set(undocumentedVariables(operation).map(({ meant }) => meant));
    for (const row of operation.rows) {
      if (row.side !== "request" || row.definition?.in !== "path") continue;
      if (told.has(row) || isOfUrl(row, operation) || isOfOtherVersions(row, operation) || isLeftOut(row))
        continue;
      // os-api-ref has no place for a variable of the query but the path's.
      if (isOfQuery(row, operation)) continue;
      const place = row.definition.fields.get("in")?.valueSpan;
      yield {
        message: `\`${row.name}\` is \`in: path\`, but not in the URL \`${url}\`.${
          didYouMean(
            row.name,
            target.variables.map(({ name }) => name),
          ) || " Remove the row, or add the variable to the URL."
        }`,
        span: row.span,
        ...causeIn(row.span.file, row.name, row.key),
        ...(place === undefined ? {} : { related: [{ span: place, message: "defined here" }] }),
      };
    }
  }),
});

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
