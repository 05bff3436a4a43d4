import type { Span } from "../text/span.ts";
import { type CsvField, readCsv } from "./csv.ts";
import { optionValue } from "./directive.ts";
import type { OptionName } from "./directive-options.ts";
import { spanOfLines } from "./lines.ts";
import type { Block, BulletList, Directive, Line, Table, TableCell, TableRow } from "./tree.ts";

/** A cell of any kind of table. */
export interface Cell {
  /** The RST in it. */
  readonly text: string;
  readonly span: Span;
  /** Its blocks; undefined in a `csv-table`, whose cells are texts. */
  readonly children?: readonly Block[];
}

/** A table, however it is written. */
export interface CellTable {
  readonly header: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Whether a block is a table of any kind. */
export function isTable(block: Block): block is Table | Directive {
  if (block.kind === "table") return true;
  return block.kind === "directive" && /^(?:csv-|list-)?table$/.test(block.name ?? "");
}

/** The title of a table that is a directive; empty where there is none. */
export function captionOf({ argument }: Directive): string {
  return textOf(argument).replace(/\s+/g, " ").trim();
}

/**
 * The cells of a grid or simple table, a `csv-table`, a `list-table`, or the table in a `table` directive. Undefined for
 * any other block, for a table that is malformed, and for one whose cells span others.
 */
export function tableCells(block: Block): CellTable | undefined {
  if (block.kind === "table") return cellsOfTable(block);
  return block.kind === "directive" ? cellsOfDirective(block) : undefined;
}

function cellsOfTable({ header, rows, span }: Table): CellTable | undefined {
  const isEven = (row: TableRow) => row.every(({ columns, rows: down }) => columns === 1 && down === 1);
  if (![...header, ...rows].every(isEven)) return undefined;
  const cells = (row: TableRow) => row.map((cell) => cellOf(cell, span));
  return { header: header.map(cells), rows: rows.map(cells) };
}

function cellOf({ children, lines }: TableCell, table: Span): Cell {
  const filled = lines.length === 0 ? { ...table, end: table.start } : spanOfLines(lines);
  return { text: textOf(lines), span: filled, children };
}

/** As `tableCells`, for directives. */
export function cellsOfDirective(directive: Directive): CellTable | undefined {
  switch (directive.name) {
    case "csv-table":
      return directive.content.length === 0 ? undefined : cellsOfCsv(directive);
    case "list-table":
      return cellsOfList(directive);
    case "table": {
      const [table] = directive.children;
      return table?.kind === "table" ? cellsOfTable(table) : undefined;
    }
    default:
      return undefined;
  }
}

function cellsOfCsv(directive: Directive): CellTable {
  const delim = optionValue(directive.options, "delim") || ",";
  const delimiter = { tab: "\t", space: " " }[delim] ?? delim;
  const lines = directive.content;
  const placeOf = placesIn(lines);
  const rows = readCsv(textOf(lines), delimiter).map((row) =>
    row.map((field): Cell => ({ text: field.text, span: spanOfField(field, placeOf) })),
  );
  // docutils reads the header with commas, whatever parts the other values (`CSVTable.HeaderDialect`).
  const option = directive.options.find(({ name }) => name === "header");
  const header = readCsv(option?.value ?? "").map((row) =>
    row.map(({ text }): Cell => ({ text, span: option!.span })),
  );
  const headerRows = numberOf(directive, "header-rows");
  return { header: [...header, ...rows.slice(0, headerRows)], rows: rows.slice(headerRows) };
}

/** The place of a field of the joined lines; it ends with the line that it begins in where files differ. */
function spanOfField({ start, end }: CsvField, placeOf: (at: number) => Place): Span {
  const first = placeOf(start);
  const last = placeOf(end);
  return {
    file: first.file,
    start: first.offset,
    end: last.file === first.file ? last.offset : first.offset,
  };
}

interface Place {
  readonly file: Line["file"];
  readonly offset: number;
}

/** Where each character of the joined lines stands in their files; what is behind them stands at their end. */
function placesIn(lines: readonly Line[]): (at: number) => Place {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  return (at) => {
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    const { text, file, offset } = lines[low]!;
    return { file, offset: offset + Math.min(at - starts[low]!, text.length) };
  };
}

/** A bullet list of rows, each a bullet list of cells. */
function cellsOfList(directive: Directive): CellTable | undefined {
  const list = directive.children.find((block): block is BulletList => block.kind === "bullet-list");
  if (list === undefined) return undefined;
  const rows: Cell[][] = [];
  for (const { children } of list.items) {
    const [cells, ...others] = children;
    if (cells?.kind !== "bullet-list" || others.length > 0) return undefined;
    rows.push(
      cells.items.map((item) => ({
        text: sourceOf(item.children),
        span: spanOf(item),
        children: item.children,
      })),
    );
  }
  const headerRows = numberOf(directive, "header-rows");
  return { header: rows.slice(0, headerRows), rows: rows.slice(headerRows) };
}

/** Where the text of an item stands, without its marker. */
function spanOf({ children, span }: BulletList["items"][number]): Span {
  const first = children[0]?.span;
  return first?.file === span.file ? { ...span, start: first.start } : span;
}

/** The RST of blocks that stand one below the other. */
function sourceOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === "paragraph" ? textOf(block.text.lines) : dedented(block.span)))
    .join("\n\n");
}

/** The text of a span whose first line has something else in front of it: the marker of the list round it. */
function dedented({ file, start, end }: Span): string {
  const indent = start - (file.text.lastIndexOf("\n", start - 1) + 1);
  const [first, ...others] = file.text.slice(start, end).split(/\r?\n/);
  const blanks = new RegExp(`^ {0,${indent}}`);
  return [first, ...others.map((line) => line.replace(blanks, ""))].join("\n");
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join("\n");
}

function numberOf({ options }: Directive, name: OptionName): number {
  const value = Number.parseInt(optionValue(options, name) ?? "", 10);
  return Number.isNaN(value) || value < 0 ? 0 : value;
}
