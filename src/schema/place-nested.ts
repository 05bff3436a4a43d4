import type { ParameterRow } from "../apiref/model.ts";
import { childHolder, claim, isContainer, type Placement, property, rowTypes } from "./placement.ts";

/** The row that each row with `>` before its name stands in: the nearest object or list above it with fewer of them. */
export function outerRows(rows: readonly ParameterRow[]): Map<ParameterRow, ParameterRow> {
  const outer = new Map<ParameterRow, ParameterRow>();
  let open: ParameterRow[] = [];
  for (const row of rows) {
    const { level = 0, table } = row;
    if (open.at(-1)?.table !== table) open = [];
    while (open.length > 0 && (open.at(-1)!.level ?? 0) >= level) open.pop();
    const around = open.at(-1);
    if (around !== undefined && level > 0) outer.set(row, around);
    if (isContainer(row)) open.push(row);
  }
  return outer;
}

/** A row with `>` before its name sits in its outer row, once that has its place. */
export function placeNested(placement: Placement, row: ParameterRow, outer: ParameterRow): void {
  const place = placement.placeOf.get(outer);
  if (place === undefined) return;
  const at = property(childHolder(place, rowTypes(outer)), row.name);
  claim(placement, row, at, at.seen > 0 ? "sample" : "dotted");
}
