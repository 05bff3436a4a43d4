import type { Operation, ParameterRow } from "../apiref/model.ts";
import { sendsData } from "../apiref/sample-blocks.ts";
import { remembered } from "../text/remembered.ts";

/** Methods whose requests have content of no meaning (RFC 9110, 9.3.1 and 9.3.2), so that clients send none. */
const WITHOUT_REQUEST_CONTENT: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** Whether requests of an operation's method have content of no meaning. */
export function isWithoutRequestContent({ method }: Operation): boolean {
  return WITHOUT_REQUEST_CONTENT.has(method.toUpperCase());
}

/**
 * The rows `in: body` in the request of a GET or HEAD that stand for parameters of the query: single values by which a list is
 * filtered, looked up in the definition of the property that is asked for. Readers of OpenAPI refuse such a request with a
 * body. Rows that hold others, and those of a request of which a sample shows a body, stay where they are documented.
 */
export const filterRows = remembered((operation: Operation): ReadonlySet<ParameterRow> => {
  if (!isWithoutRequestContent(operation)) return NONE;
  const rows = operation.rows.filter(
    ({ side, definition }) => side === "request" && definition?.in === "body",
  );
  if (rows.some(({ name, level = 0 }) => level > 0 || name.includes("."))) return NONE;
  const showsBody = operation.samples.some(
    ({ side, text }) => side === "request" && (/^\s*[[{]/.test(text) || sendsData(text)),
  );
  return showsBody ? NONE : new Set(rows);
});

const NONE: ReadonlySet<ParameterRow> = new Set();
