import type { ParameterRow, Sample } from "../apiref/model.ts";
import { compareVersions, holdsAt, parseVersion, rangeOf, type VersionRange } from "../apiref/versions.ts";
import { escapePointer, isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";
import { append } from "../text/append.ts";
import { remembered } from "../text/remembered.ts";

/** A property that is required at the microversions that a sample is of, and that the sample lacks. */
export interface Lacking {
  readonly missing: BodyNode;
  readonly holder: BodyNode;
  /** Of the object that lacks it, and the path as people write it. */
  readonly pointer: string;
  readonly path: string;
}

/**
 * What a sample lacks that is required at its microversion only: a schema for all microversions cannot require it.
 * Where nothing says which microversion a sample is of, it is of one that has all that it shows.
 */
export function* lackingAtVersion(root: BodyNode, value: Json, sample: Sample): Generator<Lacking> {
  const found: Lacking[] = [];
  const shown: VersionRange[] = [];
  visit(root, value, "", "", found, shown);
  if (found.length === 0) return;
  const versions = versionsOf(sample) ?? sharedBy(shown);
  if (versions === undefined) return;
  for (const one of found) {
    // a property that changed has rows for other versions
    const rows = one.missing.rows.filter((row) => !isOutside(row, versions));
    if (rows.length > 0 && rows.every((row) => isRequiredThroughout(row, versions))) yield one;
  }
}

function visit(
  node: BodyNode,
  value: Json,
  pointer: string,
  path: string,
  found: Lacking[],
  shown: VersionRange[],
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      if (node.items !== undefined) visit(node.items, item, `${pointer}/${index}`, path, found, shown);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const name of Object.keys(value as JsonObject)) {
    const child = node.properties.get(name) ?? node.values;
    if (child === undefined) continue;
    for (const row of child.rows) append(shown, rangesOf(row));
    const below = path === "" ? name : `${path}.${name}`;
    visit(child, value[name]!, `${pointer}/${escapePointer(name)}`, below, found, shown);
  }
  for (const [name, missing] of node.properties)
    if (!missing.required && !Object.hasOwn(value, name) && missing.rows.some(isRequired))
      found.push({ missing, holder: node, pointer, path });
}

/** The microversions that a sample's folder or titles name. */
function versionsOf(sample: Sample): VersionRange | undefined {
  const { asOf, minVersion, maxVersion } = sample;
  if (asOf !== undefined) return { min: asOf, max: asOf };
  if (minVersion === undefined && maxVersion === undefined) return undefined;
  return rangeOf(sample);
}

/** The microversions at which all that is shown holds; undefined where it bounds none, or there is none. */
function sharedBy(shown: readonly VersionRange[]): VersionRange | undefined {
  const isVersion = (version: string | undefined): version is string =>
    version !== undefined && parseVersion(version) !== undefined;
  const [min] = shown
    .map((range) => range.min)
    .filter(isVersion)
    .sort((a, b) => compareVersions(b, a));
  const [max] = shown
    .map((range) => range.max)
    .filter(isVersion)
    .sort(compareVersions);
  if (min === undefined && max === undefined) return undefined;
  if (min !== undefined && max !== undefined && compareVersions(min, max) > 0) return undefined;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Whether a row holds at none of some microversions. */
function isOutside(row: ParameterRow, versions: VersionRange): boolean {
  return rangesOf(row).some((range) => sharedBy([range, versions]) === undefined);
}

function isRequiredThroughout(row: ParameterRow, { min, max }: VersionRange): boolean {
  if (!isRequired(row)) return false;
  return rangesOf(row).every(
    (range) =>
      (min === undefined ? range.min === undefined : holdsAt(range, min)) &&
      (max === undefined ? range.max === undefined : holdsAt(range, max)),
  );
}

function isRequired({ definition }: ParameterRow): boolean {
  return definition?.required === true;
}

/** The ranges that a row's definition and its table set. */
const rangesOf = remembered((row: ParameterRow): readonly VersionRange[] =>
  [row.definition ?? {}, row].map(rangeOf).filter(({ min, max }) => min !== undefined || max !== undefined),
);
