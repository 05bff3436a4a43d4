import type { ParameterRow } from "../apiref/model.ts";
import { type Placement, rowTypes } from "./placement.ts";
import type { Shape } from "./shape.ts";
import { singular } from "./types.ts";

/** Names by which clients go from page to page. */
const STEPS = /^(?:next|prev|previous)$/;
const STEPS_DESCRIBED = /\b(?:collection|page|pages|pagination|next|previous)\b/i;

/** Names of the number of all that a list would hold. */
const COUNTS = /^(?:count|total|total_count)$/;
const COUNTS_DESCRIBED = /\bpaginat|\bpages?\b|\btotal (?:count|number)\b/i;

/**
 * Whether a row is about the page and not about what the list holds: `next`, `count`, `volumes_links`. It stands beside the
 * list, in the outermost object.
 */
export function isBesideList({ root, claims }: Placement, row: ParameterRow): boolean {
  const text = row.definition?.description ?? "";
  const isOfPage =
    (STEPS.test(row.name) && STEPS_DESCRIBED.test(text)) ||
    (COUNTS.test(row.name) && COUNTS_DESCRIBED.test(text));
  if (!isOfPage && !row.name.endsWith("_links")) return false;
  const isList = (place: Shape) =>
    place.items !== undefined ||
    place.types.has("array") ||
    (claims.get(place)?.rows ?? []).some((other) => rowTypes(other).includes("array"));
  const lists = [...root.properties.values()].filter(isList);
  return lists.some(
    ({ name }) => isOfPage || row.name === `${name}_links` || row.name === `${singular(name)}_links`,
  );
}
