import type { Operation, ParameterRow } from "../apiref/model.ts";

/** The rows of an operation that can document a variable of its URL: `in: path`, or without a definition that says. */
export function pathRows(operation: Operation): ParameterRow[] {
  return operation.rows.filter(({ definition }) => definition === undefined || definition.in === "path");
}

/** Whether a row is that of a variable: characters that no variable can have are mended in its name (`readUrl`). */
export function documents(row: ParameterRow, variable: string): boolean {
  return row.name === variable || mendedName(row.name) === mendedName(variable);
}

function mendedName(name: string): string {
  return name.replace(/[^\w-]+/g, "_").replace(/^_+|_+$/g, "");
}
