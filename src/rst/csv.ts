/** A value in CSV: its text without quotes, and from where to where it stands in the source, without quotes. */
export interface CsvField {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Rows of comma separated values: fields in quotes may hold the delimiter, line breaks, and quotes doubled. A package for
 * CSV would tell where a row stands, but not where each field does, which every finding in a table needs.
 */
export function readCsv(text: string, delimiter = ","): CsvField[][] {
  const rows: CsvField[][] = [];
  let row: CsvField[] = [];
  let field = "";
  let start = 0;
  let end = 0;
  let isQuoted = false;
  let isStart = true;
  const endField = () => {
    row.push({ text: field.trim(), start, end: Math.max(start, end) });
    field = "";
    isStart = true;
  };
  const endRow = () => {
    endField();
    if (row.length > 1 || row[0]!.text !== "") rows.push(row);
    row = [];
  };
  const add = (character: string, at: number) => {
    field += character;
    if (character.trim() !== "") end = at + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isStart) start = at;
    if (isQuoted) {
      if (character !== '"') add(character, at);
      else if (text[at + 1] === '"') {
        add('"', at + 1);
        at++;
      } else isQuoted = false;
    } else if (character === '"' && isStart) {
      isQuoted = true;
      isStart = false;
      start = at + 1;
    } else if (character === delimiter) endField();
    else if (character === "\n") endRow();
    else if (character !== " " || !isStart) {
      // Blanks before a field do not count.
      add(character, at);
      isStart = false;
    }
  }
  if (isStart) start = text.length;
  endRow();
  return rows;
}
