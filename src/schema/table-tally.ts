import type { Shape } from "./shape.ts";

/** Where the rows of one table sit, counted while they are placed. */
export interface TableTally {
  /** How many rows each object holds. */
  readonly held: Map<Shape, { count: number; readonly rank: number }>;
  /** The object that holds most rows, and of several such the one that held a row first. */
  home: Shape | undefined;
  /** The rows that samples show: how many, in which object, and at which place. */
  sampled: number;
  readonly sampledIn: Map<Shape, number>;
  readonly sampledAt: Map<Shape, number>;
}

export function newTally(): TableTally {
  return { held: new Map(), home: undefined, sampled: 0, sampledIn: new Map(), sampledAt: new Map() };
}

/** Counts a row at a place, which samples show or do not. */
export function countPlaced(tally: TableTally, place: Shape, isSampled: boolean): void {
  const holder = place.parent;
  if (isSampled) {
    tally.sampled++;
    increase(tally.sampledAt, place);
    if (holder !== undefined) increase(tally.sampledIn, holder);
  }
  if (holder === undefined) return;
  const held = tally.held.get(holder) ?? { count: 0, rank: tally.held.size };
  held.count++;
  tally.held.set(holder, held);
  const most = tally.home === undefined ? undefined : tally.held.get(tally.home)!;
  if (most === undefined || held.count > most.count || (held.count === most.count && held.rank < most.rank))
    tally.home = holder;
}

function increase(counts: Map<Shape, number>, shape: Shape): void {
  counts.set(shape, (counts.get(shape) ?? 0) + 1);
}
