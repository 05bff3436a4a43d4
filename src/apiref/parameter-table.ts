import { plainText } from "../rst/markdown.ts";
import { type Cell, tableCells } from "../rst/table-cells.ts";
import type { Block } from "../rst/tree.ts";
import { type Span, span } from "../text/span.ts";
import type { ParameterRow } from "./model.ts";
import type { Definition, Field } from "./parameters-file.ts";
import { meantPlace } from "./places.ts";
import type { TablePlace } from "./rest-parameters.ts";
import { type Column, columnsOf } from "./table-columns.ts";

/** What a table of parameters holds. */
export interface ParameterTableReading {
  readonly rows: readonly ParameterRow[];
  /** The table has rows that name no parameter, so that it also stays in the description. */
  readonly saysMore: boolean;
}

/** What is known of the operation that a table of parameters stands in. */
export interface TableContext {
  /** Whether the titles above name a side. */
  readonly isTitled: boolean;
  /** In capitals. */
  readonly method: string;
  /** The names of the variables in the URL. */
  readonly variables: ReadonlySet<string>;
}

/**
 * Reads a table that documents parameters without a parameters.yaml: its header has a column for the names and one for
 * the places, or one for the types where a title above names a side. Each row has a definition of its own, whose places
 * are those of the cells. Undefined for any other block.
 */
export function readParameterTable(
  block: Block,
  place: TablePlace,
  context: TableContext,
): ParameterTableReading | undefined {
  const table = tableCells(block);
  const columns = table === undefined ? undefined : columnsOf(table);
  if (table === undefined || columns === undefined) return undefined;
  if (!columns.has("in") && !(context.isTitled && columns.has("type"))) return undefined;
  const read = table.rows.map((cells) => readRow(cells, columns));
  const rows = read.filter((row) => row !== undefined);
  if (rows.length === 0) return undefined;
  // As tables made from WADL have it: where optional ones are marked, the others of a request are required.
  const others =
    !columns.has("required") && !columns.has("optional") && rows.some((row) => row.required === false);
  return {
    rows: rows.flatMap((row) => parameterRows(row, place, { ...context, others })),
    saysMore: rows.length < read.length,
  };
}

/** Whether a row has a definition of its own, and no lookup key. */
export function isDefinedInTable({ file, definition }: ParameterRow): boolean {
  return file === undefined && definition !== undefined;
}

/** A row of a table as far as it says something. */
interface ReadRow {
  readonly names: readonly Name[];
  readonly fields: ReadonlyMap<string, Field>;
  /** Undefined where the row does not say. */
  readonly required: boolean | undefined;
  readonly span: Span;
}

interface Name {
  readonly text: string;
  readonly span: Span;
}

function readRow(cells: readonly Cell[], columns: ReadonlyMap<Column, number>): ReadRow | undefined {
  const cellOf = (column: Column): Cell | undefined => cells[columns.get(column) ?? -1];
  const name = cellOf("name");
  const names = name === undefined ? [] : namesIn(name);
  if (name === undefined || names.length === 0) return undefined;
  const fields = new Map<string, Field>();
  for (const [column, read] of FIELDS) {
    const cell = cellOf(column);
    const text = cell === undefined ? undefined : read(cell.text);
    if (cell !== undefined && text)
      fields.set(column, { name: column, value: text, text, nameSpan: name.span, valueSpan: cell.span });
  }
  const optional = answerIn(cellOf("optional")?.text);
  const marked = [name, cellOf("type"), cellOf("description")].map((cell) => markIn(cell?.text ?? ""));
  return {
    names,
    fields,
    required:
      answerIn(cellOf("required")?.text) ??
      (optional === undefined ? marked.find((mark) => mark !== undefined) : !optional),
    span: spanOf(cells),
  };
}

/** What the cell of a column says in a field of a definition. */
const FIELDS: ReadonlyMap<Column, (rst: string) => string | undefined> = new Map([
  ["in", (rst: string) => meantPlace(plainText(rst).trim())],
  ["type", typeIn],
  ["description", (rst: string) => rst],
  ["default", (rst: string) => plainText(rst).trim()],
  ["min_version", versionIn],
  ["max_version", versionIn],
]);

/** `xsd:string (Optional)` → `string`; the prefixes are those of WADL. */
function typeIn(rst: string): string {
  return plainText(rst)
    .replace(MARK, "")
    .replace(/\b(?:xsd?|csapi|json):(?=\w)/gi, "")
    .trim();
}

function versionIn(rst: string): string | undefined {
  return /\d+\.\d+/.exec(rst)?.[0];
}

/** `(Optional)`, `, required`, at the start of a description `Optional.` */
const MARK =
  /\s*(?:\(\s*(optional|required|mandatory)\s*\)|,\s*(optional|required|mandatory)\s*$|^(optional|required|mandatory)\b(?=[.:,]|$))/i;

function markIn(rst: string): boolean | undefined {
  const word = MARK.exec(plainText(rst).trim())
    ?.slice(1)
    .find((one) => one !== undefined);
  return word === undefined ? undefined : word.toLowerCase() !== "optional";
}

/** What a cell below `Required` answers; undefined where it is empty or says something else. */
function answerIn(rst: string | undefined): boolean | undefined {
  const word =
    /^(?:(yes|y|true|required|mandatory|always|x|✓|1|m|r)|(?:no|n|false|optional|sometimes|conditional|0|o|-|✗)\b|-)/i.exec(
      plainText(rst ?? "").trim(),
    );
  return word === null ? undefined : word[1] !== undefined;
}

/** The names in a cell: one, or several with commas between; none where it is a text. */
function namesIn({ text, span: place }: Cell): Name[] {
  const plain = plainText(text).replace(MARK, "").trim();
  const names = plain.split(/\s*,\s*/);
  if (!names.every((name) => /^[^\s()]+$/.test(name))) return [];
  let from = place.start;
  return names.map((name) => {
    const found = place.file.text.indexOf(name, from);
    const start = found < 0 || found + name.length > place.end ? place.start : found;
    from = start + name.length;
    return { text: name, span: span(place.file, start, found < 0 ? place.end : start + name.length) };
  });
}

/** From the first cell to the last. */
function spanOf(cells: readonly Cell[]): Span {
  const first = cells[0]!.span;
  const last = cells.at(-1)!.span;
  return last.file === first.file ? { ...first, end: Math.max(first.end, last.end) } : first;
}

function parameterRows(
  { names, fields, required, span: rowSpan }: ReadRow,
  place: TablePlace,
  { others, method, variables }: TableContext & { readonly others: boolean },
): ParameterRow[] {
  return names.map((name) => {
    const inUrl = variables.has(name.text);
    const written = fields.get("in")?.text;
    const where = written ?? (inUrl ? "path" : "body");
    const isPath = where === "path" && inUrl;
    const minVersion = fields.get("min_version")?.text;
    const maxVersion = fields.get("max_version")?.text;
    const definition: Definition = {
      key: name.text,
      keySpan: name.span,
      span: rowSpan,
      fields,
      in: where,
      type: fields.get("type")?.text,
      required:
        required ??
        (isPath || (others && place.side === "request" && !(where === "body" && method === "PATCH"))),
      description: fields.get("description")?.text ?? "",
      ...(minVersion === undefined ? {} : { minVersion }),
      ...(maxVersion === undefined ? {} : { maxVersion }),
    };
    return {
      name: name.text,
      nameSpan: name.span,
      key: name.text,
      keySpan: name.span,
      span: rowSpan,
      definition,
      file: undefined,
      ...place,
      // A variable of the URL is the request's, whatever the title above says.
      ...(isPath ? { side: "request" as const } : {}),
    };
  });
}
