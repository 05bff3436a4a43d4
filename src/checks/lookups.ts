import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { parseType } from "../schema/types.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { shownRows, usesOfDefinitions } from "./shown-rows.ts";

/** Which rows look which definitions up. */
interface Lookups {
  /** By the name of rows: the definitions that such rows look up, with the files in which they do. */
  readonly byName: ReadonlyMap<string, ReadonlyMap<Definition, ReadonlySet<SourceFile>>>;
  /** By the place of rows: how many operations show the row there, because they share a part. */
  readonly shown: ReadonlyMap<string, number>;
}

const lookupsOf = remembered((apiRef: ApiRef): Lookups => {
  const byName = new Map<string, Map<Definition, Set<SourceFile>>>();
  const shown = new Map<string, number>();
  for (const { row } of shownRows(apiRef)) {
    const { name, definition, span } = row;
    shown.set(placeOf(row), (shown.get(placeOf(row)) ?? 0) + 1);
    if (definition === undefined) continue;
    const named = byName.get(name) ?? new Map<Definition, Set<SourceFile>>();
    byName.set(name, named);
    const files = named.get(definition) ?? new Set();
    named.set(definition, files.add(span.file));
  }
  return { byName, shown };
});

/** The definitions that rows of a name look up, anywhere in the tree. */
export function lookedUpAs(apiRef: ApiRef, name: string): readonly Definition[] {
  return [...(lookupsOf(apiRef).byName.get(name)?.keys() ?? [])];
}

/** The place of a row in its file: a part that several operations include has one row for all of them. */
function placeOf({ span: { file, start } }: ParameterRow): string {
  return `${start} ${file.path}`;
}

/** A row that is to be changed in an operation. */
export interface ChangedRow {
  readonly row: ParameterRow;
  readonly operation: Operation;
}

/** Of rows that are to be changed, those of which every operation that shows them says so. */
export function agreedRows<Found extends ChangedRow>(apiRef: ApiRef, found: readonly Found[]): Found[] {
  const { shown } = lookupsOf(apiRef);
  const places = new Map<string, number>();
  for (const { row } of found) places.set(placeOf(row), (places.get(placeOf(row)) ?? 0) + 1);
  return found.filter(({ row }) => places.get(placeOf(row)) === shown.get(placeOf(row)));
}

/** As `agreedRows`, without those whose definitions no row would look up afterwards. */
export function replaceableRows<Found extends ChangedRow>(apiRef: ApiRef, found: readonly Found[]): Found[] {
  const uses = usesOfDefinitions(apiRef);
  const changed = new Map<Definition, number>();
  for (const { row } of found)
    if (row.definition !== undefined) changed.set(row.definition, (changed.get(row.definition) ?? 0) + 1);
  return agreedRows(apiRef, found).filter(
    ({ row: { definition } }) =>
      definition === undefined || changed.get(definition)! < uses.get(definition)!.length,
  );
}

/** Whether some row of the tree has a name. */
export function isRowName(apiRef: ApiRef, name: string): boolean {
  return lookupsOf(apiRef).byName.has(name);
}

/** What keys have behind or before a name, to tell the definitions of one name apart. */
const PLACES: Readonly<Record<"path" | "query" | "body", readonly string[]>> = {
  path: ["path", "in_path", "url", "uri"],
  query: ["query", "in_query"],
  body: ["body", "in_body"],
};

/** Keys that say a name, and a place: `widget_id`, `widget_id_path`, `widget_id-path`, `path_widget_id`. */
function keysCalled(name: string, place: keyof typeof PLACES): string[] {
  const withPlace = PLACES[place].flatMap((word) =>
    ["_", "-"].flatMap((joint) => [`${name}${joint}${word}`, `${word}${joint}${name}`]),
  );
  return [name, ...withPlace];
}

/**
 * The definition that a row was meant to look up, which describes a value of the same kind in another place: the one that
 * rows of its name look up for that place, or the one that is called after both.
 *
 * @param place `path`, `query` or `body`
 * @returns undefined where there is none, or more than one
 */
export function definitionInstead(
  apiRef: ApiRef,
  row: ParameterRow,
  place: "path" | "query" | "body",
): Definition | undefined {
  const { file, definition, name } = row;
  if (file === undefined || definition === undefined || isDefinedInTable(row)) return undefined;
  const fits = (other: Definition): boolean =>
    other.in === place &&
    other.broken !== true &&
    file.definitions.get(other.key) === other &&
    isOfSameType(other, definition);
  const onlyOf = ([one, ...others]: readonly Definition[]): Definition | undefined =>
    one !== undefined && others.length === 0 && saysNoLess(one, definition) ? one : undefined;
  const twins = (byStem(file).get(stemOf(definition)) ?? []).filter(
    (other) => fits(other) && saysNoLess(other, definition) && other.description === definition.description,
  );
  if (twins.length === 1) return twins[0];
  const named = [...(lookupsOf(apiRef).byName.get(name) ?? [])].filter(([other]) => fits(other));
  const near = named.filter(([, files]) => files.has(row.span.file));
  if (near.length > 0) return onlyOf(near.map(([other]) => other));
  // `id` and `name` are said of everything: elsewhere they are those of something else.
  if (!/[_-]/.test(name)) return undefined;
  if (named.length > 0) return onlyOf(named.map(([other]) => other));
  const called = keysCalled(name, place)
    .map((key) => file.definitions.get(key))
    .filter((other): other is Definition => other !== undefined && fits(other));
  return onlyOf(called);
}

/**
 * The definition of another place whose key says the name of a row, or what its key says, and that place: one to name to people, who
 * see whether it fits. Undefined where there is none, or more than one.
 *
 * @param place `path`, `query` or `body`
 */
export function definitionCalled(row: ParameterRow, place: keyof typeof PLACES): Definition | undefined {
  const { file, definition, name } = row;
  if (file === undefined || definition === undefined || isDefinedInTable(row)) return undefined;
  const [one, ...others] = new Set(
    [
      ...(byStem(file).get(stemOf(definition)) ?? []),
      ...keysCalled(leafOf(name), place).flatMap((key) => file.definitions.get(key) ?? []),
    ].filter((other) => other.in === place && other.broken !== true && isOfSameType(other, definition)),
  );
  return others.length === 0 ? one : undefined;
}

const WORDS = Object.values(PLACES).flat().join("|");
const PLACE_IN_KEY = new RegExp(`^(?:${WORDS})[_-]|[_-](?:${WORDS})$`, "g");

/** A key without the place that it says: `widget_id_path` is `widget_id`. */
function stemOf({ key }: Definition): string {
  return key.replace(PLACE_IN_KEY, "");
}

const byStem = remembered(({ definitions }: ParametersFile) => groupedBy(definitions.values(), stemOf));

/**
 * Whether a row can look the other definition up without saying less: not that the property may be left out, nor that it is there
 * since another microversion. What is in a path is always there.
 */
function saysNoLess(other: Definition, definition: Definition): boolean {
  const isAlike = ["min_version", "max_version"].every(
    (name) => other.fields.get(name)?.text === definition.fields.get(name)?.text,
  );
  return isAlike && (other.in === "path" || other.required || !definition.required);
}

/** Whether what is a value of one definition can be one of the other. */
function isOfSameType(a: Definition, b: Definition): boolean {
  const [types = [], others = []] = [a, b].map(({ type = "" }) => parseType(type)?.types ?? []);
  return types.length === 0 || others.length === 0 || types.some((type) => others.includes(type));
}
