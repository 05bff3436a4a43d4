import type { Operation, ParameterRow, UrlTarget } from "../apiref/model.ts";
import { remembered } from "../text/remembered.ts";
import { nearest } from "../text/similar.ts";

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

/** Whether a row is that of a variable of the operation's query. */
export function isOfQuery({ name: row }: ParameterRow, { target }: Operation): boolean {
  return target.query.some(({ name, value }) => name === row || value === `{${row}}`);
}

/** A variable of a URL's path that no row documents. */
export interface Undocumented {
  readonly variable: Variable;
  /** The row of its name, whose definition has another place. */
  readonly elsewhere: ParameterRow | undefined;
  /** Without that, the row `in: path` that was probably meant: its name is not in the URL. */
  readonly meant: ParameterRow | undefined;
}

/** The variables of an operation's path that no row documents. */
export const undocumentedVariables = remembered((operation: Operation): readonly Undocumented[] => {
  const rows = pathRows(operation);
  const spare = rows.filter((row) => !isOfUrl(row, operation));
  return operation.target.variables.flatMap((variable) => {
    if (rows.some((row) => documents(row, variable))) return [];
    const elsewhere = operation.rows.find((row) => row.side === "request" && documents(row, variable));
    const near = nearest(
      variable.name,
      spare.map((row) => row.name),
    );
    const meant = spare.find((row) => row.name === near) ?? (spare.length === 1 ? spare[0] : undefined);
    return [{ variable, elsewhere, meant: elsewhere === undefined ? meant : undefined }];
  });
});

function mendedName(name: string): string {
  return name.replace(/[^\w-]+/g, "_").replace(/^_+|_+$/g, "");
}
