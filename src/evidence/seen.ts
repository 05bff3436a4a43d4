import type { Json } from "../data/json-value.ts";
import type { JsonType } from "../schema/types.ts";
import { type EvidencePlace, isServedAt } from "./place.ts";

/** Everything that evidence shows at one place of a body: a property, the items of a list, the body itself. */
export interface SeenNode {
  /** Where it was seen first. */
  readonly place: EvidencePlace;
  /** How many values were seen; 1 for a schema. */
  count: number;
  /** In how many exchanges; 1 for a schema. */
  exchanges: number;
  /** Whether a service has shown it, or its code: not only what stood in for one. */
  isServed: boolean;
  /** The place of the exchange that was counted last. */
  last: EvidencePlace;
  /** How many of them were objects. */
  objects: number;
  /** The types that were seen, or that a schema names, each with where it was seen first. None: nothing is known. */
  readonly types: Map<JsonType, EvidencePlace>;
  /** Words and numbers that were seen, or all that a schema allows; undefined where they are no list of choices. */
  scalars: Map<Json, EvidencePlace> | undefined;
  /** Whether only these values may stand here: the schema lists them. */
  isChoice: boolean;
  readonly properties: Map<string, SeenNode>;
  items?: SeenNode;
  /** What stands under names that are data. */
  values?: SeenNode;
  /** Whether an object has no other properties than these. */
  isClosed: boolean;
  /** Names that a schema requires. */
  required: ReadonlySet<string>;
  /** What a schema says of it. */
  description?: string;
}

/** A place of which nothing is known yet. */
export function newSeen(place: EvidencePlace): SeenNode {
  return {
    place,
    count: 0,
    exchanges: 0,
    isServed: false,
    last: place,
    objects: 0,
    types: new Map(),
    scalars: new Map(),
    isChoice: false,
    properties: new Map(),
    isClosed: false,
    required: new Set(),
  };
}

/** A place where one value was seen, of which nothing else is known, or a schema that says nothing. */
export function seenOnce(place: EvidencePlace): SeenNode {
  const node = newSeen(place);
  node.count = 1;
  node.exchanges = 1;
  node.isServed = isServedAt(place);
  return node;
}

/** A list of allowed values is hardly longer. */
export const MOST_CHOICES = 60;

/** Notes a value as one that stands at a place. */
export function noteScalar(node: SeenNode, value: Json, place: EvidencePlace): void {
  if (node.scalars === undefined || node.scalars.has(value)) return;
  node.scalars.set(value, place);
  if (node.scalars.size > MOST_CHOICES) node.scalars = undefined;
}

/** Adds what another node shows: both were seen at one place. What only one of them knows is known of some values. */
export function uniteSeen(into: SeenNode, from: SeenNode): void {
  const isFirst = into.count === 0;
  // a schema that names no type takes any value
  const isLoose = !isFirst && (into.types.size === 0) !== (from.types.size === 0);
  // the values of one exchange are united before it is united with others
  if (isFirst || from.place !== into.last) into.exchanges++;
  into.last = from.last;
  into.isServed ||= from.isServed;
  into.count += from.count;
  into.objects += from.objects;
  if (isLoose) into.types.clear();
  else for (const [type, place] of from.types) if (!into.types.has(type)) into.types.set(type, place);
  into.isChoice = (isFirst || into.isChoice) && from.isChoice;
  if (from.scalars === undefined) into.scalars = undefined;
  else for (const [value, place] of from.scalars) noteScalar(into, value, place);
  into.isClosed = (isFirst || into.isClosed) && from.isClosed;
  into.required = isFirst
    ? from.required
    : new Set([...into.required].filter((name) => from.required.has(name)));
  for (const [name, property] of from.properties) {
    const own = into.properties.get(name);
    if (own === undefined) into.properties.set(name, property);
    else uniteSeen(own, property);
  }
  addInside(into, "items", from.items);
  addInside(into, "values", from.values);
}

/** Adds what was seen of the items of a list, or of what stands under names that are data. */
export function addInside(into: SeenNode, key: "items" | "values", seen: SeenNode | undefined): void {
  const own = into[key];
  if (own === undefined) {
    if (seen !== undefined) into[key] = seen;
  } else if (seen !== undefined) uniteSeen(own, seen);
}
