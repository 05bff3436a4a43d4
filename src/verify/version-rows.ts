import type { ParameterRow } from "../apiref/model.ts";
import { compareVersions, parseVersion, rangeOf, type VersionRange } from "../apiref/versions.ts";
import { type BodyNode, typeOfRows } from "../schema/body.ts";

/** Whether two ranges of microversions have one in common. An end that is no microversion is open. */
export function overlap(a: VersionRange, b: VersionRange): boolean {
  return !isBefore(a.max, b.min) && !isBefore(b.max, a.min);
}

function isBefore(max: string | undefined, min: string | undefined): boolean {
  if (max === undefined || min === undefined) return false;
  if (parseVersion(max) === undefined || parseVersion(min) === undefined) return false;
  return compareVersions(max, min) < 0;
}

/** The rows that hold at one of the microversions. */
export function rowsAt(rows: readonly ParameterRow[], versions: VersionRange): readonly ParameterRow[] {
  return rows.filter(
    (row) =>
      overlap(rangeOf(row), versions) &&
      (row.definition === undefined || overlap(rangeOf(row.definition), versions)),
  );
}

/** A place as those of its rows describe it that hold at one of the microversions. */
export function nodeAt(node: BodyNode, versions: VersionRange): BodyNode {
  const rows = rowsAt(node.rows, versions);
  if (rows.length === node.rows.length) return node;
  return { ...node, rows, type: typeOfRows(rows) };
}
