import type { ParameterRow } from "../apiref/model.ts";
import { type Placement, rowTypes } from "./placement.ts";
import type { Shape } from "./shape.ts";

/** Names by which clients go from page to page. */
const STEPS = /^(?:next|prev|previous)$/;
const STEPS_DESCRIBED = /\b(?:collection|page|pages|pagination|next|previous)\b/i;

/** Names of the number of all that a list would hold. */
const COUNTS = /^(?:count|total|total_count)$/;
const COUNTS_DESCRIBED = /\bpaginat|\bpages?\b|\btotal (?:count|number)\b/i;

/**
 * The object beside whose list a row stands that is about the page and not about what the list holds: `next`, `count`,
 * `volumes_links`; undefined for every other row.
 */
export function besideList({ root, claims }: Placement, row: ParameterRow): Shape | undefined {
  const isList = (place: Shape) =>
    place.items !== undefined ||
    place.types.has("array") ||
    (claims.get(place)?.rows ?? []).some((other) => rowTypes(other).includes("array"));
  const lists = [...root.properties.values()].filter(isList);
  if (lists.length === 0) return undefined;
  if (lists.some(({ name }) => row.name === `${name}_links` || row.name === `${one(name)}_links`))
    return root;
  const text = row.definition?.description ?? "";
  const isOfPage =
    (STEPS.test(row.name) && STEPS_DESCRIBED.test(text)) ||
    (COUNTS.test(row.name) && COUNTS_DESCRIBED.test(text));
  return isOfPage ? root : undefined;
}

function one(name: string): string {
  return name.replace(/ies$/, "y").replace(/s$/, "");
}
