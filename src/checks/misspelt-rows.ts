import type { ApiRef, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Draft } from "../findings/finding.ts";
import { nearest } from "../text/similar.ts";
import { inOperation } from "./naming.ts";
import { type ShownRow, usesOfDefinitions } from "./shown-rows.ts";

/** The rows whose name is one slip away from the name that nearly all other rows of the same definition have. */
export function* misspeltRows(apiRef: ApiRef): Iterable<Draft> {
  for (const found of usesOfDefinitions(apiRef).values()) {
    if (isDefinedInTable(found[0]!.row)) continue;
    const usual = usualName(found);
    if (usual === undefined) continue;
    const related = [{ span: found.find(({ row }) => row.name === usual)!.row.span, message: "as here" }];
    for (const { row, operation } of found)
      if (row.name !== usual && isSlip(row, usual))
        yield {
          message: `\`${row.name}\` is \`${usual}\` in the other rows that look up \`${row.key}\`. Correct the name.`,
          span: row.nameSpan,
          related,
          ...inOperation(operation),
        };
  }
}

/** For one row that is spelt in another way so many have to agree. */
const MOST = 5;

/** The name that nearly all rows of a definition have. */
function usualName(found: readonly ShownRow[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { row } of found) counts.set(row.name, (counts.get(row.name) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const [name, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  return count >= MOST * (found.length - count) ? name : undefined;
}

/** Shorter names are near too many others. */
const SHORTEST = 6;

/** Whether a name is another one with a letter too many, too few, wrong or displaced; a plural is another name. */
function isSlip({ name, definition }: ParameterRow, usual: string): boolean {
  const [a, b] = [name.toLowerCase(), usual.toLowerCase()];
  if (a === b || b.length < SHORTEST || `${a}s` === b || `${b}s` === a) return false;
  // Properties differ in `-` and `_` on purpose; headers do not.
  if (definition?.in !== "header" && a.replaceAll("-", "_") === b.replaceAll("-", "_")) return false;
  return nearest(a, [b], 1) !== undefined;
}
