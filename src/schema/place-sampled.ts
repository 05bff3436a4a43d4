import type { ParameterRow } from "../apiref/model.ts";
import {
  claim,
  holderOf,
  isContainer,
  keyNames,
  type Placement,
  rivalKey,
  rowTypes,
  sameTable,
} from "./placement.ts";
import { holders, propertyOf, type Shape } from "./shape.ts";
import { accepts } from "./types.ts";

/** Rule 2: a row whose name is in a sample sits where the sample has it. */
export function placeSampled(placement: Placement, row: ParameterRow): void {
  const candidates = (placement.places.get(row.name) ?? []).filter((place) => !placement.kept.has(place));
  if (candidates.length === 0) return;
  const rivals = placement.rivals.get(rivalKey(row))!;
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
  const least = around === undefined ? SHARE_OF_LIKE : 0;
  return (placement.siblingPlaces().get(row.name) ?? []).some((other) =>
    isLike(holderOf(other)!, home, least),
  );
}

/** So much of an object has to be in another that is all like it. */
const SHARE_OF_LIKE = 0.75;

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

/** What speaks for a place, and how much; with each the case of `body.test.ts` that fails without it. */
const WEIGHT = {
  /** Against each level: "a row that follows one far inside is not meant to be there". */
  depth: 0.6,
  /** No other row has it; more than all others together: "a key that names the place". */
  free: 8,
  /** Where most rows are: "in a sorted table most rows say where another is". */
  home: 2,
  /** Against another type: "of two places the one of the row's type", "a mistaken value does not move a row". */
  otherType: 1,
  /** Against a place that another row of the name describes: "of rows for an object and a text each has its own". */
  otherRow: 6,
  /** The row's key names what it is in: "a key that names the place says more than most rows". */
  key: 2.5,
  /** In the container of the row above: "a row between a container and what is in it is in it". */
  belowContainer: 4,
  /** Beside the row above, where more speaks for it: "a row between two of an object is in it". */
  besidePrevious: 3,
  /** In or beside it where nothing more does: "a row behind one of an object is in it, if nothing else speaks". */
  near: 1.5,
  /** Beside the list, for links to the whole of it; more than the items' rows round it: "links to a collection are not an item's". */
  ofCollection: 7,
  /** Beside the row below: "a row before one of an object is in it". */
  besideNext: 1.5,
};

/** How much speaks for one of several places. */
function scoreOf(placement: Placement, row: ParameterRow, candidate: Shape, scarce: boolean): number {
  const { rows, rank, claims, placeOf, home } = placement;
  const holder = holderOf(candidate);
  let score = -WEIGHT.depth * candidate.depth;
  const claimed = claims.get(candidate);
  // rows with one name and different keys take different places; another table may speak of the same place again
  if (
    claimed === undefined ||
    claimed.rows.every((other) => other.key === row.key && other.table !== row.table)
  )
    score += WEIGHT.free;
  if (holder === home) score += WEIGHT.home;
  // a mistaken value in a sample must not move the row
  if (typeConflicts(row, candidate))
    score -= isOfOtherRow(row, placement, candidate) ? WEIGHT.otherRow : WEIGHT.otherType;

  if (isOfCollection(row) && holdsList(holder, row)) score += WEIGHT.ofCollection;
  const parent = holder === undefined ? "" : propertyOf(holder).name;
  if (parent !== "" && keyNames(row.key, parent)) score += WEIGHT.key;

  if (placement.sorted.has(row.table)) return score;
  const index = rank.get(row)!;
  const before = sameTable(rows[index - 1], row);
  const after = sameTable(rows[index + 1], row);
  const previous = before === undefined ? undefined : placeOf.get(before);
  const followed = after !== undefined && holder?.properties.has(after.name) === true;
  if (previous !== undefined) {
    if (holders(previous).includes(holder!))
      score += scarce || followed ? WEIGHT.belowContainer : WEIGHT.near;
    else if (holderOf(previous) === holder)
      score += holder === home || scarce || followed ? WEIGHT.besidePrevious : WEIGHT.near;
  }
  if (followed && placement.places.get(after.name)?.length === 1) score += WEIGHT.besideNext;
  return score;
}

/** Whether a row is about links to all that a list holds: `The link to the collection of resources.` */
function isOfCollection({ name, definition }: ParameterRow): boolean {
  return /links?$/i.test(name) && /\bcollection\b/i.test(definition?.description ?? "");
}

/** Whether an object has a list beside the place of a row, each item of which has the row's name as well. */
function holdsList(holder: Shape | undefined, { name }: ParameterRow): boolean {
  return [...(holder?.properties.values() ?? [])].some(({ items }) => items?.properties.has(name) === true);
}

/** Whether a place is what another row of the table with the name says: it holds others and this row says that it does not, or the other way round. */
function isOfOtherRow(row: ParameterRow, { rowsOf }: Placement, { types }: Shape): boolean {
  const isHolder = types.has("object") || types.has("array");
  const isMeant = (other: ParameterRow) => other.table === row.table && isContainer(other) === isHolder;
  return isHolder !== isContainer(row) && rowsOf.get(row.name)!.some(isMeant);
}

function typeConflicts(row: ParameterRow, shape: Shape): boolean {
  const types = rowTypes(row);
  return types.length > 0 && ![...shape.types].every((shown) => accepts(types, shown));
}
