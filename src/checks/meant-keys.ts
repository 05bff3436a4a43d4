import type { ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import type { Edit } from "../text/edit.ts";
import { nearest } from "../text/similar.ts";
import { agreedRows, type ChangedRow } from "./lookups.ts";
import type { Subject } from "./subject.ts";
import { newMismatches } from "./trial.ts";

/** So many slips leave no doubt which key was meant. */
const MOST_SLIPS = 2;

/** More keys than these are compared with no others: a file that was renamed as a whole has no slips. */
const MOST_KEYS = 200;

/**
 * The edits that correct misspelt lookup keys: where one key alone is near, its definition is one of the row's place, no other row of
 * the table looks it up, and no sample disagrees with it.
 *
 * @param found rows whose keys have no definition
 */
export function meantKeys(
  { apiRef, bodies }: Subject,
  found: readonly ChangedRow[],
): ReadonlyMap<ParameterRow, Edit> {
  const meant = new Map<ParameterRow, Definition>();
  for (const { row, operation } of agreedRows(apiRef, found).slice(0, MOST_KEYS)) {
    const definition = meantDefinition(row);
    const isTaken = operation.rows.some(
      (other) => other.table === row.table && other.definition === definition,
    );
    if (definition !== undefined && !isTaken && isOfPlace(definition, { row, operation }))
      meant.set(row, definition);
  }
  if (meant.size === 0) return new Map();
  const spoilt = newMismatches(bodies, (row) => {
    const definition = meant.get(row);
    return definition === undefined ? row : { ...row, key: definition.key, definition };
  });
  const operations = new Set(spoilt.map(({ operation }) => operation));
  return new Map(
    found.flatMap(({ row, operation }) => {
      const definition = meant.get(row);
      return definition === undefined || operations.has(operation)
        ? []
        : [[row, { span: row.keySpan, text: definition.key }]];
    }),
  );
}

/** The definition of the only key that is near. */
function meantDefinition({ file, key, keySpan }: ParameterRow): Definition | undefined {
  if (file === undefined || keySpan.file.text.slice(keySpan.start, keySpan.end) !== key) return undefined;
  const within = Math.min(MOST_SLIPS, Math.floor(key.length / 4));
  const near = nearest(key, file.definitions.keys(), within);
  if (near === undefined) return undefined;
  const others = [...file.definitions.keys()].filter((other) => other !== near);
  return nearest(key, others, within) === undefined ? file.definitions.get(near) : undefined;
}

/** Whether a row of an operation may look up a definition, by its side, its URL and its method. */
function isOfPlace({ in: place, broken }: Definition, { row, operation }: ChangedRow): boolean {
  if (broken === true || place === undefined) return false;
  if (row.side === "response") return place === "body" || place === "header";
  if (place === "path") return isOfUrl(row, operation);
  return place !== "body" || !/^(?:GET|HEAD|DELETE)$/i.test(operation.method);
}
