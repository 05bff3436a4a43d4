import type { ParameterRow } from "../apiref/model.ts";
import { allProperties, holders, newShape, objectIn, type Shape } from "./shape.ts";
import { countPlaced, newTally, type TableTally } from "./table-tally.ts";
import { type JsonType, parseType, singular } from "./types.ts";

/**
 * How the place of a row was found: by its dotted name, in a sample of the body, in a sample of a sibling operation,
 * beside its neighbours in the table, or nowhere in particular.
 */
export type PlaceOrigin = "dotted" | "sample" | "sibling" | "neighbour" | "flat";

/** The rows of a place and how they came there. */
export type Claims = Map<Shape, { readonly rows: ParameterRow[]; readonly origin: PlaceOrigin }>;

/** The object of a body that is most like another, and how many properties they share. */
export interface Alike {
  readonly holder: Shape | undefined;
  readonly shared: number;
}

/** Everything that the steps below share while the rows of one body are placed. */
export interface Placement {
  readonly rows: readonly ParameterRow[];
  /** Where each row stands among all. */
  readonly rank: ReadonlyMap<ParameterRow, number>;
  /** How many rows of a table have one name; see `rivalKey`. */
  readonly rivals: ReadonlyMap<string, number>;
  readonly names: ReadonlySet<string>;
  /** The rows of each name, in their order. */
  readonly rowsOf: ReadonlyMap<string, readonly ParameterRow[]>;
  readonly root: Shape;
  /** Where the samples have a name, shallow places first. */
  readonly places: ReadonlyMap<string, readonly Shape[]>;
  /** The same for the shallowest place of each name, by `plainWord`. */
  readonly placesOfWord: ReadonlyMap<string, readonly Shape[]>;
  readonly claims: Claims;
  readonly placeOf: Map<ParameterRow, Shape>;
  /** Places of the samples that are kept for the rows of a table about the object that holds them. */
  readonly kept: ReadonlySet<Shape>;
  /** Where the rows of each table sit. */
  readonly tallies: Map<number, TableTally>;
  /** Tables in alphabetical order: what stands side by side says nothing there. */
  readonly sorted: ReadonlySet<number>;
  /** Names of the samples that are no row's. */
  readonly strangers: ReadonlyMap<string, Shape>;
  /** Where sibling samples have a name; read when first asked for. */
  readonly siblingPlaces: () => ReadonlyMap<string, readonly Shape[]>;
  /** What was found alike to objects of sibling samples. */
  readonly alike: Map<Shape, Alike>;
  /** The object that holds most rows. */
  home: Shape | undefined;
  /** The object that is named after the resource, where home is not in it. */
  envelope?: Shape | undefined;
}

export function claim(placement: Placement, row: ParameterRow, shape: Shape, origin: PlaceOrigin): void {
  const claimed = placement.claims.get(shape);
  if (claimed === undefined) placement.claims.set(shape, { rows: [row], origin });
  else claimed.rows.push(row);
  placement.placeOf.set(row, shape);
  const tally = placement.tallies.get(row.table) ?? newTally();
  placement.tallies.set(row.table, tally);
  countPlaced(tally, shape, (claimed?.origin ?? origin) === "sample");
}

/** The holder of a place: the object whose property it is. */
export function holderOf(shape: Shape): Shape | undefined {
  return shape.parent;
}

export function property(holder: Shape, name: string): Shape {
  const found = holder.properties.get(name);
  if (found !== undefined) return found;
  const made = newShape(name, holder);
  holder.properties.set(name, made);
  return made;
}

export function valuesOf(holder: Shape): Shape {
  holder.values ??= newShape("", holder);
  return holder.values;
}

/** The object into which what belongs to a container goes. */
export function childHolder(shape: Shape, types: readonly JsonType[] | undefined): Shape {
  const withProperties = objectIn(shape);
  if (withProperties.properties.size > 0) return withProperties;
  const holder = holders(shape).at(-1)!;
  if (holder !== shape) return holder;
  const isList = shape.types.has("array") || (types?.includes("array") === true && !types.includes("object"));
  if (!isList) return shape;
  shape.items ??= newShape("", shape);
  return shape.items;
}

/** The object of a place whose names are data, or may be. */
export function mapHolder(place: Shape): Shape {
  return holders(place).find((holder) => holder.values !== undefined) ?? childHolder(place, undefined);
}

/** Whether no row has its place at or below a shape. */
export function isFree({ claims }: Placement, shape: Shape): boolean {
  return ![...holders(shape), ...allProperties(shape).flatMap(holders)].some((place) => claims.has(place));
}

export function rowTypes(row: ParameterRow): readonly JsonType[] {
  return (row.definition?.type === undefined ? undefined : parseType(row.definition.type))?.types ?? [];
}

export function isContainer(row: ParameterRow): boolean {
  const types = rowTypes(row);
  return types.includes("object") || types.includes("array");
}

/** `key` and `value` rows describe the entries of a map. */
export function isEntryStep(step: string): boolean {
  return step === "key" || step === "value";
}

export function sameTable(other: ParameterRow | undefined, row: ParameterRow): ParameterRow | undefined {
  return other?.table === row.table ? other : undefined;
}

/** What singular and plural of one word, however it is written, have in common. */
export function plainWord(word: string): string {
  return singular(word.toLowerCase().replace(/[-_]/g, ""));
}

/** Singular and plural of one word. */
export function sameWord(a: string, b: string): boolean {
  return plainWord(a) === plainWord(b);
}

/** `flavor_id` speaks of the `id` in `flavor`; `server_links` of the `links` of `servers`. */
export function keyNames(key: string, parent: string): boolean {
  const words = key.toLowerCase().split(/[^a-z0-9]+/);
  const wanted = parent.toLowerCase().split(/[^a-z0-9]+/);
  const withoutS = (word: string) => word.replace(/s$/, "");
  return words.some((_, from) =>
    wanted.every((word, index) => withoutS(words[from + index] ?? "") === withoutS(word)),
  );
}

/** Rows with one name in one table are rivals for its places. */
export function rivalKey({ table, name }: ParameterRow): string {
  return `${table} ${name}`;
}
