import type { ParameterRow } from "../apiref/model.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { remembered } from "../text/remembered.ts";
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
import { holders, type Shape } from "./shape.ts";
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
  const tables = groupedBy(rows, ({ table }) => table);
  const subjects = new Map(
    [...tableSubjects(tables, path)].filter(
      ([table, subject]) =>
        !isShownElsewhere(tables.get(table)!, places.get(leafOf(subject.name)) ?? [], places),
    ),
  );
  const containers = groupedBy(subjects.size > 0 ? rows.filter(isContainer) : [], ({ name }) => name);
  let open: ParameterRow[] = [];
  for (const row of rows) {
    const { level = 0, table } = row;
    if (open.at(-1)?.table !== table) open = [];
    while (open.length > 0 && (open.at(-1)!.level ?? 0) >= level) open.pop();
    const around = (level > 0 ? open.at(-1) : undefined) ?? row.inside;
    const subject = subjects.get(table);
    const holder =
      around ?? (subject === undefined || beginsElsewhere(row, containers) ? undefined : subject);
    if (holder !== undefined) outer.set(row, holder);
    // what nobody defines may hold what stands deeper below it
    if (isContainer(row) || row.definition === undefined) open.push(row);
  }
  return outer;
}

/** Whether a dotted name begins with an object or list of another table: it is a path from there. */
function beginsElsewhere(
  { name, table }: ParameterRow,
  containers: ReadonlyMap<string, readonly ParameterRow[]>,
): boolean {
  if (!name.includes(".")) return false;
  const first = containers.get(name.slice(0, name.indexOf("."))) ?? [];
  return first.length > 0 && first.every((row) => row.table !== table);
}

/** Where samples show what tables about an object document: no row of another table is meant there. */
export function placesOfOuter(
  outer: ReadonlyMap<ParameterRow, ParameterRow>,
  places: Placement["places"],
): ReadonlySet<Shape> {
  const found = new Set<Shape>();
  for (const [row, subject] of outer) {
    const objects = places.get(leafOf(subject.name)) ?? [];
    if (row.table === subject.table || objects.length !== 1) continue;
    for (const holder of holders(objects[0]!)) {
      const shape = holder.properties.get(row.name);
      if (shape !== undefined) found.add(shape);
    }
  }
  return found;
}

/** Whether samples show the inside of an object, without any of the rows that are said to be in it, and those outside. */
function isShownElsewhere(
  rows: readonly ParameterRow[],
  objects: readonly Shape[],
  places: Placement["places"],
): boolean {
  if (!objects.some((object) => holders(object).some(({ properties }) => properties.size > 0))) return false;
  const names = [...new Set(rows.map(({ name }) => name))];
  const isShownInside = (name: string) =>
    places.get(leafOf(name))?.some((place) => objects.some((object) => isInside(place, object))) === true;
  return !names.some(isShownInside) && names.some((name) => places.has(name));
}

function isInside({ parent }: Shape, container: Shape): boolean {
  for (let at = parent; at !== undefined; at = at.parent) if (at === container) return true;
  return false;
}

/** A row that stands in another one sits in it, once that has its place; further inside where only there samples have it. */
export function placeNested(placement: Placement, row: ParameterRow, outer: ParameterRow): void {
  const place = placement.placeOf.get(outer);
  if (place === undefined) return;
  // What stands further inside under a name has a row of its own where the name of another row leads there.
  const isLed = !row.name.includes(".") && dottedLeaves(placement.rows).has(leafKey(row));
  let at = isLed ? property(childHolder(place, rowTypes(outer)), row.name) : place;
  for (const [index, step] of isLed ? [] : stepsIn(row).entries())
    at = placeIn(placement, at, step, index === 0 ? rowTypes(outer) : undefined);
  claim(placement, row, at, at.seen > 0 ? "sample" : "dotted");
}

function stepsIn({ name }: ParameterRow): readonly string[] {
  const steps = name.split(".");
  return steps.includes("") ? [name] : steps;
}

/** The last steps of the dotted names of each table. */
const dottedLeaves = remembered(
  (rows: readonly ParameterRow[]) => new Set(rows.filter(({ name }) => name.includes(".")).map(leafKey)),
);

function leafKey({ table, name }: ParameterRow): string {
  return `${table} ${leafOf(name)}`;
}

function placeIn(
  { places }: Placement,
  container: Shape,
  name: string,
  types: Parameters<typeof childHolder>[1],
): Shape {
  const holder = childHolder(container, types);
  if (isPatternName(name)) return valuesOf(holder);
  if (holder.properties.has(name)) return holder.properties.get(name)!;
  const inside = (places.get(name) ?? []).filter((place) => isInside(place, container));
  return inside.length === 1 ? inside[0]! : property(holder, name);
}
