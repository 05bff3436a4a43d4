import type { Operation, ParameterRow, UrlTarget } from "../apiref/model.ts";

/** A variable of a URL's path. */
export type Variable = UrlTarget["variables"][number];

/** The rows of an operation that can document a variable of its URL: `in: path`, or without a definition that says so. */
export function pathRows(operation: Operation): ParameterRow[] {
  return operation.rows.filter(({ definition }) => definition?.in === undefined || definition.in === "path");
}

/** Whether a row is that of a variable, by the name in the URL or as `readUrl` mended it. */
export function documents(row: ParameterRow, { name, span }: Variable): boolean {
  if (row.name === name) return true;
  return (
    row.name === span.file.text.slice(span.start, span.end).trim() ||
    mendedName(row.name) === mendedName(name)
  );
}

/** Whether a row is that of a variable of the operation's URL. */
export function isOfUrl(row: ParameterRow, { target }: Operation): boolean {
  return target.variables.some((variable) => documents(row, variable));
}

function mendedName(name: string): string {
  return name.replace(/[^\w-]+/g, "_").replace(/^_+|_+$/g, "");
}
