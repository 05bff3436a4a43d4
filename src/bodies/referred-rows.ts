import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { referredLabels } from "../apiref/referred-labels.ts";
import { sideIn } from "../apiref/sides.ts";
import { isContainer } from "../schema/placement.ts";
import { append } from "../text/append.ts";
import { addTo } from "../text/grouped.ts";

/** Rows that one side of one operation takes from other tables; more would be no reference for people. */
const MOST_ROWS = 500;

/** A table to which a label leads. */
interface LabelledTable {
  readonly operation: Operation;
  readonly rows: readonly ParameterRow[];
}

/**
 * The rows of tables on other operations, or on the other side, to which the descriptions of an operation's rows refer
 * (``See :ref:`lamp-shades`.``): what is inside an object is documented once, and its reader follows the link. They stand
 * inside the rows that refer to them. A table that the reader of the same side sees anyway is about the first that refers to it.
 */
export function referredRows(
  operations: Iterable<Operation>,
): (operation: Operation) => readonly ParameterRow[] {
  const tables = labelledTables(operations);
  if (tables.size === 0) return () => [];
  return (operation) =>
    operation.rows.length === 0
      ? []
      : (["request", "response"] as const).flatMap((side) => rowsFor(operation, side, tables));
}

function rowsFor(
  operation: Operation,
  side: Side,
  tables: ReadonlyMap<string, LabelledTable>,
): ParameterRow[] {
  const found: ParameterRow[] = [];
  const own = operation.rows.filter((row) => row.side === side);
  /** The names of the rows that refer to a label, the first of which a table of the same side is about. */
  const names = new Map<string, string[]>();
  for (const row of own) for (const label of labelsIn(row)) addTo(names, label, row.name);
  let table = operation.rows.at(-1)!.table;
  const add = (row: ParameterRow, around: readonly string[]) => {
    for (const label of labelsIn(row)) {
      const target = tables.get(label);
      const isOwn = target?.operation === operation && target.rows[0]!.side === side;
      const isFirst = names.get(label)?.[0] === row.name || around.length > 0;
      if (target === undefined || (isOwn && isFirst) || around.includes(label)) continue;
      if (found.length + target.rows.length > MOST_ROWS) return;
      table++;
      const inside = target.rows.map(({ anchors: _, ...one }) => ({ ...one, side, table, inside: row }));
      append(found, inside);
      for (const one of inside) add(one, [...around, label]);
    }
  };
  for (const row of own) add(row, []);
  return found;
}

/** The tables of objects to which one label each leads, by that. */
function labelledTables(operations: Iterable<Operation>): Map<string, LabelledTable> {
  const found = new Map<string, LabelledTable[]>();
  for (const operation of operations) {
    const byTable = new Map<number, ParameterRow[]>();
    for (const row of operation.rows) if (row.anchors !== undefined) addTo(byTable, row.table, row);
    for (const rows of byTable.values()) {
      const [first] = rows;
      // what is sent or answered as a whole is no object in it
      if (sideIn(first!.sectionTitles.at(-1) ?? "") !== undefined) continue;
      for (const label of new Set(first!.anchors!.map((name) => name.toLowerCase())))
        addTo(found, label, { operation, rows });
    }
  }
  // A part that two pages include shows its tables twice.
  const isOne = (tables: readonly LabelledTable[]) =>
    new Set(tables.map(({ rows }) => rows[0]!.span)).size === 1;
  return new Map([...found].flatMap(([label, tables]) => (isOne(tables) ? [[label, tables[0]!]] : [])));
}

/** The labels to which the description of an object or list refers. */
function labelsIn(row: ParameterRow): readonly string[] {
  return row.definition?.in === "body" && isContainer(row) ? referredLabels(row.definition) : [];
}
