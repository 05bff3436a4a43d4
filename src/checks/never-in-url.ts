import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { isMeantForUrl, isOfQuery, isOfUrl } from "../apiref/url-rows.ts";
import { remembered } from "../text/remembered.ts";
import { isOfFamily } from "./definition-families.ts";
import { shows } from "./other-body.ts";
import { usesOfDefinitions } from "./shown-rows.ts";

/**
 * The definitions `in: path` that no URL of their rows has, two or more of them, and that a sample shows in the body of a
 * response: it is their `in` that is wrong, not the rows. Where others of the body are called after one, its rows mean those.
 */
export const neverInUrl = remembered((apiRef: ApiRef): ReadonlySet<Definition> => {
  const found = new Set<Definition>();
  for (const [definition, uses] of usesOfDefinitions(apiRef)) {
    if (definition.in !== "path") continue;
    const isInUrl = uses.some(
      ({ row, operation }) =>
        operation === undefined ||
        isOfUrl(row, operation) ||
        isOfQuery(row, operation) ||
        (row.side === "request" && isMeantForUrl(row, operation)),
    );
    const { file } = uses[0]!.row;
    if (uses.length < 2 || isInUrl || (file !== undefined && isOfFamily(file, definition))) continue;
    if (uses.some(({ row, operation }) => isInResponse(row, operation!))) found.add(definition);
  }
  return found;
});

/** Whether a row stands in a table of the response, and a sample of that has its name. */
export function isInResponse(row: ParameterRow, { samples }: Operation): boolean {
  return (
    row.side === "response" && samples.some((sample) => sample.side === "response" && shows(sample, row.name))
  );
}
