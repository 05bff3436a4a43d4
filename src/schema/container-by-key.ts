import type { ParameterRow } from "../apiref/model.ts";
import { addTo } from "../text/grouped.ts";
import { childHolder, isContainer, type Placement, rowTypes } from "./placement.ts";
import { holders, type Shape } from "./shape.ts";

/** The rows of objects and lists by their table and how keys of what is inside may begin, in the order of the rows. */
export type ContainersByKey = ReadonlyMap<string, readonly ParameterRow[]>;

/** Those that their definitions or samples say to be some: by their lookup key, and by a name of several words. */
export function containersByKey({ rows, placeOf }: Pick<Placement, "rows" | "placeOf">): ContainersByKey {
  const found = new Map<string, ParameterRow[]>();
  for (const row of rows) {
    const place = placeOf.get(row);
    const isShown = place !== undefined && holders(place).some(({ properties }) => properties.size > 0);
    if (!isShown && !isContainer(row)) continue;
    addTo(found, idOf(row.table, row.key), row);
    const name = wordsOfName(row.name);
    if (name.includes("_") && name !== row.key) addTo(found, idOf(row.table, name), row);
  }
  return found;
}

function idOf(table: number, key: string): string {
  return `${table} ${key}`;
}

/** `lampShade` as keys have it: `lamp_shade`. */
function wordsOfName(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

/**
 * The object of the row above whose lookup key, or the words of whose name, begin this row's key: `kind: filter_kind` belongs into
 * `filter: filter`, but `filter_kind: filter_kind` stands beside it. Where samples can tell, 99 of 100 such rows do.
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
