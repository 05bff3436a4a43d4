import type { BodyNode } from "../schema/body.ts";
import type { Orders } from "./orders.ts";

/** Where a missing property would stand. */
export interface MissingPlace {
  /** The property before which it would stand; undefined for the last place. */
  readonly before: string | undefined;
  /** How much an object that has it is like the one that lacks it, from 0 to 1. */
  readonly likeness: number;
}

/**
 * Where among the properties of an object a missing one would stand. Objects that have it say where it stands among the
 * others, the more the more they are like this one; so do the order of the rows, where the object follows it the
 * alphabet, and names that are akin.
 *
 * @param names the properties of the object
 * @param orders those of objects near by
 */
export function placeOfMissing(
  missing: BodyNode,
  holder: BodyNode,
  names: readonly string[],
  orders: Orders,
): MissingPlace {
  /** What speaks for each place: before the first property, after the first, and so on. */
  const votes = names.map(() => 0);
  votes.push(0);
  let likeness = 0;
  for (const order of orders.having(missing.name))
    likeness = Math.max(likeness, vote(votes, names, missing.name, order, 1));
  vote(votes, names, missing.name, [...names, missing.name].sort(), BY_ALPHABET);
  vote(votes, names, missing.name, namesByRows(missing, holder), BY_ROWS);
  for (const [at, name] of names.entries()) {
    const own = BY_NAME * kinship(name, missing.name) ** 2;
    votes[at]! += own;
    votes[at + 1]! += own;
  }
  const scores = votes.map((own, at) => own + BESIDE * ((votes[at - 1] ?? 0) + (votes[at + 1] ?? 0)));
  return { before: names[scores.indexOf(scores.reduce((a, b) => Math.max(a, b)))], likeness };
}

/** How much speaks for a place what speaks for the one beside it: it is nearly right. */
const BESIDE = 0.5;

/** How much the orders of names that no sample shows say, beside an object with the same names. */
const BY_ALPHABET = 0.2;
const BY_ROWS = 0.6;
/** How much the words of the names say: `gear_id` stands beside `gear_name`. */
const BY_NAME = 0.1;
/** What follows an order only by and large follows another. */
const SHARPNESS = 8;

/**
 * Lets an order of names speak for the places beside the nearest of its names that are there: as far as it has the same
 * names, in the same order. Gives how far it has the same names.
 */
function vote(
  votes: number[],
  names: readonly string[],
  missing: string,
  order: readonly string[],
  weight: number,
): number {
  const place = new Map(names.map((name, index) => [name, index]));
  const shared = order.filter((name) => place.has(name));
  if (shared.length === 0) return 0;
  const united = names.length + order.length - 1 - shared.length;
  const likeness = shared.length / united;
  const steps = shared.slice(1).filter((name, index) => place.get(name)! > place.get(shared[index]!)!);
  const agreed = shared.length === 1 ? 1 : steps.length / (shared.length - 1);
  const strength = weight * likeness ** 2 * agreed ** SHARPNESS;
  const at = order.indexOf(missing);
  const before = order.slice(0, at).findLastIndex((name) => place.has(name));
  const after = order.slice(at + 1).findIndex((name) => place.has(name));
  if (before >= 0) votes[place.get(order[before]!)! + 1]! += strength / (at - before);
  if (after >= 0) votes[place.get(order[at + 1 + after]!)!]! += strength / (after + 1);
  // the first or last of its order stands at the end that others leave
  if (before < 0) votes[0]! += strength / (at + 1);
  if (after < 0) votes[names.length]! += strength / (order.length - at);
  return likeness;
}

/** The share of words that two names begin and end with alike. */
function kinship(a: string, b: string): number {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)];
  const [short, long] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  const differs = short.findIndex((word, index) => word !== long[index]);
  if (differs < 0) return short.length / long.length;
  let ending = 0;
  while (ending < short.length - differs && short.at(-1 - ending) === long.at(-1 - ending)) ending++;
  return (differs + ending) / long.length;
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/** The properties of an object that its rows document, in the order of the table that has the missing one. */
function namesByRows(missing: BodyNode, holder: BodyNode): string[] {
  const [row] = missing.rows;
  const starts = new Map<string, number>();
  for (const [name, { rows }] of holder.properties) {
    const own = rows.find(({ table }) => table === row?.table);
    if (own !== undefined) starts.set(name, own.span.start);
  }
  return [...starts].sort(([, a], [, b]) => a - b).map(([name]) => name);
}
