import type { Operation, ParameterRow, UrlTarget } from "../apiref/model.ts";
import { compareVersions, rowVersions, type VersionBounds } from "../apiref/versions.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";

type Variable = UrlTarget["variables"][number];

/**
 * Rows `in: path` of another name that document a variable of the URL at other microversions: those of the variable's own
 * name hold at none of theirs, and those of no other variable are bounded so.
 *
 * @param rows those of the operation at the microversions of the document
 */
export function rowsAtOtherVersions(
  variable: Variable,
  rows: readonly ParameterRow[],
  operation: Operation,
): ParameterRow[] {
  const { target, ofAllVersions } = operation;
  const { bySpan, byName } = pathRows(ofAllVersions ?? operation);
  const isApart = ({ name }: Variable, row: ParameterRow) => {
    // in the document of one microversion rows have lost their bounds
    const bounds = rowVersions(bySpan.get(row.span) ?? row);
    const own = byName.get(name) ?? [];
    return own.length > 0 && own.every((one) => areApart(rowVersions(one), bounds));
  };
  const names = new Set(target.variables.map(({ name }) => name));
  return rows.filter(
    (row) =>
      isOfPath(row) &&
      !names.has(row.name) &&
      isApart(variable, row) &&
      target.variables.every((other) => other.name === variable.name || !isApart(other, row)),
  );
}

/** The rows of the URL by their places and by their names. */
const pathRows = remembered(({ rows }: Operation) => {
  const all = rows.filter(isOfPath);
  return {
    bySpan: new Map(all.map((row) => [row.span, row])),
    byName: groupedBy(all, ({ name }) => name),
  };
});

function isOfPath({ side, definition }: ParameterRow): boolean {
  return side === "request" && definition?.in === "path";
}

/** Whether one of two ends before the other begins. */
function areApart(a: VersionBounds, b: VersionBounds): boolean {
  return endsBefore(a, b) || endsBefore(b, a);
}

function endsBefore({ maxVersion }: VersionBounds, { minVersion }: VersionBounds): boolean {
  return maxVersion !== undefined && minVersion !== undefined && compareVersions(maxVersion, minVersion) < 0;
}
