import type { ApiRef, Operation, ParameterRow, StatusRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";

/** A row of a table of parameters, with the operation that it belongs to, if it does to one. */
export interface ShownRow {
  readonly row: ParameterRow;
  readonly operation?: Operation;
}

/** Every row of every table of parameters. */
export function* shownRows({ documents }: ApiRef): Iterable<ShownRow> {
  for (const { operations, general } of documents) {
    for (const operation of operations) for (const row of operation.rows) yield { row, operation };
    for (const row of general.rows) yield { row };
  }
}

/** The definitions that rows look up, each with those rows; what a table defines itself among them. */
export const usesOfDefinitions = remembered(
  (apiRef: ApiRef): ReadonlyMap<Definition, readonly ShownRow[]> =>
    groupedBy(shownRows(apiRef), ({ row }) => row.definition),
);

/** Every code, with the operation that it belongs to, if it does to one. */
export function* shownStatuses({
  documents,
}: ApiRef): Iterable<{ status: StatusRow; operation?: Operation }> {
  for (const { operations, general } of documents) {
    for (const operation of operations) for (const status of operation.statuses) yield { status, operation };
    for (const status of general.statuses) yield { status };
  }
}
