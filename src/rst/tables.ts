import type { TableFault } from "./fault.ts";
import { cut, dedent, isWide, offsetIn, trimBlank } from "./lines.ts";
import type { Block, Line, TableCell, TableRow } from "./tree.ts";

/** The rows of a table, or what is wrong with it. */
export type TableParts =
  | { readonly header: readonly TableRow[]; readonly rows: readonly TableRow[] }
  | { readonly fault: TableFault };

/** A cell while its table is read: the rows and columns of the grid that it covers, its lines. */
interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly lines: readonly Line[];
}

/**
 * The drawn text of a line, one character per column: behind a wide character stands a filler (as docutils'
 * `pad_double_width`), so that borders line up.
 */
class Drawing {
  readonly line: Line;
  readonly text: string;
  /** Column in `text` → column in the line; undefined where both are the same. */
  readonly #columns: readonly number[] | undefined;

  constructor(line: Line) {
    this.line = line;
    if (!/[\u1100-\u{10ffff}]/u.test(line.text)) {
      this.text = line.text;
      this.#columns = undefined;
      return;
    }
    const columns: number[] = [];
    let text = "";
    let at = 0;
    for (const character of line.text) {
      // A wide character beyond the basic plane takes two code units, which is its two columns already.
      const filler = isWide(character) && character.length === 1 ? FILLER : "";
      for (let unit = 0; unit < character.length; unit++) columns.push(at + unit);
      if (filler !== "") columns.push(at + 1);
      text += character + filler;
      at += character.length;
    }
    columns.push(at);
    this.text = text;
    this.#columns = columns;
  }

  /** The part of the line that is drawn from one column to before another. */
  cut(from: number, to: number): Line {
    const source = (column: number) =>
      this.#columns === undefined
        ? column
        : (this.#columns[Math.min(column, this.#columns.length - 1)] ?? column);
    const { line } = this;
    if (from >= this.text.length) return blankAt(line);
    const part = cut(line, source(from), source(to));
    return part.text === "" ? blankAt(line) : part;
  }
}

const FILLER = "\0";

function blankAt(line: Line): Line {
  return { ...line, text: "", offset: offsetIn(line, line.text.length), tabs: undefined };
}

/** Reads the lines of a grid table (docutils' `GridTableParser`); all lines have the same width. */
export function readGridTable(lines: readonly Line[], nested: (lines: Line[]) => Block[]): TableParts {
  const drawn = lines.map((line) => new Drawing(line));
  const texts = drawn.map((line) => line.text);
  const separators = texts.flatMap((text, index) => (/^\+=[=+]+=\+ *$/.test(text) ? [index] : []));
  if (separators.length > 1) return { fault: { kind: "table-separators" } };
  const separator = separators[0];
  if (separator === 0 || separator === texts.length - 1)
    return { fault: { kind: "table-separator-outermost" } };
  if (separator !== undefined) texts[separator] = texts[separator]!.replaceAll("=", "-");

  const boxes = traceBoxes(texts);
  if (boxes === undefined) return { fault: { kind: "table-incomplete" } };
  const rowStarts = boundaries(boxes.flatMap(({ top, bottom }) => [top, bottom]));
  const columnStarts = boundaries(boxes.flatMap(({ left, right }) => [left, right]));
  const cells = boxes.map(({ top, left, bottom, right }): Cell => {
    const row = rowStarts.get(top)!;
    const column = columnStarts.get(left)!;
    return {
      row,
      column,
      rows: rowStarts.get(bottom)! - row,
      columns: columnStarts.get(right)! - column,
      lines: drawn.slice(top + 1, bottom).map((line) => line.cut(left + 1, right)),
    };
  });
  const headerRows = separator === undefined ? 0 : (rowStarts.get(separator) ?? 0);
  return tableOf(cells, rowStarts.size - 1, headerRows, nested);
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * The rectangles of a drawn grid: from each upper left corner along the top, down, back and up. Undefined where they
 * do not cover the whole table. A drawing made only to be slow is given up after as many steps as any real one needs.
 */
function traceBoxes(texts: readonly string[]): Box[] | undefined {
  const bottomLine = texts.length - 1;
  const rightColumn = texts[0]!.length - 1;
  const done = new Array<number>(rightColumn).fill(0);
  let steps = 20 * texts.length * texts[0]!.length;

  const isLine = (row: number, from: number, to: number) => {
    for (let column = from; column < to; column++, steps--) {
      const character = texts[row]![column];
      if (character !== "-" && character !== "+") return false;
    }
    return true;
  };
  const isSide = (column: number, from: number, to: number) => {
    for (let row = from; row < to; row++, steps--) {
      const character = texts[row]![column];
      if (character !== "|" && character !== "+") return false;
    }
    return true;
  };
  const boxAt = (top: number, left: number): Box | undefined => {
    for (let right = left + 1; right <= rightColumn; right++) {
      const character = texts[top]![right];
      if (character === "+") {
        for (let bottom = top + 1; bottom <= bottomLine && steps > 0; bottom++, steps--) {
          const side = texts[bottom]![right];
          if (side === "+") {
            const closes =
              texts[bottom]![left] === "+" && isLine(bottom, left, right) && isSide(left, top, bottom);
            if (closes) return { top, left, bottom, right };
          } else if (side !== "|") break;
        }
      } else if (character !== "-") return undefined;
    }
    return undefined;
  };

  const boxes: Box[] = [];
  // Top to bottom and left to right: `done` says down to which line each column is already in a box.
  const corners = new Map<number, Set<number>>([[0, new Set([0])]]);
  for (let top = 0; top < bottomLine; top++) {
    const lefts = corners.get(top);
    if (lefts === undefined) continue;
    corners.delete(top);
    const queue = [...lefts].sort((a, b) => a - b);
    for (let at = 0; at < queue.length; at++) {
      const left = queue[at]!;
      if (left === rightColumn || done[left] !== top || texts[top]![left] !== "+") continue;
      const box = boxAt(top, left);
      if (steps <= 0) return undefined;
      if (box === undefined) continue;
      for (let column = left; column < box.right; column++) {
        if (done[column] !== top) return undefined;
        done[column] = box.bottom;
      }
      boxes.push(box);
      // The next corner to the right comes before those that are further right.
      if (queue[at + 1] !== box.right) queue.splice(at + 1, 0, box.right);
      const below = corners.get(box.bottom);
      if (below === undefined) corners.set(box.bottom, new Set([left]));
      else below.add(left);
    }
  }
  return done.every((line) => line === bottomLine) ? boxes : undefined;
}

function boundaries(places: readonly number[]): Map<number, number> {
  return new Map([...new Set(places)].sort((a, b) => a - b).map((place, index) => [place, index]));
}

/** Reads the lines of a simple table, borders included (docutils' `SimpleTableParser`). */
export function readSimpleTable(lines: readonly Line[], nested: (lines: Line[]) => Block[]): TableParts {
  const drawn = lines.map((line) => new Drawing(line));
  const columns = columnsOf(drawn[0]!.text);
  const borderEnd = columns.at(-1)![1];
  const rows: Cell[][] = [];
  let headerRows = 0;
  let start = 1;
  let hasText = false;
  for (let at = 1; at < drawn.length; at++) {
    const { text } = drawn[at]!;
    const isHeaderEnd = at < drawn.length - 1 && /^=[ =]*$/.test(text);
    if (isHeaderEnd && headerRows > 0) return { fault: { kind: "table-separators" } };
    if (isHeaderEnd || /^-[ -]*$/.test(text) || at === drawn.length - 1) {
      const spans = columnsOf(text);
      if (spans.at(-1)![1] !== borderEnd) return { fault: { kind: "table-span-incomplete", line: at + 1 } };
      const fault = addRow(drawn.slice(start, at), spans);
      if (fault !== undefined) return { fault };
      if (isHeaderEnd) headerRows = rows.length;
      start = at + 1;
      hasText = false;
    } else if (text === "" && !hasText) start = at + 1;
    // Text in the first column begins a row. So does text that no row precedes, which docutils passes over.
    else if (text !== "" && (!hasText || text.slice(...columns[0]!).trim() !== "")) {
      const fault = hasText ? addRow(drawn.slice(start, at), columns) : undefined;
      if (fault !== undefined) return { fault };
      start = at;
      hasText = true;
    }
  }
  return tableOf(rows.flat(), rows.length, headerRows, nested);

  function addRow(
    block: readonly Drawing[],
    spans: readonly (readonly [number, number])[],
  ): TableFault | undefined {
    if (block.every((line) => line.text === "")) return undefined;
    const cells: Cell[] = [];
    let column = 0;
    for (const [index, [from, to]] of spans.entries()) {
      const isLast = index === spans.length - 1;
      const first = column;
      if (columns[first]?.[0] !== from) return { kind: "table-span-alignment" };
      while (columns[column] !== undefined && columns[column]![1] !== to) column++;
      if (columns[column] === undefined) return { kind: "table-span-alignment" };
      column++;
      const next = isLast ? undefined : spans[index + 1]![0];
      // The last column may hang over the border; nothing else may stand in the margin between columns.
      if (next !== undefined && block.some((line) => line.text.slice(to, next).trim() !== ""))
        return { kind: "table-text-in-margin" };
      const end = isLast ? Number.POSITIVE_INFINITY : to;
      cells.push({
        row: rows.length,
        column: first,
        rows: 1,
        columns: column - first,
        lines: block.map((line) => line.cut(from, Math.min(end, line.text.length))),
      });
    }
    rows.push(cells);
    return undefined;
  }
}

/** The columns of a border: `===  ==` → `[[0, 3], [5, 7]]`. */
function columnsOf(border: string): [number, number][] {
  return Array.from(border.matchAll(/[^ ]+/g), (match) => [match.index, match.index + match[0].length]);
}

function tableOf(
  cells: readonly Cell[],
  rowCount: number,
  headerRows: number,
  nested: (lines: Line[]) => Block[],
): TableParts {
  const rows: TableCell[][] = Array.from({ length: rowCount }, () => []);
  for (const { row, rows: span, columns, lines } of cells.toSorted(
    (a, b) => a.row - b.row || a.column - b.column,
  )) {
    const content = trimBlank(dedent(lines));
    rows[row]!.push({
      children: content.length === 0 ? [] : nested(content),
      lines: content,
      columns,
      rows: span,
    });
  }
  return { header: rows.slice(0, headerRows), rows: rows.slice(headerRows) };
}

/** The extent of the simple table ahead, in lines. */
export interface SimpleTableExtent {
  readonly count: number;
  readonly fault: TableFault | undefined;
}

/** Finds the end of the simple table whose top border is the first line (docutils' `isolate_simple_table`). */
export function simpleTableExtent(textAt: (ahead: number) => string | undefined): SimpleTableExtent {
  const width = textAt(0)!.length;
  let found = 0;
  let foundAt = 0;
  let firstBlank: number | undefined;
  for (let at = 1; ; at++) {
    const text = textAt(at);
    if (text === undefined) break;
    if (text === "") firstBlank ??= at;
    if (!/^=+[ =]*$/.test(text)) continue;
    const isFollowed = (textAt(at + 1) ?? "") !== "";
    if (text.length !== width)
      return {
        count: at + 1,
        fault: { kind: "table-borders-differ" },
      };
    found++;
    foundAt = at;
    if (found === 2 || !isFollowed) return { count: at + 1, fault: undefined };
  }
  // Without a bottom border only the lines up to the next blank one are taken for a table.
  if (found > 0)
    return {
      count: foundAt + 1,
      fault: { kind: "table-unended" },
    };
  let count = firstBlank ?? 1;
  while (firstBlank === undefined && textAt(count) !== undefined) count++;
  return { count, fault: { kind: "table-bottom-missing" } };
}

/** The extent of the grid table at the start of a block of lines that ends with a blank line. */
export function gridTableExtent(block: readonly Line[]): { count: number; fault: TableFault | undefined } {
  const drawn = block.map((line) => new Drawing(line).text.trimEnd());
  const isBorder = (text: string) => /^\+-[-+]+-\+ *$/.test(text);
  let count = drawn.findIndex((text) => !/^[+|]/.test(text));
  if (count < 0) count = block.length;
  if (!isBorder(drawn[count - 1]!)) {
    let bottom = count - 2;
    while (bottom > 1 && !isBorder(drawn[bottom]!)) bottom--;
    if (bottom <= 1) return { count, fault: { kind: "table-uneven" } };
    count = bottom + 1;
  }
  const width = drawn[0]!.length;
  const isEven = drawn.slice(0, count).every((text) => text.length === width && /[+|]$/.test(text));
  return { count, fault: isEven ? undefined : { kind: "table-uneven" } };
}
