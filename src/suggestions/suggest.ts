import type { ApiRef } from "../apiref/model.ts";
import { insertedAt } from "../apiref/parameters-layout.ts";
import { spotOfNew } from "../apiref/parameters-order.ts";
import type { Edit } from "../text/edit.ts";
import { groupedBy } from "../text/grouped.ts";
import type { SourceFile } from "../text/source-file.ts";
import { span, spanKey } from "../text/span.ts";
import { chooseKeys, type NewDefinition } from "./choose-keys.ts";
import { definitionText } from "./definition-text.ts";
import { united } from "./evidence.ts";
import { type Cautions, type Lack, nameOfLack } from "./lack.ts";
import { type NewRow, newRow } from "./row-text.ts";

/** Rows and definitions that are to be added. */
export interface Suggestions {
  /** Insertions; no two at one place. */
  readonly edits: readonly Edit[];
  /** The rows that are added, with their lookup keys. */
  readonly keyOf: ReadonlyMap<Lack, string>;
  /** How many lines that are. */
  readonly rows: number;
  /** The keys of the definitions that are added. */
  readonly newKeys: ReadonlySet<string>;
  readonly definitions: number;
}

/**
 * The rows that tables lack, with the definitions that they look up.
 *
 * @param isWritable whether a file can be changed
 */
export function suggestionsFor(
  lacks: readonly Lack[],
  cautions: Cautions,
  apiRef: ApiRef,
  isWritable: (file: SourceFile) => boolean,
): Suggestions {
  const rows = rowsFor(lacks, isWritable);
  const own = new Set<Lack>();
  for (const [lack, { of }] of rows) {
    const given = new Set(of.map((one) => cautions.get(nameOfLack(one))));
    if (given.has("leave")) rows.delete(lack);
    else if (given.has("own")) own.add(lack);
  }
  const { keyOf, definitions } = chooseKeys([...rows.keys()], (lack) => own.has(lack), apiRef);
  const spots = new Map<NewDefinition, NonNullable<ReturnType<typeof spotOfNew>>>();
  const unmade = new Set<Lack>();
  for (const definition of definitions) {
    const spot = spotOfNew(definition.parameters, definition.key, "body");
    if (spot !== undefined) spots.set(definition, spot);
    else for (const lack of definition.lacks) unmade.add(lack);
  }
  const added = [...rows].filter(([lack]) => !unmade.has(lack));
  const lines = new Map<string, { file: SourceFile; at: number; lines: string[] }>();
  for (const [lack, { row }] of added) {
    const { file } = lack.row.span;
    const place = `${file.path} ${row.at}`;
    const known = lines.get(place) ?? { file, at: row.at, lines: [] };
    lines.set(place, known);
    known.lines.push(row.text(keyOf.get(lack)!));
  }
  return {
    edits: [...[...lines.values()].map(linesAt), ...definitionEdits(spots)],
    keyOf: new Map(added.flatMap(([lack, { of }]) => of.map((one) => [one, keyOf.get(lack)!] as const))),
    newKeys: new Set([...spots.keys()].map(({ key }) => key)),
    rows: added.length,
    definitions: spots.size,
  };
}

/**
 * The rows to add, each with all that it documents: a table in a part that several operations include is one, and so are
 * all places of one name in a table of plain names.
 */
function rowsFor(
  lacks: readonly Lack[],
  isWritable: (file: SourceFile) => boolean,
): Map<Lack, { readonly row: NewRow; readonly of: readonly Lack[] }> {
  const byName = new Map<string, { row: NewRow; of: Lack[] }>();
  for (const lack of lacks) {
    const row = newRow(lack);
    const { span: at, file, table } = lack.row;
    if (row === undefined || file === undefined || !isWritable(at.file) || !isWritable(file.file)) continue;
    const first = lack.operation.rows.find((other) => other.table === table)!;
    const name = `${spanKey(first.span)} ${row.name}`;
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { row, of: [lack] });
    else known.of.push(lack);
  }
  return new Map(
    [...byName.values()].map((one) => {
      const [first] = one.of as [Lack];
      return [{ ...first, evidence: one.of.map(({ evidence }) => evidence).reduce(united) }, one];
    }),
  );
}

/** Puts in whole lines at the start of a line or at the end of the text. */
function linesAt({ file, at, lines }: { file: SourceFile; at: number; lines: readonly string[] }): Edit {
  const { text, lineBreak } = file;
  const isOpen = at > 0 && !/[\r\n]/.test(text[at - 1]!);
  const all = lines.join(lineBreak);
  return { span: span(file, at, at), text: isOpen ? lineBreak + all : all + lineBreak };
}

function definitionEdits(
  spots: ReadonlyMap<NewDefinition, NonNullable<ReturnType<typeof spotOfNew>>>,
): Edit[] {
  const groups = groupedBy(
    spots.keys(),
    (definition) => `${definition.parameters.file.path} ${spots.get(definition)!.at}`,
  );
  return [...groups.values()].map((group) =>
    insertedAt(
      group[0]!.parameters.file,
      spots.get(group[0]!)!,
      group.toSorted((a, b) => (a.key.toLowerCase() < b.key.toLowerCase() ? -1 : 1)).map(definitionText),
    ),
  );
}
