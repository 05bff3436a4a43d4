import type { ApiRef, Operation, ParameterRow, StatusRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { remembered } from "../text/remembered.ts";

/** Every row of every table of parameters, with the operation that it belongs to, if it does to one. */
export function* shownRows({ documents }: ApiRef): Iterable<{ row: ParameterRow; operation?: Operation }> {
  for (const { operations, general } of documents) {
    for (const operation of operations) for (const row of operation.rows) yield { row, operation };
    for (const row of general.rows) yield { row };
  }
}

/** The definitions that rows look up. */
export const lookedUp = remembered((apiRef: ApiRef): ReadonlySet<Definition> => {
  const used = new Set<Definition>();
  for (const { row } of shownRows(apiRef)) if (row.definition !== undefined) used.add(row.definition);
  return used;
});

/** Every code, with the operation that it belongs to, if it does to one. */
export function* shownStatuses({
  documents,
}: ApiRef): Iterable<{ status: StatusRow; operation?: Operation }> {
  for (const { operations, general } of documents) {
    for (const operation of operations) for (const status of operation.statuses) yield { status, operation };
    for (const status of general.statuses) yield { status };
  }
}
