import type { Operation, Sample } from "../apiref/model.ts";
import { parseJson } from "../data/json.ts";
import { isJsonObject } from "../data/json-value.ts";
import { remembered } from "../text/remembered.ts";
import { isWithoutRequestContent } from "./filter-rows.ts";

/**
 * The samples that show parameters of the query of a GET or HEAD as if they were its body, which it does not have: JSON objects each of whose
 * properties is called as a row of the query. They are no samples of a body.
 */
export const queriesAsBody = remembered((operation: Operation): ReadonlySet<Sample> => {
  if (!isWithoutRequestContent(operation)) return NONE;
  const ofQuery = new Set(
    operation.rows.filter(({ definition }) => definition?.in === "query").map(({ name }) => name),
  );
  if (ofQuery.size === 0) return NONE;
  return new Set(operation.samples.filter(({ side, text }) => side === "request" && hasOnly(ofQuery, text)));
});

const NONE: ReadonlySet<Sample> = new Set();

function hasOnly(names: ReadonlySet<string>, text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  const parsed = parseJson(text);
  if (!("value" in parsed) || !isJsonObject(parsed.value)) return false;
  const shown = Object.keys(parsed.value);
  return shown.length > 0 && shown.every((name) => names.has(name));
}
