import type { Operation, ParameterRow } from "../apiref/model.ts";
import { lacksPlace } from "../apiref/places.ts";
import type { SeenNode } from "../evidence/seen.ts";
import { mentions } from "../samples/undocumented.ts";
import type { BodyNode } from "../schema/body.ts";
import { isContainer } from "../schema/placement.ts";
import { accepts, type JsonType } from "../schema/types.ts";
import type { BodyComparison, Place } from "./comparison.ts";

/** A property of the evidence at the object that holds it. */
export interface Stranger extends Place {
  readonly name: string;
  readonly property: SeenNode;
}

/** Whether a row may mean the property all the same: it has the name at another place, or speaks of it. */
export function isKnown({ name, property, around, seen }: Stranger, comparison: BodyComparison): boolean {
  const { elsewhere, body, kind, others, told } = comparison;
  if (around.rows.some((row) => told.anyInside(row.name))) return true;
  if (body.side === "request" && told.given(body.operation, name)) return true;
  if (kind === "document" && body.side === "request" && !seen.required.has(name))
    if (isOfWholeResource(name, seen, body.operation)) return true;
  const types = elsewhere.get(name) as readonly JsonType[] | undefined;
  if (types !== undefined && [...property.types.keys()].some((type) => accepts(types, type))) return true;
  if ([...around.rows, ...body.rows.filter(isContainer)].some((row) => mentions(row, name))) return true;
  if (body.operation.rows.some((row) => told.anyNames(row.definition) && mentions(row, name))) return true;
  if (others.some((other) => other.node !== undefined && other.rows.some((row) => isOfName(row, name))))
    return true;
  return body.operation.rows.some(
    (row) =>
      row.side === body.side &&
      (lacksPlace(row) ? isOfName(row, name) : row.name === name && row.definition!.in !== "body"),
  );
}

function isOfName(row: ParameterRow, name: string): boolean {
  return row.name === name || row.name.endsWith(`.${name}`);
}

/** An object of fewer properties is not told from another by their names. */
const FEWEST_OF_A_RESOURCE = 4;
/** So many that only the service sets are in the schema of no request by oversight. */
const FEWEST_OF_THE_SERVICE = 3;

/**
 * Schemas of requests are often those of the whole resource, with what only the service sets. That the schema has nearly
 * all rows of the response says so, or several rows that the response has and the request has not.
 */
function isOfWholeResource(name: string, seen: SeenNode, { rows }: Operation): boolean {
  const named = (side: ParameterRow["side"]) =>
    rows.filter((row) => row.side === side && row.definition?.in === "body");
  const own = named("response");
  const asked = new Set(named("request").map((row) => row.name));
  const ofService = own.filter((row) => !asked.has(row.name) && seen.properties.has(row.name));
  if (ofService.length >= FEWEST_OF_THE_SERVICE) return true;
  if (own.length < FEWEST_OF_A_RESOURCE || !own.some((row) => row.name === name)) return false;
  const shared = own.filter((row) => seen.properties.has(row.name)).length;
  return shared >= own.length * 0.8;
}

/**
 * Whether a list in a message is that of another resource: empty wherever it was seen, and never beside what is documented.
 * Stand-ins for a service answer so at the end of a list.
 */
export function isOfOtherBody(
  { property, seen, path }: Stranger,
  known: readonly BodyNode[],
  { kind }: BodyComparison,
): boolean {
  if (kind !== "traffic" || path.length > 0 || property.items !== undefined) return false;
  if (property.types.size !== 1 || !property.types.has("array")) return false;
  return known.every(({ name }) => (seen.properties.get(name)?.count ?? 0) + property.count <= seen.objects);
}
