import type { Operation, ParameterRow } from "../apiref/model.ts";
import { WITHOUT_REQUEST_CONTENT } from "../apiref/part-place.ts";
import { sendsData } from "../apiref/sample-blocks.ts";
import { rowsNotInUrl } from "../apiref/url-rows.ts";
import { remembered } from "../text/remembered.ts";

/** Whether requests of an operation's method have content of no meaning. */
export function isWithoutRequestContent({ method }: Operation): boolean {
  return WITHOUT_REQUEST_CONTENT.has(method.toUpperCase());
}

/**
 * The rows of another place that stand for parameters of the query: in the request of a GET or HEAD what is `in: body`, single values
 * by which a list is filtered, looked up in the definition of the property that is asked for, and in that of a DELETE, too, what is
 * `in: path` but not in the URL and may be left out. Readers of OpenAPI refuse a body there. Rows that hold others, and those of
 * a request of which a sample shows a body, stay where they are documented.
 */
export const filterRows = remembered((operation: Operation): ReadonlySet<ParameterRow> => {
  const found = new Set(bodyRowsOfQuery(operation));
  if (isOfQueries(operation))
    for (const row of rowsNotInUrl(operation)) if (row.definition?.required === false) found.add(row);
  return found;
});

/** Whether requests of an operation's method say what they want in the query rather than in a body. */
export function isOfQueries(operation: Operation): boolean {
  return isWithoutRequestContent(operation) || operation.method.toUpperCase() === "DELETE";
}

function bodyRowsOfQuery(operation: Operation): readonly ParameterRow[] {
  if (!isWithoutRequestContent(operation)) return [];
  const rows = operation.rows.filter(
    ({ side, definition }) => side === "request" && definition?.in === "body",
  );
  if (rows.some(({ name, level = 0 }) => level > 0 || name.includes("."))) return [];
  const showsBody = operation.samples.some(
    ({ side, text }) => side === "request" && (/^\s*[[{]/.test(text) || sendsData(text)),
  );
  return showsBody ? [] : rows;
}
