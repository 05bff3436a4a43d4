/** Rows of comma separated values: fields in quotes may hold the delimiter, line breaks, and quotes doubled. */
export function readCsv(text: string, delimiter = ","): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  let isStart = true;
  const endField = () => {
    row.push(field.trim());
    field = "";
    isStart = true;
  };
  const endRow = () => {
    endField();
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else isQuoted = false;
    } else if (character === '"' && isStart) {
      isQuoted = true;
      isStart = false;
    } else if (character === delimiter) endField();
    else if (character === "\n") endRow();
    else if (character !== " " || !isStart) {
      // Blanks before a field do not count.
      field += character;
      isStart = false;
    }
  }
  endRow();
  return rows;
}
