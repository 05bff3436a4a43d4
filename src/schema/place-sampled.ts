import type { ParameterRow } from "../apiref/model.ts";
import { claim, holderOf, keyNames, type Placement, rowTypes, sameTable } from "./placement.ts";
import { holders, propertyOf, type Shape } from "./shape.ts";
import { accepts } from "./types.ts";

/** Rule 2: a row whose name is in a sample sits where the sample has it. */
export function placeSampled(placement: Placement, row: ParameterRow): void {
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
  const holder = holderOf(place)!;
  const around = between(placement, row);
  const home = around ?? placement.home;
  if (home === undefined || holder === home || holder.parent === undefined) return false;
  const deep = propertyOf(holder);
  if (!isInside(holder, home) || keyNames(row.key, deep.name)) return false;
  const previous = placement.rows[placement.rank.get(row)! - 1];
  if (!placement.sorted.has(row.table) && previous !== undefined) {
    const before = placement.placeOf.get(previous);
    const next = placement.rows[placement.rank.get(row)! + 1];
    if (before === deep && next !== undefined && holder.properties.has(next.name)) return false;
    if (before !== undefined && before !== deep && holderOf(before) === holder) return false;
  }
  // without neighbours that say so, only an object that is all like home does
  const least = around === undefined ? 0.75 : 0;
  return (placement.siblingPlaces().get(row.name) ?? []).some((other) =>
    isLike(holderOf(other)!, home, least),
  );
}

/** The object that has both the row above and the row below, where the table has an order of its own. */
function between(placement: Placement, row: ParameterRow): Shape | undefined {
  if (placement.sorted.has(row.table)) return undefined;
  const index = placement.rank.get(row)!;
  const before = sameTable(placement.rows[index - 1], row);
  const after = sameTable(placement.rows[index + 1], row);
  const place = before === undefined ? undefined : placement.placeOf.get(before);
  const holder = place === undefined ? undefined : holderOf(place);
  return after !== undefined && holder?.properties.has(after.name) === true ? holder : undefined;
}

function isInside(shape: Shape, outer: Shape): boolean {
  for (let at = shape.parent; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

/** Whether two objects have most of their properties in common, and at least a share of those of the first. */
function isLike(a: Shape, b: Shape, least: number): boolean {
  let shared = 0;
  for (const name of a.properties.keys()) if (b.properties.has(name)) shared++;
  const most = shared > 1 && shared * 2 > Math.min(a.properties.size, b.properties.size);
  return most && shared >= least * a.properties.size;
}

/** How much speaks for one of several places. */
function scoreOf(placement: Placement, row: ParameterRow, candidate: Shape, scarce: boolean): number {
  const { rows, rank, claims, placeOf, home } = placement;
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
  const index = rank.get(row)!;
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

function typeConflicts(row: ParameterRow, shape: Shape): boolean {
  const types = rowTypes(row);
  return types.length > 0 && ![...shape.types].every((shown) => accepts(types, shown));
}
