import type { Operation, ParameterRow, Sample, Side } from "../apiref/model.ts";
import { DEEPEST_NAME } from "../apiref/rest-parameters.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import { mayNameKey, mayStandForKey } from "../samples/placeholder-rows.ts";
import { type JsonContent, readSample, shownObject } from "../samples/read.ts";
import { isForSomeOnly } from "../schema/for-some-only.ts";
import { isDataName } from "../schema/maps.ts";
import { isContainer, isEntryStep } from "../schema/placement.ts";
import { isAbsentAtTimes } from "../schema/told-absence.ts";
import { addTo, groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { once } from "../text/once.ts";
import { remembered } from "../text/remembered.ts";
import { exchangedSamples } from "./exchanged-samples.ts";
import { shows, showsOtherBody } from "./other-body.ts";
import type { Subject } from "./subject.ts";
import { swappedTable } from "./swapped-tables.ts";
import { isCalledOptional } from "./told-requirement.ts";

/** The required rows of one table that no sample of its side shows. */
export interface UnsampledRows {
  readonly operation: Operation;
  readonly side: Side;
  readonly rows: readonly ParameterRow[];
}

/** The required rows that no sample of their body shows anywhere, by tables. */
export function unsampledRows({ apiRef, bodies }: Subject): readonly UnsampledRows[] {
  // Of samples of other bodies `sample-unused` tells.
  const exchanged = exchangedSamples(apiRef);
  const validated = new Set(
    bodies.samples.flatMap(({ sample, outcome }) =>
      (outcome === "valid" || outcome === "invalid") && !exchanged.has(sample) ? [sample] : [],
    ),
  );
  const checks = new Map(
    bodies.samples.filter(({ sample }) => validated.has(sample)).map((check) => [check.sample, check]),
  );
  const told = new Set(
    bodies.samples.flatMap(({ mismatches }) => mismatches.flatMap(({ row, meantRow }) => [row, meantRow])),
  );
  const found: UnsampledRows[] = [];
  for (const { operations } of apiRef.documents)
    for (const operation of operations)
      for (const side of ["request", "response"] as const) {
        const rows = unsampled(operation, side, validated).filter((row) => !told.has(row));
        if (rows.length === 0 || showsOtherBody(operation, side, checks)) continue;
        for (const ofTable of groupedBy(rows, ({ table }) => table).values())
          found.push({ operation, side, rows: ofTable });
      }
  return found;
}

/** The required rows of a body whose name is in none of its JSON samples, if there are any. */
function unsampled(operation: Operation, side: Side, validated: ReadonlySet<Sample>): ParameterRow[] {
  const rows = alwaysThere(operation).filter((row) => row.side === side);
  if (rows.length === 0 || swappedTable(operation) !== undefined) return [];
  const samples = operation.samples.filter((sample) => sample.side === side && validated.has(sample));
  if (samples.length === 0) return [];
  const isShown = (name: string) => samples.some((sample) => shows(sample, name));
  const isEmpty = (name: string) =>
    samples.every((sample) => !shows(sample, name) || showsEmptyLists(sample, name));
  const entrySteps = new Set(rows.filter(({ name }) => isEntryStep(name)).map(stepOf));
  // Samples show others in the place of the keys and values of a map.
  const isOfEntries = ({ name, table }: ParameterRow) => {
    if (!isEntryStep(name)) return false;
    const other = name === "key" ? "value" : "key";
    return !isShown(other) && entrySteps.has(stepOf({ name: other, table }));
  };
  const tables = new Map<number, (row: ParameterRow) => boolean>();
  const variants = new Map<number, boolean>();
  const areKeysData = once(() => samples.every(showsDataForKeys));
  return rows.filter((row) => {
    // Of rows of the URL `path-parameter-undocumented` tells that their place is wrong.
    if (side === "request" && isOfUrl(row, operation)) return false;
    if (isShown(leafOf(row.name)) || isShown(row.name) || isOfEntries(row)) return false;
    if (samples.some((sample) => standsForKeyIn(sample, leafOf(row.name)))) return false;
    if (!row.name.includes(".") && areKeysData()) return false;
    if (side === "response" && isForSomeOnly(row.definition?.description ?? "")) return false;
    const mayBeAbsent =
      tables.get(row.table) ?? absenceIn(rowsByTable(operation).get(tableOf(row))!, isShown, isEmpty);
    tables.set(row.table, mayBeAbsent);
    if (mayBeAbsent(row)) return false;
    const isVariant = variants.get(row.table) ?? isOtherVariant(operation, row, isShown);
    variants.set(row.table, isVariant);
    return !isVariant;
  });
}

/**
 * Whether the table of a row is one of several of its side, and no sample shows what it alone names: it describes another variant of
 * the body, of which there may be no sample.
 */
function isOtherVariant(
  operation: Operation,
  row: ParameterRow,
  isShown: (name: string) => boolean,
): boolean {
  const elsewhere = new Set(
    operation.rows.flatMap(({ side, table, name }) =>
      side === row.side && table !== row.table ? [name] : [],
    ),
  );
  const rows = rowsByTable(operation).get(tableOf(row))!;
  const own = rows.filter(({ name }) => !elsewhere.has(name));
  // A table of a single row goes on with another.
  if (elsewhere.size === 0 || own.length === 0 || rows.length < 2) return false;
  return !own.some(({ name }) => isShown(leafOf(name)));
}

/** Whether a sample shows a key that is data where a row of the name would be. */
function standsForKeyIn(sample: Sample, name: string): boolean {
  const content = mayNameKey(name) ? readSample(sample) : undefined;
  return content?.kind === "json" && mayStandForKey(name, content.value);
}

/** Whether a sample is a map: all of its keys are data, so that a row can only stand for one. */
function showsDataForKeys(sample: Sample): boolean {
  const keys = Object.keys(shownObject(sample) ?? {});
  return keys.length > 0 && keys.every(isDataName);
}

function stepOf({ name, table }: Pick<ParameterRow, "name" | "table">): string {
  return `${table} ${name}`;
}

function tableOf({ table, side }: ParameterRow): string {
  return `${table} ${side}`;
}

const rowsByTable = remembered(
  ({ rows }: Operation): ReadonlyMap<string, readonly ParameterRow[]> => groupedBy(rows, tableOf),
);

/**
 * Tells of the rows of a table whether they may be inside an object that samples leave out as they may, or that stands for
 * keys which are data, or in the items of a list that samples show empty: the object of a row's path (`fault.code`), or the one that
 * it follows with other rows that no sample shows.
 */
function absenceIn(
  own: readonly ParameterRow[],
  isShown: (name: string) => boolean,
  isEmpty: (name: string) => boolean,
): (row: ParameterRow) => boolean {
  const isAbsent = (row: ParameterRow) => !isShown(leafOf(row.name)) && !isShown(row.name);
  const isOptional = ({ definition }: ParameterRow) => definition?.required === false;
  const outer = new Set(own.flatMap(({ name }) => prefixesOf(name)));
  const named = new Map<string, ParameterRow[]>();
  const followsOptional = new Map<ParameterRow, boolean>();
  let follows = false;
  for (const row of own) {
    followsOptional.set(row, follows);
    // what the items of an empty list have cannot be shown
    if (!isAbsent(row)) follows = isContainer(row) && isEmpty(leafOf(row.name));
    // what is required may be inside the optional object above it
    else if (isContainer(row)) follows ||= isOptional(row);
    addTo(named, row.name, row);
  }
  return (row) => {
    // It stands for keys that are data.
    if (!isContainer(row) && outer.has(row.name)) return true;
    if (!row.name.includes(".")) return followsOptional.get(row)!;
    return prefixesOf(row.name).some((prefix) =>
      named.get(prefix)?.some((other) => isAbsent(other) && (!isContainer(other) || isOptional(other))),
    );
  };
}

/** Whether a sample shows nothing but empty lists under a name. */
function showsEmptyLists(sample: Sample, name: string): boolean {
  const content = readSample(sample);
  return content.kind === "json" && emptyLists(content).get(name) === true;
}

/** The names in a text of JSON, and whether each of their values is an empty list. */
const emptyLists = remembered(({ text }: JsonContent): ReadonlyMap<string, boolean> => {
  const found = new Map<string, boolean>();
  for (const [, name = "", empty] of text.matchAll(/"([^"\\]+)"\s*:\s*(\[\s*\])?/g))
    found.set(name, found.get(name) !== false && empty !== undefined);
  return found;
});

/** `a`, `a.b` of `a.b.c`. */
function prefixesOf(name: string): string[] {
  const prefixes: string[] = [];
  let dot = name.indexOf(".");
  while (dot >= 0 && prefixes.length < DEEPEST_NAME) {
    prefixes.push(name.slice(0, dot));
    dot = name.indexOf(".", dot + 1);
  }
  return prefixes;
}

const alwaysThere = remembered(({ rows }: Operation) => rows.filter(isAlwaysThere));

/** A required row of a body that holds for all microversions and names one property. */
function isAlwaysThere({ side, definition, name, minVersion, maxVersion }: ParameterRow): boolean {
  return (
    definition?.in === "body" &&
    definition.required &&
    // `required-contradicted` tells of these.
    !isCalledOptional(definition, [name]) &&
    !isAbsentAtTimes({ side, definition }) &&
    (definition.minVersion ?? definition.maxVersion ?? minVersion ?? maxVersion) === undefined &&
    !/[{<]/.test(name)
  );
}
