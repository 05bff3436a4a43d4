import { type Cell, cellsOfDirective } from "./table-cells.ts";
import type { Block, Directive, Table, TableRow } from "./tree.ts";

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

/**
 * Rows of texts as a table. GFM has one header row, and no table without it: several become one, and where there is none
 * the first row is it, for an empty one would be shown above.
 */
function rowsToMarkdown(
  header: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): string {
  const [first, ...others] = rows;
  if (header.length === 0 && others.length > 0 && first!.every((text) => text !== ""))
    return rowsToMarkdown([first!], others);
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

/** A `csv-table` or `list-table`, or the table in a `table`; undefined for one that is malformed. */
export function directiveTableToMarkdown(
  directive: Directive,
  cell: CellText,
  text: (rst: string) => string,
): string | undefined {
  const table = cellsOfDirective(directive);
  if (table === undefined) return undefined;
  const textsOf = (row: readonly Cell[]) =>
    row.map(({ children, text: rst }) => (children === undefined ? text(rst) : cell(children)));
  return rowsToMarkdown(table.header.map(textsOf), table.rows.map(textsOf));
}
