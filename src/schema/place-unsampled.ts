import type { ParameterRow } from "../apiref/model.ts";
import { extended, nearest } from "../text/similar.ts";
import { containerByKey, containersByKey } from "./container-by-key.ts";
import { describedAsKeyed, describedAsMap, isPatternName } from "./maps.ts";
import { besideNeighbours, isEmptyContainer, type Neighbourhood, neighbourhoodOf } from "./neighbours.ts";
import { isBesideList } from "./page-rows.ts";
import {
  type Alike,
  childHolder,
  claim,
  holderOf,
  isContainer,
  isEntryStep,
  isFree,
  mapHolder,
  type Placement,
  plainWord,
  property,
  rowTypes,
  sameWord,
  valuesOf,
} from "./placement.ts";
import { allProperties, holders, newShape, objectIn, propertyOf, type Shape, turnIntoMap } from "./shape.ts";

/** Rules 3 and 4: rows that no sample of this body shows. */
export function placeUnsampled(
  placement: Placement,
  left: readonly ParameterRow[],
  siblingsKnown: boolean,
): void {
  const siblingPlaces = siblingsKnown ? placement.siblingPlaces() : undefined;
  let around = neighbourhoodOf(placement);
  const names = new Set(left.map(({ name }) => name));
  /** What sibling samples show in objects that are not in those of this body. */
  const inside = new Map<ParameterRow, readonly Shape[]>();
  for (const row of left) {
    if (placement.placeOf.has(row)) continue;
    if (isBesideList(placement, row)) continue;
    if (isPatternName(row.name)) {
      const beside = likelyHolder(placement, around, row).holder;
      const holder = beside.values === undefined ? (mapIn(placement.root) ?? beside) : beside;
      claim(placement, row, valuesOf(holder), holder.values!.seen > 0 ? "sample" : "neighbour");
      continue;
    }
    if (isEntryStep(row.name) && ["key", "value"].every((name) => names.has(name))) {
      const holder = mapBefore(placement, row) ?? likelyHolder(placement, around, row).holder;
      turnIntoMap(holder, (place) => isFree(placement, place));
      claim(placement, row, valuesOf(holder), "neighbour");
      continue;
    }
    // A container whose name is misspelt in the sample is there all the same.
    const misspelt = isContainer(row) ? holderOfMisspelt(placement, row) : undefined;
    if (misspelt !== undefined) {
      claim(placement, row, property(misspelt, row.name), "neighbour");
      continue;
    }
    const shown = siblingPlaces?.get(row.name);
    const holder = shown === undefined ? undefined : holderLike(placement, shown);
    if (holder !== undefined) claim(placement, row, property(holder, row.name), "sibling");
    else if (shown !== undefined) inside.set(row, shown);
  }
  placeInRows(placement, inside);
  const empty = placement.rows.filter((row) => isEmptyContainer(placement.placeOf, row));
  around = neighbourhoodOf(placement);
  const containers = containersByKey(placement);
  for (const row of left) {
    if (placement.placeOf.has(row) || isBesideList(placement, row)) continue;
    const named = containerByKey(placement, containers, row);
    if (named !== undefined) {
      claim(placement, row, property(named, row.name), "neighbour");
      continue;
    }
    const { holder, sure } = likelyHolder(placement, around, row);
    const alone = empty.every((other) => other === row);
    claim(
      placement,
      row,
      property(holder, row.name),
      placement.home !== undefined && (sure || alone) ? "neighbour" : "flat",
    );
  }
  // last, for they say nothing of where others belong
  for (const row of left) {
    if (placement.placeOf.has(row) || !isBesideList(placement, row)) continue;
    claim(placement, row, property(placement.root, row.name), "neighbour");
  }
}

/** Objects and lists that rows of a body put into one another and no sample of it shows are no more than so many. */
const DEEPEST = 8;

/** Puts rows that sibling samples show in one object or list alone into the place of the row that documents that here. */
function placeInRows(placement: Placement, left: ReadonlyMap<ParameterRow, readonly Shape[]>): void {
  for (let level = 0, before = -1; level < DEEPEST && before !== placement.placeOf.size; level++) {
    before = placement.placeOf.size;
    for (const [row, shown] of left) {
      if (placement.placeOf.has(row)) continue;
      const [name, ...others] = new Set(shown.map((place) => propertyOf(holderOf(place)!).name));
      const containers = others.length > 0 ? [] : (placement.rowsOf.get(name!) ?? []).filter(isContainer);
      const place = containers.length === 1 ? placement.placeOf.get(containers[0]!) : undefined;
      if (place === undefined) continue;
      claim(placement, row, property(childHolder(place, rowTypes(containers[0]!)), row.name), "sibling");
    }
  }
}

/** The last object before a row in its table that is described as a map. */
function mapBefore({ rows, rank, placeOf }: Placement, row: ParameterRow): Shape | undefined {
  const map = rows
    .slice(0, rank.get(row)!)
    .findLast(
      (other) => isContainer(other) && describedAsMap(other.name, other.definition) && placeOf.has(other),
    );
  return map === undefined ? undefined : mapHolder(placeOf.get(map)!);
}

/** The first map in a shape that no row describes. */
function mapIn(root: Shape): Shape | undefined {
  return [root, ...allProperties(root)]
    .flatMap(holders)
    .find((holder) => holder.values !== undefined && holder.properties.size === 0);
}

/** The object of this body that corresponds to one of the objects in which sibling samples have a name. */
function holderLike(placement: Placement, shown: readonly Shape[]): Shape | undefined {
  let best: Alike | undefined;
  for (const place of shown) {
    const other = holderOf(place)!;
    let alike = placement.alike.get(other);
    if (alike === undefined) {
      alike = mostAlike(placement.root, other);
      placement.alike.set(other, alike);
    }
    if (alike.shared > (best?.shared ?? 0)) best = alike;
  }
  if (best?.holder !== undefined) return best.holder;
  // The same list or object may stand empty here.
  for (const place of shown) {
    const around = propertyOf(holderOf(place)!);
    const own = around.name === "" ? undefined : placement.places.get(around.name)?.[0];
    if (own !== undefined) return childHolder(own, undefined);
  }
  if (shown.some((place) => holderOf(place)!.parent === undefined)) return placement.root;
  if (placement.envelope !== undefined) return placement.envelope;
  // No sample of this body at all: it looks like its sibling's.
  if (placement.root.seen === 0) return pathLike(placement.root, holderOf(shown[0]!)!);
  return undefined;
}

/** The object of a shape that has most properties in common with an object of another shape. */
function mostAlike(root: Shape, other: Shape): Alike {
  let best: Alike = { holder: undefined, shared: 0 };
  for (const holder of [root, ...allProperties(root)].flatMap(holders)) {
    let shared = 0;
    for (const name of other.properties.keys()) if (holder.properties.has(name)) shared++;
    // one name in common, such as `links`, says nothing of larger objects
    const isEnough = shared > 1 || shared * 2 >= Math.min(other.properties.size, holder.properties.size + 1);
    if (isEnough && shared > best.shared) best = { holder, shared };
  }
  return best;
}

/** Makes the path to an object of another shape in this one. */
function pathLike(root: Shape, other: Shape): Shape {
  if (other.parent === undefined) return root;
  const parent = pathLike(root, other.parent);
  if (other.name !== "") return property(parent, other.name);
  if (other.parent.items === other) {
    parent.items ??= newShape("", parent);
    return parent.items;
  }
  parent.values ??= newShape("", parent);
  return parent.values;
}

/** The object in which a row belongs by its words or its neighbours, and whether nothing else is likely. */
function likelyHolder(
  placement: Placement,
  around: Neighbourhood,
  row: ParameterRow,
): { holder: Shape; sure: boolean } {
  if (/\btop[- ]level\b/i.test(row.definition?.description ?? ""))
    return { holder: placement.root, sure: true };
  const side = sideOfEnvelope(placement, row);
  if (side === "above") return { holder: placement.root, sure: false };
  const misspelt = holderOfMisspelt(placement, row);
  if (misspelt !== undefined) return { holder: misspelt, sure: true };
  const beside = besideNeighbours(placement, around, row);
  return side === "below" && beside.holder === placement.root
    ? { holder: placement.envelope!, sure: false }
    : beside;
}

/** Where a row stands beside that of the envelope, in a table with an order of its own and of a body that no sample shows. */
function sideOfEnvelope(
  { envelope, root, claims, rank, sorted }: Placement,
  row: ParameterRow,
): "above" | "below" | undefined {
  if (envelope === undefined || root.seen > 0 || sorted.has(row.table)) return undefined;
  const [around] = claims.get(propertyOf(envelope))?.rows ?? [];
  if (around === undefined || around.table !== row.table) return undefined;
  return rank.get(row)! < rank.get(around)! ? "above" : "below";
}

const MOST_STRANGERS = 200;

/** Where the samples have a name that no row has and that is nearly this row's. */
function holderOfMisspelt({ strangers }: Placement, row: ParameterRow): Shape | undefined {
  // among very many names any is near to some
  if (strangers.size > MOST_STRANGERS) return undefined;
  const wanted = nearest(row.name, strangers.keys()) ?? extended(row.name, strangers.keys());
  return wanted === undefined ? undefined : holderOf(strangers.get(wanted)!);
}

/**
 * The object or list named after the resource of the path, where a row documents it: it takes in the other rows. The first
 * row of a body that no sample shows may have more words of the path before that, `room_lamps` of `/rooms/{id}/lamps`, or be
 * the one key of an action.
 */
export function envelopeOf(placement: Placement, path: string): Shape | undefined {
  const segments = path.split("/").filter((segment) => segment !== "" && !segment.startsWith("{"));
  const resource = segments.at(-1);
  const single =
    placement.root.properties.size === 1 ? [...placement.root.properties.values()][0]! : undefined;
  if (single !== undefined && objectIn(single).properties.size > 0) return objectIn(single);
  if (resource === undefined || placement.rows.length < 2) return undefined;
  const [first] = placement.rows;
  const isNamed = (row: ParameterRow) =>
    sameWord(row.name, resource) ||
    (row === first &&
      placement.root.seen === 0 &&
      (resource === "action" || isOfWords(row.name, resource, segments)));
  for (const row of placement.rows) {
    if (!isNamed(row) || !isContainer(row)) continue;
    const place = placement.placeOf.get(row) ?? property(placement.root, row.name);
    if (!placement.placeOf.has(row)) claim(placement, row, place, "neighbour");
    if (place.seen === 0 && describedAsKeyed(row.definition)) return valuesOf(place);
    return childHolder(place, rowTypes(row));
  }
  return undefined;
}

/** Whether a name ends in the word of the resource, and the words before it are words of the path. */
function isOfWords(name: string, resource: string, segments: readonly string[]): boolean {
  const words = name.split(/[-_]/);
  const context = segments.flatMap((segment) => segment.split(/[-_]/)).map(plainWord);
  return (
    words.length > 1 &&
    sameWord(words.at(-1)!, resource) &&
    words.slice(0, -1).every((word) => context.includes(plainWord(word)))
  );
}
