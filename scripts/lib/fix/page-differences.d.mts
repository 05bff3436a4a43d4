import type { Allowances } from "./allowances.mjs";

/** What a fix has changed on the pages of a tree, and what of that no edit explains. */
export function pageDifferences(
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
  allowances: Allowances,
): { operations: number; codes: number; explained: number; problems: string[] };
