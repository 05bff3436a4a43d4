import type { ParameterRow } from "../apiref/model.ts";
import type { Lack } from "./lack.ts";
import { yamlText } from "./yaml-text.ts";

/** A new line of a table: where it goes, and its text without a line break. */
export interface NewRow {
  readonly at: number;
  /** The name as YAML. */
  readonly name: string;
  readonly text: (key: string) => string;
}

/** What stands before a name: the dash, and marks of the level. */
const LEAD = /^[ \t]*-[ \t]+(?:\\?>[ \t]*)*$/;

/** The line for a row, written as its neighbours are; undefined where the table is none of `- name: key` lines. */
export function newRow(lack: Lack): NewRow | undefined {
  const { row, position, path, inner, operation } = lack;
  const table = operation.rows.filter((other) => other.table === row.table);
  const lead = leadOf(row, position === "inside" ? table : undefined);
  if (lead === undefined) return undefined;
  const name = yamlText(prefixOf(lack, table) + path.at(-1)!);
  const { file } = row.span;
  const last = position === "behind" ? lastInside(row, table, inner) : row;
  const line = file.positionAt(last.span.end).line;
  const at =
    position === "before"
      ? file.lineStarts[file.positionAt(row.span.start).line - 1]!
      : (file.lineStarts[line] ?? file.text.length);
  return { at, name, text: (key) => `${lead}${name}: ${yamlText(key)}` };
}

/** What stands before the name of a row; with the table, what would before a row one level deeper. */
function leadOf(row: ParameterRow, tableToEnter: readonly ParameterRow[] | undefined): string | undefined {
  const lead = lineUpTo(row);
  if (row.file === undefined || !LEAD.test(lead)) return undefined;
  const marked = tableToEnter?.find(({ level = 0 }) => level > 0);
  if (marked === undefined) return lead;
  const sibling = tableToEnter!.find(({ level = 0 }) => level === (row.level ?? 0) + 1);
  const mark = /\\?>[ \t]*$/.exec(lineUpTo(marked))?.[0];
  const deeper = sibling === undefined ? lead + (mark ?? "") : lineUpTo(sibling);
  return LEAD.test(deeper) ? deeper : undefined;
}

function lineUpTo({ nameSpan: { file, start } }: ParameterRow): string {
  return file.text.slice(file.lineStarts[file.positionAt(start).line - 1], start);
}

/** What a dotted name has before its last step, where such names are written in a table. */
function prefixOf({ row, besideName, position }: Lack, table: readonly ParameterRow[]): string {
  if (position === "inside") {
    const isDotted = (holder: string) => table.some(({ name }) => name.startsWith(`${holder}.`));
    return row.name !== besideName || table.some(({ name }) => isDotted(name)) ? `${row.name}.` : "";
  }
  return row.name.endsWith(`.${besideName}`) ? row.name.slice(0, -besideName.length) : "";
}

/** The last of the rows that follow one and document what is inside it. */
function lastInside(
  row: ParameterRow,
  table: readonly ParameterRow[],
  inner: ReadonlySet<ParameterRow>,
): ParameterRow {
  let last = row;
  for (const next of table.slice(table.indexOf(row) + 1)) {
    const isDeeper = (next.level ?? 0) > (row.level ?? 0);
    if (!isDeeper && !inner.has(next) && !next.name.startsWith(`${row.name}.`)) break;
    if (next.span.file !== row.span.file) break;
    last = next;
  }
  return last;
}
