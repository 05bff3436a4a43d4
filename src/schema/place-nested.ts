import type { ParameterRow } from "../apiref/model.ts";
import { isPatternName } from "./maps.ts";
import {
  childHolder,
  claim,
  isContainer,
  type Placement,
  property,
  rowTypes,
  valuesOf,
} from "./placement.ts";
import { allProperties, holders, type Shape } from "./shape.ts";
import { tableSubjects } from "./table-subjects.ts";

/**
 * The row that a row stands in, where the page says so: for one with `>` before its name the nearest object or list above it
 * with fewer of them, for one of a table about an object or list the row of that.
 */
export function outerRows(
  rows: readonly ParameterRow[],
  path: string,
  places: Placement["places"],
): Map<ParameterRow, ParameterRow> {
  const outer = new Map<ParameterRow, ParameterRow>();
  const subjects = new Map(
    [...tableSubjects(rows, path)].filter(([table, subject]) => {
      const own = rows.filter((row) => row.table === table);
      return !isShownElsewhere(own, places.get(lastStep(subject)) ?? [], places);
    }),
  );
  let open: ParameterRow[] = [];
  for (const row of rows) {
    const { level = 0, table } = row;
    if (open.at(-1)?.table !== table) open = [];
    while (open.length > 0 && (open.at(-1)!.level ?? 0) >= level) open.pop();
    const around = level > 0 ? open.at(-1) : undefined;
    const holder = around ?? (beginsElsewhere(row, rows) ? undefined : subjects.get(table));
    if (holder !== undefined) outer.set(row, holder);
    if (isContainer(row)) open.push(row);
  }
  return outer;
}

/** Whether a dotted name begins with an object or list of another row: it is a path from there. */
function beginsElsewhere({ name, table }: ParameterRow, rows: readonly ParameterRow[]): boolean {
  const first = name.includes(".") ? name.slice(0, name.indexOf(".")) : undefined;
  return (
    first !== undefined && rows.some((row) => row.name === first && row.table !== table && isContainer(row))
  );
}

/** Where samples show what tables about an object document: no row of another table is meant there. */
export function placesOfOuter(
  outer: ReadonlyMap<ParameterRow, ParameterRow>,
  places: Placement["places"],
): ReadonlySet<Shape> {
  const found = new Set<Shape>();
  for (const [row, subject] of outer) {
    const objects = places.get(lastStep(subject)) ?? [];
    if (row.table === subject.table || objects.length !== 1) continue;
    for (const shape of holders(objects[0]!).flatMap((holder) => [...holder.properties.values()]))
      if (shape.name === row.name) found.add(shape);
  }
  return found;
}

/** Whether samples show the inside of an object, without any of the rows that are said to be in it, and those outside. */
function isShownElsewhere(
  rows: readonly ParameterRow[],
  objects: readonly Shape[],
  places: Placement["places"],
): boolean {
  const inside = new Set(objects.flatMap((object) => holders(object).flatMap(allProperties)));
  if (inside.size === 0) return false;
  const names = new Set([...inside].map(({ name }) => name));
  return !rows.some(({ name }) => names.has(lastStep({ name }))) && rows.some(({ name }) => places.has(name));
}

function lastStep({ name }: Pick<ParameterRow, "name">): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** A row that stands in another one sits in it, once that has its place; further inside where only there samples have it. */
export function placeNested(placement: Placement, row: ParameterRow, outer: ParameterRow): void {
  const place = placement.placeOf.get(outer);
  if (place === undefined) return;
  let at = place;
  for (const [index, step] of stepsIn(row).entries())
    at = placeIn(at, step, index === 0 ? rowTypes(outer) : undefined);
  claim(placement, row, at, at.seen > 0 ? "sample" : "dotted");
}

function stepsIn({ name }: ParameterRow): readonly string[] {
  const steps = name.split(".");
  return steps.includes("") ? [name] : steps;
}

function placeIn(container: Shape, name: string, types: Parameters<typeof childHolder>[1]): Shape {
  const holder = childHolder(container, types);
  if (isPatternName(name)) return valuesOf(holder);
  if (holder.properties.has(name)) return holder.properties.get(name)!;
  const inside = holders(container)
    .flatMap(allProperties)
    .filter((shape) => shape.name === name);
  return new Set(inside).size === 1 ? inside[0]! : property(holder, name);
}
