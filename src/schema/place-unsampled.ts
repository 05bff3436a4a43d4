import type { ParameterRow } from "../apiref/model.ts";
import { extended, nearest } from "../text/similar.ts";
import { describedAsMap, isPatternName } from "./maps.ts";
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
  property,
  rowTypes,
  sameTable,
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
  for (const row of left) {
    if (placement.placeOf.has(row)) continue;
    if (isPatternName(row.name)) {
      const beside = neighbourHolder(placement, row);
      const holder = beside.values === undefined ? (mapIn(placement.root) ?? beside) : beside;
      claim(placement, row, valuesOf(holder), holder.values!.seen > 0 ? "sample" : "neighbour");
      continue;
    }
    if (
      isEntryStep(row.name) &&
      ["key", "value"].every((name) => left.some((other) => other.name === name))
    ) {
      const holder = mapBefore(placement, row) ?? neighbourHolder(placement, row);
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
    if (holder === undefined) continue;
    claim(placement, row, property(holder, row.name), "sibling");
  }
  const empty = placement.rows.filter((row) => isEmptyContainer(placement, row));
  for (const row of left) {
    if (placement.placeOf.has(row)) continue;
    const named = containerByKey(placement, row);
    if (named !== undefined) {
      claim(placement, row, property(named, row.name), "neighbour");
      continue;
    }
    const { holder, sure } = besideNeighbours(placement, row);
    const alone = empty.every((other) => other === row);
    claim(
      placement,
      row,
      property(holder, row.name),
      placement.home !== undefined && (sure || alone) ? "neighbour" : "flat",
    );
  }
}

/**
 * The object of the row above whose lookup key begins this row's: `kind: filter_kind` belongs into `filter: filter`,
 * but `filter_kind: filter_kind` stands beside it. Where samples can tell, 99 of 100 such rows do.
 */
function containerByKey({ rows, rank, placeOf }: Placement, row: ParameterRow): Shape | undefined {
  const above = rows.slice(0, rank.get(row)!).filter((other) => {
    const rest = row.key.startsWith(other.key) ? row.key.slice(other.key.length) : "";
    return (
      /^[_.-]./.test(rest) &&
      sameTable(other, row) !== undefined &&
      isContainer(other) &&
      placeOf.has(other) &&
      !row.name.startsWith(other.name)
    );
  });
  // the longest key is the innermost object
  const container = above.sort((a, b) => a.key.length - b.key.length).at(-1);
  return container === undefined ? undefined : childHolder(placeOf.get(container)!, rowTypes(container));
}

/** Whether a row documents an object or list of which no sample shows the inside: other rows may belong there. */
function isEmptyContainer({ placeOf }: Pick<Placement, "placeOf">, row: ParameterRow): boolean {
  if (!isContainer(row)) return false;
  const place = placeOf.get(row);
  if (place === undefined) return true;
  const inside = holders(place).at(-1)!;
  return (
    inside.types.size === 0 ||
    (inside.properties.size === 0 && (inside.types.has("object") || inside.types.has("null")))
  );
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

/** The object in which a row's neighbours sit: both of them, else most rows of its table, else most rows. */
function neighbourHolder(placement: Placement, row: ParameterRow): Shape {
  return besideNeighbours(placement, row).holder;
}

/** The same, and whether nothing else is likely. */
function besideNeighbours(placement: Placement, row: ParameterRow): { holder: Shape; sure: boolean } {
  const { rows, rank, placeOf, home, root } = placement;
  if (/\btop[- ]level\b/i.test(row.definition?.description ?? "")) return { holder: root, sure: true };
  const misspelt = holderOfMisspelt(placement, row);
  if (misspelt !== undefined) return { holder: misspelt, sure: true };
  const index = rank.get(row)!;
  const holderAt = (from: number, step: number): Shape | undefined => {
    for (let at = from; at >= 0 && at < rows.length && rows[at]!.table === row.table; at += step) {
      const place = placeOf.get(rows[at]!);
      if (place !== undefined) return holderOf(place);
    }
    return undefined;
  };
  if (!placement.sorted.has(row.table)) {
    const before = holderAt(index - 1, -1);
    const after = holderAt(index + 1, 1);
    const previous = sameTable(rows[index - 1], row);
    if (after !== undefined && before === after)
      return { holder: after, sure: !mayBeInContainer(placement, row) };
    // between a container and something in it
    const container = previous === undefined ? undefined : placeOf.get(previous);
    if (after !== undefined && container !== undefined && holders(container).includes(after))
      return { holder: after, sure: true };
  }
  const common = tableHome(placement, row.table);
  return {
    holder: common ?? home ?? root,
    sure: common !== undefined && holdsTable(placement, row, common),
  };
}

/** Whether all rows of a table that samples show sit in one object, and no empty container may be meant instead. */
function holdsTable(placement: Placement, row: ParameterRow, holder: Shape): boolean {
  const { placeOf, claims, sorted } = placement;
  if (!sorted.has(row.table) && mayBeInContainer(placement, row)) return false;
  let inside = 0;
  for (const [other, place] of placeOf) {
    if (other.table !== row.table || claims.get(place)?.origin !== "sample") continue;
    if (holderOf(place) === holder) inside++;
    else if (place !== propertyOf(holder)) return false;
  }
  return inside >= FEWEST_IN_ACCORD;
}

/** Whether a row follows an empty container: rows that no sample shows may all belong in what the first of them follows or is. */
function mayBeInContainer({ rows, rank, claims, ...placement }: Placement, row: ParameterRow): boolean {
  for (let at = rank.get(row)! - 1; ; at--) {
    const other = sameTable(rows[at], row);
    if (other === undefined) return false;
    if (isEmptyContainer(placement, other)) return true;
    if (claims.get(placement.placeOf.get(other)!)?.origin === "sample") return false;
  }
}

/** So many rows in one object say where the others of their table are. */
const FEWEST_IN_ACCORD = 3;

/** The object that holds most of the rows of a table. */
function tableHome(placement: Placement, table: number): Shape | undefined {
  const counts = new Map<Shape, number>();
  for (const [row, place] of placement.placeOf) {
    const holder = holderOf(place);
    if (row.table === table && holder !== undefined) counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  let best: Shape | undefined;
  for (const [holder, count] of counts) if (best === undefined || count > counts.get(best)!) best = holder;
  // a container alone in its table says nothing of what belongs in it
  return best !== undefined && counts.get(best)! > 1 ? best : undefined;
}

const MOST_STRANGERS = 200;

/** Where the samples have a name that no row has and that is nearly this row's. */
function holderOfMisspelt({ strangers }: Placement, row: ParameterRow): Shape | undefined {
  // among very many names any is near to some
  if (strangers.size > MOST_STRANGERS) return undefined;
  const wanted = nearest(row.name, strangers.keys()) ?? extended(row.name, strangers.keys());
  return wanted === undefined ? undefined : holderOf(strangers.get(wanted)!);
}

/** The object or list named after the resource of the path, where a row documents it: it takes in the other rows. */
export function envelopeOf(placement: Placement, path: string): Shape | undefined {
  const segments = path.split("/").filter((segment) => segment !== "" && !segment.startsWith("{"));
  const resource = segments.at(-1);
  const single =
    placement.root.properties.size === 1 ? [...placement.root.properties.values()][0]! : undefined;
  if (single !== undefined && objectIn(single).properties.size > 0) return objectIn(single);
  if (resource === undefined || placement.rows.length < 2) return undefined;
  for (const row of placement.rows) {
    if (!sameWord(row.name, resource)) continue;
    if (!isContainer(row)) continue;
    const place = placement.placeOf.get(row) ?? property(placement.root, row.name);
    if (!placement.placeOf.has(row)) claim(placement, row, place, "neighbour");
    return childHolder(place, rowTypes(row));
  }
  return undefined;
}
