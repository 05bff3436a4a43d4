import type { ParameterRow } from "../apiref/model.ts";
import { holderOf, isContainer, type Placement, sameTable } from "./placement.ts";
import { holders, propertyOf, type Shape } from "./shape.ts";

/**
 * What is known of the rows around each while rows are placed in their order, so that none looks through its whole table.
 * It holds as long as only the row that is asked for, or one before it, gets a place.
 */
export interface Neighbourhood {
  /** By rank: the first row with a place from there on, in the same table. */
  readonly nextPlaced: readonly (number | undefined)[];
  /** By rank: the row before, past those that were found to be no empty container; none becomes empty again. */
  readonly before: number[];
}

export function neighbourhoodOf({ rows, placeOf }: Placement): Neighbourhood {
  const nextPlaced = new Array<number | undefined>(rows.length);
  for (let at = rows.length - 1; at >= 0; at--) {
    const follows = rows[at + 1]?.table === rows[at]!.table;
    nextPlaced[at] = placeOf.has(rows[at]!) ? at : follows ? nextPlaced[at + 1] : undefined;
  }
  return { nextPlaced, before: rows.map((_, at) => at - 1) };
}

/** The object in which a row's neighbours sit, and whether nothing else is likely: both of them, else most rows of its table, else most rows. */
export function besideNeighbours(
  placement: Placement,
  around: Neighbourhood,
  row: ParameterRow,
): { holder: Shape; sure: boolean } {
  const { rows, rank, placeOf, home, root } = placement;
  const index = rank.get(row)!;
  if (!placement.sorted.has(row.table)) {
    const before = holderBefore(placement, row);
    const next = rows[index + 1]?.table === row.table ? around.nextPlaced[index + 1] : undefined;
    const after = next === undefined ? undefined : holderOf(placeOf.get(rows[next]!)!);
    const previous = sameTable(rows[index - 1], row);
    if (after !== undefined && before === after)
      return { holder: after, sure: !mayBeInContainer(placement, around, row) };
    // between a container and something in it
    const container = previous === undefined ? undefined : placeOf.get(previous);
    if (after !== undefined && container !== undefined && holders(container).includes(after))
      return { holder: after, sure: true };
  }
  const common = tableHome(placement, row.table);
  return {
    holder: common ?? home ?? root,
    sure: common !== undefined && holdsTable(placement, around, row, common),
  };
}

function holderBefore({ rows, rank, placeOf }: Placement, row: ParameterRow): Shape | undefined {
  for (let at = rank.get(row)! - 1; at >= 0 && rows[at]!.table === row.table; at--) {
    const place = placeOf.get(rows[at]!);
    if (place !== undefined) return holderOf(place);
  }
  return undefined;
}

/** So many rows in one object say where the others of their table are. */
const FEWEST_IN_ACCORD = 3;

/** Whether all rows of a table that samples show sit in one object, and no empty container may be meant instead. */
function holdsTable(placement: Placement, around: Neighbourhood, row: ParameterRow, holder: Shape): boolean {
  if (!placement.sorted.has(row.table) && mayBeInContainer(placement, around, row)) return false;
  const { sampled, sampledIn, sampledAt } = placement.tallies.get(row.table)!;
  const inside = sampledIn.get(holder) ?? 0;
  return inside >= FEWEST_IN_ACCORD && inside + (sampledAt.get(propertyOf(holder)) ?? 0) === sampled;
}

/** Whether a row follows an empty container: rows that no sample shows may all belong in what the first of them follows or is. */
function mayBeInContainer(
  { rows, rank, claims, placeOf }: Placement,
  { before }: Neighbourhood,
  row: ParameterRow,
): boolean {
  const passed: number[] = [];
  let at = rank.get(row)! - 1;
  let found = false;
  for (;;) {
    const other = sameTable(rows[at], row);
    if (other === undefined) break;
    found = isEmptyContainer(placeOf, other);
    if (found || claims.get(placeOf.get(other)!)?.origin === "sample") break;
    passed.push(at);
    at = before[at]!;
  }
  for (const rank of passed) before[rank] = at;
  return found;
}

/** Whether a row documents an object or list of which no sample shows the inside: other rows may belong there. */
export function isEmptyContainer(placeOf: Placement["placeOf"], row: ParameterRow): boolean {
  if (!isContainer(row)) return false;
  const place = placeOf.get(row);
  if (place === undefined) return true;
  const inside = holders(place).at(-1)!;
  return (
    inside.types.size === 0 ||
    (inside.properties.size === 0 && (inside.types.has("object") || inside.types.has("null")))
  );
}

/** The object that holds most of the rows of a table. */
function tableHome({ tallies }: Placement, table: number): Shape | undefined {
  const tally = tallies.get(table);
  const home = tally?.home;
  // a container alone in its table says nothing of what belongs in it
  return home !== undefined && tally!.held.get(home)!.count > 1 ? home : undefined;
}
