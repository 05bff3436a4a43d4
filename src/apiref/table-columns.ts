import { plainText } from "../rst/markdown.ts";
import type { CellTable } from "../rst/table-cells.ts";

/** What the columns of a table of parameters say. */
export type Column =
  | "name"
  | "in"
  | "type"
  | "required"
  | "optional"
  | "description"
  | "default"
  | "min_version"
  | "max_version";

/** The words that people write above the columns, in small letters. */
const WORDS: readonly (readonly [column: Column, title: RegExp])[] = [
  [
    "name",
    /^(?:(?:request|response|query|path|ur[il]|header|body|json) )?(?:parameter|name|field|attribute|key|property|element|variable|argument|header|member)s?(?: names?)?$/,
  ],
  ["in", /^(?:(?:param(?:eter)? )?(?:style|in|location|place|position|kind)|passed in|param(?:eter)? type)$/],
  ["type", /^(?:(?:data|value|json) ?)?types?$/],
  ["optional", /^optional\??$/],
  [
    "required",
    /^(?:required|mandatory|presence|req(?:'d|\.)?|(?:required|mandatory) ?(?:\/|or) ?optional|optional ?(?:\/|or) ?(?:required|mandatory))\??$/,
  ],
  ["description", /^(?:descriptions?|meanings?|notes?|comments?|explanations?|details|purpose)$/],
  ["default", /^defaults?(?: values?)?$/],
  ["min_version", /^(?:microversions?|(?:new|added) in|since|min(?:imum|\.)? (?:micro)?version)$/],
  ["max_version", /^(?:removed in|until|max(?:imum|\.)? (?:micro)?version)$/],
];

/** The columns that the header of a table names; undefined for a table without a column of names. */
export function columnsOf({ header, rows }: CellTable): ReadonlyMap<Column, number> | undefined {
  const [titles] = header;
  if (titles === undefined || header.length > 1 || rows.length === 0) return undefined;
  const columns = new Map<Column, number>();
  for (const [index, { text }] of titles.entries()) {
    const title = plainText(text).toLowerCase().replace(/\s+/g, " ").trim();
    const column = WORDS.find(([, words]) => words.test(title))?.[0];
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  return columns.has("name") ? columns : undefined;
}
