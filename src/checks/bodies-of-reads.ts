import type { ApiRef, Operation, ParameterRow, Sample } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { sendsData } from "../apiref/sample-blocks.ts";
import { isOfQuery, isOfUrl } from "../apiref/url-rows.ts";
import { isWithoutRequestContent } from "../bodies/filter-rows.ts";
import { remembered } from "../text/remembered.ts";
import { requestRows } from "./duplicates.ts";
import { definitionCalled } from "./lookups.ts";

/** The rows of a body, and a sample of one, in a request that ought to have none; undefined where nothing is wrong. */
export const contentOfRequest = remembered((operation: Operation) => {
  const isDelete = operation.method.toUpperCase() === "DELETE";
  if (!isDelete && !isWithoutRequestContent(operation)) return undefined;
  const sample = operation.samples.find(
    (one) => one.side === "request" && (isJson(one) || sendsData(one.text)),
  );
  if (isDelete && sample !== undefined) return undefined;
  // Those of the URL are for `path-parameter-undocumented` and `query-variable-misplaced`.
  const rows = requestRows(operation).filter((row) => !isOfUrl(row, operation) && !isOfQuery(row, operation));
  return { isDelete, sample, rows };
});

/** Whether other rows of a table are parameters of the query: it is no table of the response then. */
export function isTableOfQuery({ table }: ParameterRow, { rows }: Operation): boolean {
  return rows.some((other) => other.table === table && other.definition?.in === "query");
}

/** Those of these rows that stand among parameters of the query, with the definition of the query that is called as they are. */
export const meantQueries = remembered((apiRef: ApiRef): ReadonlyMap<ParameterRow, Definition> => {
  const found = new Map<ParameterRow, Definition>();
  for (const { operations } of apiRef.documents)
    for (const operation of operations)
      for (const row of contentOfRequest(operation)?.rows ?? []) {
        const meant = isTableOfQuery(row, operation) ? definitionCalled(row, "query") : undefined;
        if (meant !== undefined) found.set(row, meant);
      }
  return found;
});

/** Whether a sample is a body and nothing else: an object or a list. */
export function isJson({ text }: Sample): boolean {
  return /^\s*[[{]/.test(text) && !CURL.test(text);
}

const CURL = /^\s*curl\s/m;
