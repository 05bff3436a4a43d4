import type { Operation, ParameterRow, UrlTarget } from "../apiref/model.ts";
import { compareVersions, rowVersions, type VersionBounds } from "../apiref/versions.ts";

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
  const all = (ofAllVersions ?? operation).rows.filter(isOfPath);
  const isApart = ({ name }: Variable, row: ParameterRow) => {
    // in the document of one microversion rows have lost their bounds
    const bounds = rowVersions(all.find(({ span }) => span === row.span) ?? row);
    const own = all.filter((one) => one.name === name);
    return own.length > 0 && own.every((one) => areApart(rowVersions(one), bounds));
  };
  return rows.filter(
    (row) =>
      isOfPath(row) &&
      !target.variables.some(({ name }) => name === row.name) &&
      isApart(variable, row) &&
      target.variables.filter((other) => isApart(other, row)).length === 1,
  );
}

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
