import type { ApiRef } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { BODY_METHODS } from "../apiref/part-place.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import { remembered } from "../text/remembered.ts";
import { ownFields } from "./own-fields.ts";
import { type ShownRow, usesOfDefinitions } from "./shown-rows.ts";

export type KeyPlace = "path" | "query" | "body";

const ENDINGS: readonly (readonly [KeyPlace, RegExp])[] = [
  ["path", /[-_](?:in[-_])?path(?:[-_](?:\d+|required))?$/i],
  ["query", /[-_](?:in[-_])?query(?:[-_](?:\d+|optional|required))?$/i],
  ["body", /[-_](?:in[-_])?(?:body|req|request)(?:[-_](?:\d+|body|optional|required))?$/i],
];

/** The place that the end of a key names: `query` of `colour-query`, `body` of `colour-request`. */
export function placeInKey(key: string): KeyPlace | undefined {
  return ENDINGS.find(([, ending]) => ending.test(key))?.[0];
}

/**
 * The definitions whose `in` contradicts both their key and every row that looks them up, with the place that these have: `in:
 * body` of a key that ends in `query`, which only requests without a body look up. The definition is to blame, none of the rows.
 */
export const contradictedPlaces = remembered((apiRef: ApiRef): ReadonlyMap<Definition, KeyPlace> => {
  const found = new Map<Definition, KeyPlace>();
  for (const [definition, uses] of usesOfDefinitions(apiRef)) {
    const place = placeInKey(definition.key);
    if (place === undefined || place === definition.in || definition.in === "header") continue;
    if (!ownFields(definition).has("in") || isDefinedInTable(uses[0]!.row)) continue;
    if (uses.every((use) => isIn(place, use))) found.set(definition, place);
  }
  return found;
});

function isIn(place: KeyPlace, { row, operation }: ShownRow): boolean {
  if (operation === undefined || row.side !== "request") return false;
  if (place === "path" || isOfUrl(row, operation)) return place === "path" && isOfUrl(row, operation);
  return BODY_METHODS.has(operation.method.toUpperCase()) === (place === "body");
}
