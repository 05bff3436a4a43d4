import type { ParameterRow } from "../apiref/model.ts";
import type { Json } from "../data/json-value.ts";
import { extended, nearest } from "../text/similar.ts";
import { describedAsMap, isDataName, isPatternName, patternOf } from "./maps.ts";
import {
  allProperties,
  holders,
  newShape,
  objectIn,
  propertyOf,
  type Shape,
  shapeOf,
  turnIntoMap,
} from "./shape.ts";
import { accepts, type JsonType, parseType } from "./types.ts";

/**
 * How the place of a row was found: by its dotted name, in a sample of the body, in a sample of a sibling operation,
 * beside its neighbours in the table, or nowhere in particular.
 */
export type PlaceOrigin = "dotted" | "sample" | "sibling" | "neighbour" | "flat";

/** The rows of a place and how they came there. */
export type Claims = Map<Shape, { readonly rows: ParameterRow[]; readonly origin: PlaceOrigin }>;

interface Given {
  readonly rows: readonly ParameterRow[];
  readonly samples: readonly Json[];
  readonly siblings: readonly Json[];
  readonly path: string;
}

/** Everything that the steps below share while the rows of one body are placed. */
interface Placement {
  readonly rows: readonly ParameterRow[];
  readonly names: ReadonlySet<string>;
  readonly root: Shape;
  /** Where the samples have a name, shallow places first. */
  readonly places: ReadonlyMap<string, readonly Shape[]>;
  readonly claims: Claims;
  readonly placeOf: Map<ParameterRow, Shape>;
  /** Tables in alphabetical order: what stands side by side says nothing there. */
  readonly sorted: ReadonlySet<number>;
  /** Names of the samples that are no row's. */
  readonly strangers: ReadonlyMap<string, Shape>;
  /** Where sibling samples have a name; read when first asked for. */
  readonly siblingPlaces: () => ReadonlyMap<string, readonly Shape[]>;
  /** The object that holds most rows. */
  home: Shape | undefined;
  /** The object that is named after the resource, where home is not in it. */
  envelope?: Shape | undefined;
}

/** Places the rows of a body in the united shape of its samples, to which places without a sample are added. */
export function placeInShape(given: Given): { root: Shape; claims: Claims } {
  const names = new Set(given.rows.map((row) => row.name));
  const root = readShape(given.samples, names, given.rows);
  const places = indexOf(root);
  let siblingPlaces: Map<string, Shape[]> | undefined;
  const placement: Placement = {
    rows: given.rows,
    names,
    root,
    places,
    strangers: new Map([...places].flatMap(([name, [place]]) => (names.has(name) ? [] : [[name, place!]]))),
    siblingPlaces: () => {
      siblingPlaces ??= indexOf(readShape(given.siblings, names, given.rows));
      return siblingPlaces;
    },
    claims: new Map(),
    placeOf: new Map(),
    sorted: sortedTables(given.rows),
    home: undefined,
  };
  placement.home = homeOf(placement, root);
  // Dotted names are certain and go first, where the samples know their beginning.
  const isDotted = (row: ParameterRow) => row.name.includes(".") && !places.has(row.name);
  const left = () => given.rows.filter((row) => !placement.placeOf.has(row));
  for (const row of given.rows)
    if (isDotted(row) && places.has(row.name.split(".")[0]!)) placeDotted(placement, row);
  for (const row of left()) placeSampled(placement, row);
  if (left().length > 0) {
    if (placement.home === undefined || placement.home === root)
      placement.envelope = envelopeOf(placement, given.path);
    placement.home ??= placement.envelope;
    placeUnsampled(
      placement,
      left().filter((row) => !isDotted(row)),
      given,
    );
    for (const row of left()) placeDotted(placement, row);
    // names such as `a..b` are no paths
    placeUnsampled(placement, left(), given);
  }
  for (const [shape] of placement.claims) settleList(shape, placement.claims);
  return { root, claims: placement.claims };
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

/** The united shape of samples, with what the rows describe as maps read as maps. */
function readShape(
  samples: readonly Json[],
  names: ReadonlySet<string>,
  rows: readonly ParameterRow[],
): Shape {
  const root = shapeOf(samples, (keys) => {
    const data = keys.filter(isDataName).length;
    return data * 2 > keys.length && !keys.some((key) => names.has(key));
  });
  const maps = mapRows(rows);
  const shapes = allProperties(root);
  const count = new Map<string, number>();
  for (const { name } of shapes) count.set(name, (count.get(name) ?? 0) + 1);
  for (const name of names)
    if (isPatternName(name))
      for (const shape of [root, ...shapes])
        for (const holder of holders(shape)) gatherPattern(holder, name, names);
  for (const shape of shapes) {
    const described = maps.get(shape.name);
    if (described === undefined) continue;
    for (const holder of holders(shape)) {
      const keys = [...holder.properties.keys()];
      // what rows name is no data
      if (
        keys.length > 0 &&
        !keys.some((key) => names.has(key)) &&
        (described || documentsInside(holder, names))
      )
        turnIntoMap(holder);
    }
  }
  return root;
}

/** Takes the properties that a row such as `volumes_{type}` or `<key>` stands for as values of a map. */
function gatherPattern(holder: Shape, pattern: string, names: ReadonlySet<string>): void {
  const matches = patternOf(pattern);
  const isWhole = /^(?:\{[^{}]*\}|<[^<>]*>)$/.test(pattern);
  // `<key>` alone stands for everything: only objects with documented properties are surely meant
  if (
    isWhole &&
    ([...holder.properties.keys()].some((name) => names.has(name)) || !documentsInside(holder, names))
  )
    return;
  turnIntoMap(holder, ({ name }) => !names.has(name) && matches(name));
}

/** The names of object rows without dotted rows below them, and whether their descriptions speak of maps. */
function mapRows(rows: readonly ParameterRow[]): Map<string, boolean> {
  const prefixes = new Set<string>();
  for (const row of rows)
    for (let dot = row.name.indexOf("."); dot > 0; dot = row.name.indexOf(".", dot + 1))
      prefixes.add(row.name.slice(0, dot));
  const maps = new Map<string, boolean>();
  for (const row of rows) {
    if (prefixes.has(row.name) || !rowTypes(row).includes("object")) continue;
    const name = row.name.slice(row.name.lastIndexOf(".") + 1);
    maps.set(name, maps.get(name) === true || describedAsMap(name, row.definition));
  }
  return maps;
}

/** `addresses: { private: [{ addr }] }` with a row for `addr`: names between two documented levels are data. */
function documentsInside(holder: Shape, names: ReadonlySet<string>): boolean {
  return [...holder.properties.values()].every(
    (property) =>
      !property.types.has("string") &&
      property.types.size > 0 &&
      allProperties(property).some(({ name }) => names.has(name)),
  );
}

function isContainer(row: ParameterRow): boolean {
  const types = rowTypes(row);
  return types.includes("object") || types.includes("array");
}

function rowTypes(row: ParameterRow): readonly JsonType[] {
  return (row.definition?.type === undefined ? undefined : parseType(row.definition.type))?.types ?? [];
}

function indexOf(root: Shape): Map<string, Shape[]> {
  const places = new Map<string, Shape[]>();
  for (const shape of allProperties(root)) {
    const list = places.get(shape.name);
    if (list === undefined) places.set(shape.name, [shape]);
    else list.push(shape);
  }
  return places;
}

/** The object among whose properties most of the rows are found; a deeper one needs to hold more. */
function homeOf(placement: Placement, root: Shape): Shape | undefined {
  let home: Shape | undefined;
  let most = 0;
  const visit = (shape: Shape): void => {
    for (const holder of holders(shape)) {
      let count = 0;
      // an envelope is no home for what is not in it
      for (const [name, property] of holder.properties)
        if (placement.names.has(name)) count += objectIn(property).properties.size > 0 ? 0.5 : 1;
      // one row more or less must not move home
      const weight = count * 0.8 ** holder.depth;
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
  for (const row of rows) {
    const list = tables.get(row.table);
    if (list === undefined) tables.set(row.table, [row.name.toLowerCase()]);
    else list.push(row.name.toLowerCase());
  }
  const sorted = new Set<number>();
  for (const [table, list] of tables)
    if (list.length > 3 && list.every((name, index) => index === 0 || list[index - 1]! <= name))
      sorted.add(table);
  return sorted;
}

function claim(placement: Placement, row: ParameterRow, shape: Shape, origin: PlaceOrigin): void {
  const claimed = placement.claims.get(shape);
  if (claimed === undefined) placement.claims.set(shape, { rows: [row], origin });
  else claimed.rows.push(row);
  placement.placeOf.set(row, shape);
}

/** The holder of a place: the object whose property it is. */
function holderOf(shape: Shape): Shape | undefined {
  return shape.parent;
}

/** Rule 2: a row whose name is in a sample sits where the sample has it. */
function placeSampled(placement: Placement, row: ParameterRow): void {
  const candidates = placement.places.get(row.name);
  if (candidates === undefined) return;
  const rivals = placement.rows.filter(
    (other) => other.name === row.name && other.table === row.table,
  ).length;
  let best = candidates[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score =
      candidates.length === 1 ? 0 : scoreOf(placement, row, candidate, rivals >= candidates.length);
    if (score > most) {
      best = candidate;
      most = score;
    }
  }
  if (rivals === 1 && belongsHome(placement, row, best)) return;
  claim(placement, row, best, "sample");
}

/**
 * Whether a sample that has a row's name only deeper down lacks it at home: nothing ties the row to the deep place,
 * and sibling samples have it in an object like home.
 */
function belongsHome(placement: Placement, row: ParameterRow, place: Shape): boolean {
  const { home } = placement;
  const holder = holderOf(place)!;
  if (home === undefined || holder === home || holder.parent === undefined) return false;
  const around = propertyOf(holder);
  if (!isInside(holder, home) || keyNames(row.key, around.name)) return false;
  const previous = placement.rows[placement.rows.indexOf(row) - 1];
  if (!placement.sorted.has(row.table) && previous !== undefined) {
    const before = placement.placeOf.get(previous);
    const next = placement.rows[placement.rows.indexOf(row) + 1];
    if (before === around && next !== undefined && holder.properties.has(next.name)) return false;
    if (before !== undefined && before !== around && holderOf(before) === holder) return false;
  }
  return (placement.siblingPlaces().get(row.name) ?? []).some((other) => isLike(holderOf(other)!, home));
}

function isInside(shape: Shape, outer: Shape): boolean {
  for (let at = shape.parent; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

/** Whether two objects have most of their properties in common. */
function isLike(a: Shape, b: Shape): boolean {
  let shared = 0;
  for (const name of a.properties.keys()) if (b.properties.has(name)) shared++;
  return shared > 1 && shared * 2 > Math.min(a.properties.size, b.properties.size);
}

/** How much speaks for one of several places. */
function scoreOf(placement: Placement, row: ParameterRow, candidate: Shape, scarce: boolean): number {
  const { rows, claims, placeOf, home } = placement;
  const holder = holderOf(candidate);
  let score = -0.6 * candidate.depth;
  const claimed = claims.get(candidate);
  // rows with one name and different keys take different places; another table may speak of the same place again
  if (
    claimed === undefined ||
    claimed.rows.every((other) => other.key === row.key && other.table !== row.table)
  )
    score += 8;
  if (holder === home) score += 2;
  // a mistaken value in a sample must not move the row
  if (typeConflicts(row, candidate)) score -= 1;

  const parent = holder === undefined ? "" : propertyOf(holder).name;
  if (parent !== "" && keyNames(row.key, parent)) score += 2.5;

  if (placement.sorted.has(row.table)) return score;
  const index = rows.indexOf(row);
  const before = sameTable(rows[index - 1], row);
  const after = sameTable(rows[index + 1], row);
  const previous = before === undefined ? undefined : placeOf.get(before);
  const followed = after !== undefined && holder?.properties.has(after.name) === true;
  if (previous !== undefined) {
    if (holders(previous).includes(holder!)) score += scarce || followed ? 4 : 1.5;
    else if (holderOf(previous) === holder) score += holder === home || scarce || followed ? 3 : 1.5;
  }
  if (followed && placement.places.get(after.name)?.length === 1) score += 1.5;
  return score;
}

function sameTable(other: ParameterRow | undefined, row: ParameterRow): ParameterRow | undefined {
  return other?.table === row.table ? other : undefined;
}

/** `flavor_id` speaks of the `id` in `flavor`; `server_links` of the `links` of `servers`. */
function keyNames(key: string, parent: string): boolean {
  const words = key.toLowerCase().split(/[^a-z0-9]+/);
  const wanted = parent.toLowerCase().split(/[^a-z0-9]+/);
  const singular = (word: string) => word.replace(/s$/, "");
  return words.some((_, from) =>
    wanted.every((word, index) => singular(words[from + index] ?? "") === singular(word)),
  );
}

function typeConflicts(row: ParameterRow, shape: Shape): boolean {
  const types = rowTypes(row);
  return types.length > 0 && ![...shape.types].every((shown) => accepts(types, shown));
}

/** Rule 1: a dotted name is a path; its first step may lie at any depth. */
function placeDotted(placement: Placement, row: ParameterRow): void {
  const steps = row.name.split(".").map((step) => step.replace(/\[[^\]]*\]$/, ""));
  if (steps.length < 2 || steps.some((step) => step === "")) return;
  const first = firstStep(placement, steps);
  let at = first;
  for (const step of steps.slice(1)) {
    if (
      isPatternName(step) ||
      (isEntryStep(step) && describesEntries(placement, row, childHolder(at, undefined)))
    ) {
      const holder = mapHolder(at);
      turnIntoMap(holder, (place) => isFree(placement, place));
      at = valuesOf(holder);
    } else at = property(childHolder(at, undefined), step);
  }
  claim(placement, row, at, at.seen > 0 ? "sample" : "dotted");
}

/** `key` and `value` rows describe the entries of a map. */
function isEntryStep(step: string): boolean {
  return step === "key" || step === "value";
}

/** Whether `extra_specs.key` and `extra_specs.value` both have rows, and no sample has such properties. */
function describesEntries(placement: Placement, row: ParameterRow, holder: Shape): boolean {
  const prefix = row.name.slice(0, row.name.lastIndexOf(".") + 1);
  return ["key", "value"].every((step) => placement.names.has(prefix + step) && !holder.properties.has(step));
}

/** Whether no row has its place at or below a shape. */
function isFree({ claims }: Placement, shape: Shape): boolean {
  return ![...holders(shape), ...allProperties(shape).flatMap(holders)].some((place) => claims.has(place));
}

/** The last object before a row in its table that is described as a map. */
function mapBefore({ rows, placeOf }: Placement, row: ParameterRow): Shape | undefined {
  const map = rows
    .slice(0, rows.indexOf(row))
    .findLast(
      (other) => isContainer(other) && describedAsMap(other.name, other.definition) && placeOf.has(other),
    );
  return map === undefined ? undefined : mapHolder(placeOf.get(map)!);
}

/** The object of a place whose names are data, or may be. */
function mapHolder(place: Shape): Shape {
  return holders(place).find((holder) => holder.values !== undefined) ?? childHolder(place, undefined);
}

/** The first map in a shape that no row describes. */
function mapIn(root: Shape): Shape | undefined {
  return [root, ...allProperties(root)]
    .flatMap(holders)
    .find((holder) => holder.values !== undefined && holder.properties.size === 0);
}

function valuesOf(holder: Shape): Shape {
  holder.values ??= newShape("", holder);
  return holder.values;
}

/** Where the path of a dotted name begins: the place from which the samples go furthest along it. */
function firstStep(placement: Placement, steps: readonly string[]): Shape {
  let best: Shape | undefined;
  let furthest = -1;
  for (const candidate of placement.places.get(steps[0]!) ?? []) {
    let at: Shape | undefined = candidate;
    let reached = 0;
    for (const step of steps.slice(1)) {
      at = objectIn(at).properties.get(step);
      if (at === undefined) break;
      reached++;
    }
    if (reached > furthest) {
      best = candidate;
      furthest = reached;
    }
  }
  if (best !== undefined) return best;
  for (const other of placement.rows)
    if (other.name === steps[0]) {
      const place = placement.placeOf.get(other);
      if (place !== undefined) return place;
    }
  // A prefix that is the envelope's name in the singular: `reservation.id` in `reservations`.
  const home = placement.home;
  if (home !== undefined && propertyOf(home).name !== "" && sameWord(propertyOf(home).name, steps[0]!))
    return propertyOf(home);
  for (const [name, places] of placement.places)
    if (sameWord(name, steps[0]!) && places[0]!.types.size > 0 && objectIn(places[0]!).properties.size > 0)
      return places[0]!;
  const holder = placement.home ?? placement.root;
  return property(holder, steps[0]!);
}

/** Singular and plural of one word. */
function sameWord(a: string, b: string): boolean {
  const plain = (word: string) =>
    word.toLowerCase().replace(/[-_]/g, "").replace(/ies$/, "y").replace(/s$/, "");
  return plain(a) === plain(b);
}

/** The object into which what belongs to a container goes. */
function childHolder(shape: Shape, types: readonly JsonType[] | undefined): Shape {
  const withProperties = objectIn(shape);
  if (withProperties.properties.size > 0) return withProperties;
  const holder = holders(shape).at(-1)!;
  if (holder !== shape) return holder;
  const isList = shape.types.has("array") || (types?.includes("array") === true && !types.includes("object"));
  if (!isList) return shape;
  shape.items ??= newShape("", shape);
  return shape.items;
}

function property(holder: Shape, name: string): Shape {
  const found = holder.properties.get(name);
  if (found !== undefined) return found;
  const made = newShape(name, holder);
  holder.properties.set(name, made);
  return made;
}

/** Rules 3 and 4: rows that no sample of this body shows. */
function placeUnsampled(placement: Placement, left: readonly ParameterRow[], given: Given): void {
  const siblingPlaces = given.siblings.length === 0 ? undefined : placement.siblingPlaces();
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

/** Whether a row documents an object or list of which no sample shows the inside: other rows may belong there. */
function isEmptyContainer({ placeOf }: Placement, row: ParameterRow): boolean {
  if (!isContainer(row)) return false;
  const place = placeOf.get(row);
  if (place === undefined) return true;
  const inside = holders(place).at(-1)!;
  return (
    inside.types.size === 0 ||
    (inside.properties.size === 0 && (inside.types.has("object") || inside.types.has("null")))
  );
}

/** The object of this body that corresponds to one of the objects in which sibling samples have a name. */
function holderLike(placement: Placement, shown: readonly Shape[]): Shape | undefined {
  let best: Shape | undefined;
  let most = 0;
  for (const place of shown) {
    const other = holderOf(place)!;
    const visit = (holder: Shape): void => {
      let shared = 0;
      for (const name of other.properties.keys()) if (holder.properties.has(name)) shared++;
      // one name in common, such as `links`, says nothing of larger objects
      const enough = shared > 1 || shared * 2 >= Math.min(other.properties.size, holder.properties.size + 1);
      if (enough && shared > most) {
        best = holder;
        most = shared;
      }
    };
    for (const holder of holders(placement.root)) visit(holder);
    for (const own of allProperties(placement.root)) for (const holder of holders(own)) visit(holder);
  }
  if (best !== undefined) return best;
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
  const { rows, placeOf, home, root } = placement;
  if (/\btop[- ]level\b/i.test(row.definition?.description ?? "")) return { holder: root, sure: true };
  const misspelt = holderOfMisspelt(placement, row);
  if (misspelt !== undefined) return { holder: misspelt, sure: true };
  const index = rows.indexOf(row);
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
      return { holder: after, sure: previous === undefined || !isEmptyContainer(placement, previous) };
    // between a container and something in it
    const container = previous === undefined ? undefined : placeOf.get(previous);
    if (after !== undefined && container !== undefined && holders(container).includes(after))
      return { holder: after, sure: true };
  }
  return { holder: tableHome(placement, row.table) ?? home ?? root, sure: false };
}

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

/** Where the samples have a name that no row has and that is nearly this row's. */
function holderOfMisspelt(placement: Placement, row: ParameterRow): Shape | undefined {
  const wanted =
    nearest(row.name, placement.strangers.keys()) ?? extended(row.name, placement.strangers.keys());
  return wanted === undefined ? undefined : holderOf(placement.strangers.get(wanted)!);
}

/** The object or list named after the resource of the path, where a row documents it: it takes in the other rows. */
function envelopeOf(placement: Placement, path: string): Shape | undefined {
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
