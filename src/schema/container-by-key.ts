import type { ParameterRow } from "../apiref/model.ts";
import { groupedBy } from "../text/grouped.ts";
import { childHolder, isContainer, type Placement, rowTypes } from "./placement.ts";
import type { Shape } from "./shape.ts";

/** The rows of objects and lists by their table and lookup key, in the order of the rows. */
export type ContainersByKey = ReadonlyMap<string, readonly ParameterRow[]>;

export function containersByKey(rows: readonly ParameterRow[]): ContainersByKey {
  return groupedBy(rows.filter(isContainer), (row) => idOf(row.table, row.key));
}

function idOf(table: number, key: string): string {
  return `${table} ${key}`;
}

/**
 * The object of the row above whose lookup key begins this row's: `kind: filter_kind` belongs into `filter: filter`,
 * but `filter_kind: filter_kind` stands beside it. Where samples can tell, 99 of 100 such rows do.
 */
export function containerByKey(
  { rank, placeOf }: Placement,
  containers: ContainersByKey,
  row: ParameterRow,
): Shape | undefined {
  if (containers.size === 0) return undefined;
  const own = rank.get(row)!;
  // the longest key is the innermost object; something has to follow the sign behind it
  for (let end = row.key.length - 2; end >= 0; end--) {
    if (!/[_.-]/.test(row.key[end]!)) continue;
    const container = containers
      .get(idOf(row.table, row.key.slice(0, end)))
      ?.findLast((other) => rank.get(other)! < own && placeOf.has(other) && !row.name.startsWith(other.name));
    if (container !== undefined) return childHolder(placeOf.get(container)!, rowTypes(container));
  }
  return undefined;
}
