import type { ParameterRow, Sample } from "../apiref/model.ts";
import { compareVersions, holdsAt, parseVersion, type VersionRange } from "../apiref/versions.ts";
import { escapePointer, isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";

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
  const versions = versionsOf(sample) ?? newestOf(shown);
  if (versions?.min === undefined) return;
  for (const one of found)
    if (one.missing.rows.every((row) => isRequiredThroughout(row, versions))) yield one;
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
    for (const row of child.rows) shown.push(...rangesOf(row));
    const below = path === "" ? name : `${path}.${name}`;
    visit(child, value[name]!, `${pointer}/${escapePointer(name)}`, below, found, shown);
  }
  for (const [name, missing] of node.properties)
    if (!missing.required && missing.rows.length > 0 && !Object.hasOwn(value, name))
      found.push({ missing, holder: node, pointer, path });
}

/** The microversions that a sample's folder or titles name. */
function versionsOf({ asOf, minVersion, maxVersion }: Sample): VersionRange | undefined {
  if (asOf !== undefined) return { min: asOf, max: asOf };
  if (minVersion === undefined && maxVersion === undefined) return undefined;
  return {
    ...(minVersion === undefined ? {} : { min: minVersion }),
    ...(maxVersion === undefined ? {} : { max: maxVersion }),
  };
}

/** From the newest of what is shown on; undefined where some of it is already gone by then. */
function newestOf(shown: readonly VersionRange[]): VersionRange | undefined {
  const oldest = shown.flatMap(({ min }) =>
    min !== undefined && parseVersion(min) !== undefined ? [min] : [],
  );
  const min = oldest.reduce<string | undefined>(
    (newest, one) => (newest === undefined || compareVersions(newest, one) < 0 ? one : newest),
    undefined,
  );
  return min === undefined || shown.some((range) => !holdsAt(range, min)) ? undefined : { min };
}

function isRequiredThroughout(row: ParameterRow, { min, max }: VersionRange): boolean {
  if (row.definition?.required !== true) return false;
  return rangesOf(row).every(
    (range) => holdsAt(range, min!) && (max === undefined ? range.max === undefined : holdsAt(range, max)),
  );
}

/** The ranges that a row's definition and its table set. */
function rangesOf(row: ParameterRow): VersionRange[] {
  return [row.definition, row].flatMap((of) => {
    const { minVersion, maxVersion } = of ?? {};
    if (minVersion === undefined && maxVersion === undefined) return [];
    return [
      {
        ...(minVersion === undefined ? {} : { min: minVersion }),
        ...(maxVersion === undefined ? {} : { max: maxVersion }),
      },
    ];
  });
}
