import { readCsv } from "./csv.ts";
import { optionValue } from "./directive.ts";
import type { OptionName } from "./directives.ts";
import type { Block, BulletList, Directive, Table, TableRow } from "./tree.ts";

/** The text of a cell: its blocks in one line. */
type CellText = (blocks: readonly Block[]) => string;

/** A table of GitHub Flavored Markdown; cells that others cover are empty. */
export function tableToMarkdown({ header, rows }: Pick<Table, "header" | "rows">, cell: CellText): string {
  const grid = layOut([...header, ...rows], cell);
  return rowsToMarkdown(grid.slice(0, header.length), grid.slice(header.length));
}

/** Texts in their columns, below any cell that spans rows and beside any that spans columns. */
function layOut(rows: readonly TableRow[], cell: CellText): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const { children, columns, rows: span } of row) {
      while (grid[rowIndex]![column] !== undefined) column++;
      for (let down = 0; down < span && rowIndex + down < grid.length; down++)
        for (let right = 0; right < columns; right++) grid[rowIndex + down]![column + right] = "";
      grid[rowIndex]![column] = cell(children);
      column += columns;
    }
  }
  return grid.map((row) => Array.from(row, (text) => text ?? ""));
}

/** Rows of texts as a table. GFM has one header row, and no table without it: several become one. */
function rowsToMarkdown(
  header: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): string {
  const width = [...header, ...rows].reduce((most, row) => Math.max(most, row.length), 1);
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, column) => escapePipes(cells[column] ?? "")).join(" | ")} |`;
  const title = Array.from({ length: width }, (_, column) =>
    header
      .map((row) => row[column] ?? "")
      .filter((text) => text !== "")
      .join("<br>"),
  );
  return [line(title), line(new Array<string>(width).fill("---")), ...rows.map(line)].join("\n");
}

function escapePipes(text: string): string {
  return text.replace(/\\?\|/g, "\\|");
}

/** A `list-table`: a bullet list of rows, each a bullet list of cells. Undefined where it is none. */
export function listTableToMarkdown(directive: Directive, cell: CellText): string | undefined {
  const list = directive.children.find((block): block is BulletList => block.kind === "bullet-list");
  if (list === undefined) return undefined;
  const rows: string[][] = [];
  for (const { children } of list.items) {
    const cells = children.find((block): block is BulletList => block.kind === "bullet-list");
    if (cells === undefined || children.length > 1) return undefined;
    rows.push(cells.items.map((item) => cell(item.children)));
  }
  const headerRows = numberOf(directive, "header-rows");
  return rowsToMarkdown(rows.slice(0, headerRows), rows.slice(headerRows));
}

/** A `csv-table`; `text` gives the text of a cell from its RST. */
export function csvTableToMarkdown(directive: Directive, text: (rst: string) => string): string {
  const delim = optionValue(directive.options, "delim") || ",";
  const delimiter = { tab: "\t", space: " " }[delim] ?? delim;
  const csv = (source: string) => readCsv(source, delimiter).map((row) => row.map(text));
  const rows = csv(directive.content.map((line) => line.text).join("\n"));
  const header = csv(optionValue(directive.options, "header") ?? "");
  const headerRows = numberOf(directive, "header-rows");
  return rowsToMarkdown([...header, ...rows.slice(0, headerRows)], rows.slice(headerRows));
}

function numberOf({ options }: Directive, name: OptionName): number {
  const value = Number.parseInt(optionValue(options, name) ?? "", 10);
  return Number.isNaN(value) || value < 0 ? 0 : value;
}
