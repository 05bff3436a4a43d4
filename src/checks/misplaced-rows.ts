import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import type { Edit } from "../text/edit.ts";
import { groupedBy } from "../text/grouped.ts";
import { atPlace, type PlaceFault } from "./at-place.ts";
import { causeIn } from "./cause.ts";
import { inOperation } from "./naming.ts";
import { placeInKey } from "./place-in-key.ts";
import { shownRows } from "./shown-rows.ts";

/** A row whose definition stands in another place than the row. */
export interface MisplacedRow {
  readonly operation: Operation;
  readonly row: ParameterRow;
  /** The finding at the row. */
  readonly draft: Draft;
}

/**
 * The findings of rows that look up a definition with the wrong `in`: where that holds for all rows that look it up, two or
 * more, the definition is to blame, and it is one finding there; else one at each row.
 *
 * @param keys the edits with which rows look up other definitions
 * @param ofDefinition what contradicts a definition of which all rows are misplaced; undefined where that is not its fault
 * @param toBlame definitions that are to blame although others tell of some of their rows
 */
export function* misplacedRows(
  apiRef: ApiRef,
  found: readonly MisplacedRow[],
  keys: ReadonlyMap<ParameterRow, Edit>,
  ofDefinition: (definition: Definition, rows: readonly MisplacedRow[]) => PlaceFault | undefined,
  toBlame: ReadonlySet<Definition> = new Set(),
): Iterable<Draft> {
  const byDefinition = groupedBy(found, ({ row }) => (isDefinedInTable(row) ? undefined : row.definition));
  const uses = new Map<Definition, number>();
  for (const { row } of shownRows(apiRef))
    if (byDefinition.has(row.definition!)) uses.set(row.definition!, (uses.get(row.definition!) ?? 0) + 1);
  const said = new Map<Definition, PlaceFault>();
  for (const [definition, rows] of byDefinition) {
    const isWrong = toBlame.has(definition) || (rows.length > 1 && uses.get(definition) === rows.length);
    const fault = isWrong ? ofDefinition(definition, rows) : undefined;
    if (fault !== undefined) said.set(definition, fault);
  }

  const told = found.filter(({ row }) => isDefinedInTable(row) || !said.has(row.definition!));
  const lookupOf = ({ row }: MisplacedRow) =>
    JSON.stringify([row.file?.file.path, row.name, row.key, keys.get(row)?.text]);
  const habits = new Set(
    [...groupedBy(told, lookupOf)].flatMap(([lookup, rows]) => {
      const files = new Set(rows.map(({ row }) => row.span.file));
      return files.size >= FILES_OF_HABIT || uses.get(rows[0]!.row.definition!) === rows.length
        ? [lookup]
        : [];
    }),
  );
  for (const one of told) {
    const { row, operation, draft } = one;
    const lookup = lookupOf(one);
    yield {
      ...withKey(draft, keys.get(row)),
      ...inOperation(operation),
      ...(habits.has(lookup) ? { cause: lookup } : causeIn(row.span.file, lookup)),
    };
  }
  for (const [definition, fault] of said) {
    const place = placeInKey(definition.key);
    const rows = byDefinition.get(definition)!.map(({ row }) => row);
    yield {
      ...atPlace(definition, fault, rows),
      // A block of definitions that was copied with the wrong place.
      ...(place === undefined ? {} : causeIn(definition.keySpan.file, "in", definition.in, place)),
    };
  }
}

/** What the tables of so many files look up is a habit of the tree; so is what no others do. */
const FILES_OF_HABIT = 3;

/** A finding with the edit that writes another key. */
function withKey(draft: Draft, edit: Edit | undefined): Draft {
  if (edit === undefined) return draft;
  return { ...draft, message: `${draft.message} \`${edit.text}\` is one.`, edits: [edit] };
}
