import type { ApiRef, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import { spanKey } from "../text/span.ts";
import type { Charge } from "./blame.ts";
import { usesOfDefinitions } from "./shown-rows.ts";

/** Tells of a row whether its definition speaks for others, too. */
export type IsShared = (row: ParameterRow) => boolean;

/**
 * Tells of a row whether its definition speaks for rows of other tables, too, of which no sample lacks the property: who makes that
 * definition optional says so of them as well.
 */
export function sharedBeyond(apiRef: ApiRef, charges: readonly Charge[]): IsShared {
  const charged = new Set(
    charges.flatMap(({ mismatch, operations }) =>
      [mismatch, ...operations.values()].flatMap(({ row }) => (row === undefined ? [] : spanKey(row.span))),
    ),
  );
  const uses = usesOfDefinitions(apiRef);
  return (row) =>
    row.definition !== undefined &&
    !isDefinedInTable(row) &&
    (uses.get(row.definition) ?? []).some((use) => !charged.has(spanKey(use.row.span)));
}
