import type { ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Edit } from "../text/edit.ts";
import { type ChangedRow, definitionInstead, replaceableRows } from "./lookups.ts";
import type { Subject } from "./subject.ts";
import { newMismatches } from "./trial.ts";

/** A row that looks up a definition of another place than its own, and the place that it has. */
export interface RowOfPlace extends ChangedRow {
  readonly place: "path" | "query" | "body";
}

/**
 * The edits with which rows look up the definitions that they were meant to: where there is one for each, every operation
 * that shows the row needs it, and no sample disagrees with its table in anything new.
 */
export function otherKeys(
  { apiRef, bodies }: Subject,
  found: readonly RowOfPlace[],
): ReadonlyMap<ParameterRow, Edit> {
  const meant = new Map<ParameterRow, Definition>();
  for (const { row, place } of replaceableRows(apiRef, found)) {
    const definition = isPlainKey(row) ? definitionInstead(apiRef, row, place) : undefined;
    if (definition !== undefined) meant.set(row, definition);
  }
  const spoilt =
    meant.size === 0
      ? []
      : newMismatches(bodies, (row) => {
          const definition = meant.get(row);
          return definition === undefined ? row : { ...row, key: definition.key, definition };
        });
  const operations = new Set(spoilt.map(({ operation }) => operation));
  const edits = new Map<ParameterRow, Edit>();
  for (const { row, operation } of found) {
    const definition = meant.get(row);
    if (definition !== undefined && !operations.has(operation))
      edits.set(row, { span: row.keySpan, text: definition.key });
  }
  return edits;
}

/** Whether a key stands in the source as it is, and nothing else does. */
function isPlainKey({ key, keySpan: { file, start, end } }: ParameterRow): boolean {
  return file.text.slice(start, end) === key;
}
