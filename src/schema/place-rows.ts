import type { ParameterRow } from "../apiref/model.ts";
import type { Json } from "../data/json-value.ts";
import { addTo, groupedBy } from "../text/grouped.ts";
import { placeDotted } from "./place-dotted.ts";
import { outerRows, placeNested, placesOfOuter } from "./place-nested.ts";
import { placeSampled } from "./place-sampled.ts";
import { envelopeOf, placeUnsampled } from "./place-unsampled.ts";
import { type Claims, type Placement, plainWord, rivalKey, rowTypes } from "./placement.ts";
import { readShape } from "./sample-shape.ts";
import { allProperties, holders, newShape, objectIn, type Shape } from "./shape.ts";

interface Given {
  readonly rows: readonly ParameterRow[];
  readonly samples: readonly Json[];
  readonly siblings: readonly Json[];
  readonly path: string;
}

/** Places the rows of a body in the united shape of its samples, to which places without a sample are added. */
export function placeInShape(given: Given): { root: Shape; claims: Claims } {
  const names = new Set(given.rows.map((row) => row.name));
  const root = readShape(given.samples, names, given.rows);
  const places = indexOf(root);
  const outer = outerRows(given.rows, given.path, places);
  let siblingPlaces: Map<string, Shape[]> | undefined;
  const placement: Placement = {
    rows: given.rows,
    rank: new Map(given.rows.map((row, index) => [row, index])),
    rivals: countOf(given.rows.map(rivalKey)),
    names,
    rowsOf: groupedBy(given.rows, (row) => row.name),
    root,
    places,
    placesOfWord: groupedBy(
      [...places.values()].map(([place]) => place!),
      (place) => plainWord(place.name),
    ),
    strangers: new Map([...places].flatMap(([name, [place]]) => (names.has(name) ? [] : [[name, place!]]))),
    siblingPlaces: () => {
      siblingPlaces ??= indexOf(readShape(given.siblings, names, given.rows));
      return siblingPlaces;
    },
    alike: new Map(),
    claims: new Map(),
    placeOf: new Map(),
    kept: placesOfOuter(outer, places),
    tallies: new Map(),
    sorted: sortedTables(given.rows),
    home: undefined,
  };
  placement.home = homeOf(placement, root);
  // Dotted names are certain and go first, where the samples know their beginning.
  const isDotted = (row: ParameterRow) => row.name.includes(".") && !places.has(row.name) && !outer.has(row);
  const left = () => given.rows.filter((row) => !placement.placeOf.has(row));
  for (const row of given.rows)
    if (isDotted(row) && places.has(row.name.split(".")[0]!)) placeDotted(placement, row);
  for (const row of left()) {
    const around = outer.get(row);
    if (around === undefined) placeSampled(placement, row);
    else placeNested(placement, row, around);
  }
  // A row may stand in one of a table further below.
  const placeLeftNested = () => {
    for (let before = 0; before !== placement.placeOf.size; ) {
      before = placement.placeOf.size;
      for (const row of left()) if (outer.has(row)) placeNested(placement, row, outer.get(row)!);
    }
  };
  placeLeftNested();
  if (left().length > 0) {
    if (placement.home === undefined || placement.home === root)
      placement.envelope = envelopeOf(placement, given.path);
    placement.home ??= placement.envelope;
    placeUnsampled(
      placement,
      left().filter((row) => !isDotted(row) && !outer.has(row)),
      given.siblings.length > 0,
    );
    placeLeftNested();
    for (const row of left()) if (!outer.has(row)) placeDotted(placement, row);
    placeLeftNested();
    // names such as `a..b` are no paths
    placeUnsampled(placement, left(), given.siblings.length > 0);
  }
  for (const [shape] of placement.claims) settleList(shape, placement.claims);
  return { root, claims: placement.claims };
}

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What was put into a list before its row was known to be one belongs into its items. */
function settleList(shape: Shape, claims: Claims): void {
  if (shape.properties.size === 0 || shape.types.has("object")) return;
  const types = claims.get(shape)!.rows.flatMap(rowTypes);
  if (!types.includes("array") || types.includes("object")) return;
  shape.items ??= newShape("", shape);
  for (const [name, property] of shape.properties) {
    if (shape.items.properties.has(name)) continue;
    property.parent = shape.items;
    shape.items.properties.set(name, property);
  }
  shape.properties.clear();
}

function indexOf(root: Shape): Map<string, Shape[]> {
  return groupedBy(allProperties(root), (shape) => shape.name);
}

/** What a container with something in it counts as; the cases "containers say less …" and "… something …" set it. */
const ENVELOPE_SHARE = 0.5;
/** What a level takes off: "one row more does not make a deeper object the one of most rows". */
const DEPTH_FACTOR = 0.8;

/** The object among whose properties most of the rows are found; a deeper one needs to hold more. */
function homeOf(placement: Placement, root: Shape): Shape | undefined {
  let home: Shape | undefined;
  let most = 0;
  const visit = (shape: Shape): void => {
    for (const holder of holders(shape)) {
      let count = 0;
      // an envelope is no home for what is not in it
      for (const [name, property] of holder.properties)
        if (placement.names.has(name)) count += objectIn(property).properties.size > 0 ? ENVELOPE_SHARE : 1;
      // one row more or less must not move home
      const weight = count * DEPTH_FACTOR ** holder.depth;
      if (weight > most) {
        home = holder;
        most = weight;
      }
    }
  };
  visit(root);
  for (const shape of allProperties(root)) visit(shape);
  return home;
}

function sortedTables(rows: readonly ParameterRow[]): Set<number> {
  const tables = new Map<number, string[]>();
  for (const { table, name } of rows) addTo(tables, table, name.toLowerCase());
  const sorted = new Set<number>();
  for (const [table, list] of tables)
    if (list.length > 3 && list.every((name, index) => index === 0 || list[index - 1]! <= name))
      sorted.add(table);
  return sorted;
}
