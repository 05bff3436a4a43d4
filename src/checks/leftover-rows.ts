import type { ApiRef, ParameterRow } from "../apiref/model.ts";
import { rowRemoval } from "../fixes/row-removal.ts";
import type { Edit } from "../text/edit.ts";
import { remembered } from "../text/remembered.ts";
import { type ChangedRow, replaceableRows } from "./lookups.ts";
import { shows } from "./other-body.ts";

/** The variables with which URLs go on behind a path: `/widgets/{widget_id}`. */
const continuations = remembered((apiRef: ApiRef): ReadonlySet<string> => {
  const paths = new Set<string>();
  for (const { operations } of apiRef.documents)
    for (const { target } of operations)
      for (const { 0: variable, index } of target.path.matchAll(/\/\{[^{}/]+\}/g))
        paths.add(target.path.slice(0, index) + variable);
  return paths;
});

/** Identifiers of projects, with which URLs began once. */
const PROJECT = /^(?:\w+_)?(?:project|tenant)[_-]id$/;

/**
 * The edits that take out rows `in: path` which cannot be meant for anything else: of a project whose identifier the URL
 * has no more, and of the variable with which the URL of a single one goes on, copied into the table of the whole list.
 *
 * @param found rows that are not in the URLs of their operations
 */
export function leftoverRows(apiRef: ApiRef, found: readonly ChangedRow[]): ReadonlyMap<ParameterRow, Edit> {
  const longer = continuations(apiRef);
  const edits = new Map<ParameterRow, Edit>();
  const left = replaceableRows(apiRef, found).filter(({ row, operation }) => {
    const isKnown = PROJECT.test(row.name) || longer.has(`${operation.target.path}/{${row.name}}`);
    return (
      isKnown && !operation.samples.some((sample) => sample.side === "request" && shows(sample, row.name))
    );
  });
  const removed = new Set(left.map(({ row }) => row));
  for (const { row, operation } of left) {
    const isLast = operation.rows.every((other) => other.table !== row.table || removed.has(other));
    const edit = isLast ? undefined : rowRemoval(row.span);
    if (edit !== undefined) edits.set(row, edit);
  }
  return edits;
}
