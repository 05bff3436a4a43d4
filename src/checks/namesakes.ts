import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { remembered } from "../text/remembered.ts";
import { stemOf } from "./key-stems.ts";
import { collectionNouns, nounsOf, saidNouns } from "./resource-nouns.ts";
import { shownRows } from "./shown-rows.ts";

/** A row that looks up another definition than the one that is called as it is. */
export interface Namesake {
  readonly row: ParameterRow;
  readonly operation: Operation;
}

/** Of more rows of one name only the first are looked at. */
const MOST_ROWS = 20;

/**
 * The row that may have been meant to look up a definition of a file, which no row does: it has its name, and looks up another
 * definition of the same place. Where the key says more than the name (`colour_lamp`, `colour_2`), the operation has to be
 * about that, and the definition that the row looks up must not be.
 */
export function namesakeOf(
  definition: Definition,
  file: ParametersFile,
  apiRef: ApiRef,
): Namesake | undefined {
  const rows = (name: string) =>
    (rowsByName(apiRef).get(name) ?? [])
      .slice(0, MOST_ROWS)
      .filter(({ row }) => row.file === file && row.definition!.in === definition.in);
  const stem = stemOf(definition);
  const said = saidNouns(definition);
  for (const { name, rest } of readingsOf(stem)) {
    const about = new Set(nounsOf(rest));
    const found = rows(name).find(({ row, operation }) => {
      const nouns = collectionNouns(operation);
      return (
        nouns.length > 0 &&
        nouns.length === about.size &&
        nouns.every((noun) => about.has(noun)) &&
        !saysAll(row, nouns)
      );
    });
    if (found !== undefined) return found;
  }
  const unlike = rows(stem).find(({ row, operation }) => {
    const nouns = collectionNouns(operation);
    return nouns.length > 0 && nouns.every((noun) => said.has(noun)) && !saysAll(row, nouns);
  });
  return unlike ?? rows(definition.key)[0];
}

function saysAll({ definition }: ParameterRow, nouns: readonly string[]): boolean {
  const said = saidNouns(definition!);
  return nouns.every((noun) => said.has(noun));
}

/** The ways in which a key may be that of a name and something else, the longest name first. */
function readingsOf(key: string): { readonly name: string; readonly rest: string }[] {
  return [...key.matchAll(/[_-]/g)]
    .flatMap(({ index }) => {
      const [before, behind] = [key.slice(0, index), key.slice(index + 1)];
      return [
        { name: before, rest: behind },
        { name: behind, rest: before },
      ];
    })
    .sort((a, b) => b.name.length - a.name.length);
}

/** The rows of operations that look something up, by their names. */
const rowsByName = remembered((apiRef: ApiRef) =>
  groupedBy(
    [...shownRows(apiRef)].flatMap(({ row, operation }) =>
      operation === undefined || row.definition === undefined || isDefinedInTable(row)
        ? []
        : [{ row, operation }],
    ),
    ({ row }) => leafOf(row.name),
  ),
);
