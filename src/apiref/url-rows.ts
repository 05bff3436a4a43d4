import { remembered } from "../text/remembered.ts";
import { nearest } from "../text/similar.ts";
import { lettersOf } from "../text/words.ts";
import type { Operation, ParameterRow, UrlTarget } from "./model.ts";
import { lacksPlace } from "./places.ts";

/** A variable of a URL's path. */
export type Variable = UrlTarget["variables"][number];

/** The rows of an operation that can document a variable of its URL: `in: path`, or without a definition that says so. */
export function pathRows(operation: Operation): ParameterRow[] {
  return operation.rows.filter((row) => lacksPlace(row) || row.definition!.in === "path");
}

/** Whether a variable is written as one, so that os-api-ref finds it: in braces, and by a name that needs no mending. */
export function isWrittenPlainly({ name, span: { file, start, end } }: Variable): boolean {
  return file.text[start - 1] === "{" && file.text.slice(start, end) === name;
}

/** Whether a row is that of a variable, by the name in the URL or as `readUrl` mended it. */
export function documents(row: ParameterRow, { name, span }: Variable): boolean {
  if (row.name === name) return true;
  return (
    row.name === span.file.text.slice(span.start, span.end).trim() ||
    mendedName(row.name) === mendedName(name)
  );
}

/**
 * Whether a row `in: path` differs from the name of a variable in hyphens, underscores and case only, and is that of no other: what
 * it says holds for the variable, whichever of the two names is mistaken.
 */
export function isSpeltOtherwise(
  { name, definition }: ParameterRow,
  variable: Variable,
  { target }: Operation,
): boolean {
  return (
    definition?.in === "path" &&
    lettersOf(name) === lettersOf(variable.name) &&
    !target.variables.some((other) => other.name === name)
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

/**
 * The rows of a request that are `in: path`, and no variable of its URL; those of a row that was meant for a variable without a row
 * are not among them.
 */
export const rowsNotInUrl = remembered((operation: Operation): readonly ParameterRow[] => {
  const { target, url } = operation;
  if (url === "" || target.webhook) return [];
  return operation.rows.filter(
    (row) =>
      row.side === "request" &&
      row.definition?.in === "path" &&
      !isMeantForUrl(row, operation) &&
      !isOfUrl(row, operation) &&
      !isOfOtherVersions(row, operation) &&
      !isLeftOut(row) &&
      // os-api-ref has no place for a variable of the query but the path's.
      !isOfQuery(row, operation),
  );
});

/** Whether a row ends with a microversion and one of the URL begins with one, or the other way round: one came for the other. */
function isOfOtherVersions(row: ParameterRow, operation: Operation): boolean {
  const own = versionsOf(row);
  return operation.rows.some((other) => {
    if (other.side !== "request" || !isOfUrl(other, operation)) return false;
    const its = versionsOf(other);
    return (own.max && its.min) || (own.min && its.max);
  });
}

/** Whether a row has a first and a last microversion. */
function versionsOf({ minVersion, maxVersion, definition }: ParameterRow): { min: boolean; max: boolean } {
  return {
    min: (minVersion ?? definition?.minVersion) !== undefined,
    max: (maxVersion ?? definition?.maxVersion) !== undefined,
  };
}

/** Whether a row is of a part of the URL that may be left out, such as the project's identifier in front of the rest. */
function isLeftOut({ definition }: ParameterRow): boolean {
  return definition?.required === false && /\boptional|\bomit|\bleft out\b/i.test(definition.description);
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
  const strange = rows.filter((row) => !isOfUrl(row, operation));
  const sent = strange.filter(({ side }) => side === "request");
  // A row of the response that looks up a variable's definition is wrong for another reason.
  const spare = sent.length > 0 ? sent : strange;
  return operation.target.variables.flatMap((variable) => {
    if (rows.some((row) => documents(row, variable))) return [];
    const elsewhere = operation.rows.find((row) => row.side === "request" && documents(row, variable));
    const near = nearest(
      variable.name,
      spare.map((row) => row.name),
    );
    // a row without a definition may be of anything
    const [only, ...others] = spare.filter((row) => !lacksPlace(row));
    const meant = spare.find((row) => row.name === near) ?? (others.length === 0 ? only : undefined);
    return [{ variable, elsewhere, meant: elsewhere === undefined ? meant : undefined }];
  });
});

/** Whether a row was probably meant for a variable of the URL, whose name it does not have. */
export function isMeantForUrl(row: ParameterRow, operation: Operation): boolean {
  return undocumentedVariables(operation).some(({ meant }) => meant === row);
}

function mendedName(name: string): string {
  return name.replace(/[^\w-]+/g, "_").replace(/^_+|_+$/g, "");
}
