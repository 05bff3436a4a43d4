/**
 * A piece of a page: a URL, a row of a table, or a line of the document tree.
 *
 * @typedef {{ kind: "url", text: string, url: string } | { kind: "row", text: string, cells: string[] } | { kind: "line", text: string }} Part
 */

/**
 * Takes the lines of a document tree apart, without quotations that hold nothing but lists.
 *
 * @param {readonly string[]} lines as Sphinx prints them (`pseudoxml`)
 * @returns {{ parts: Part[], quotations: number }}
 */
export function shownParts(lines) {
  const { lines: plain, quotations } = withoutQuotations(lines.filter((line) => line.trim() !== ""));
  const parts = [];
  for (let index = 0; index < plain.length; ) {
    const line = plain[index];
    const url = /^ *<rest_method .*? url="(.*)">?$/.exec(line)?.[1];
    if (url !== undefined)
      parts.push({ kind: "url", text: line.replace(` url="${url}"`, ""), url: url.trim() });
    if (/^ *<row\b/.test(line)) {
      const end = endOf(plain, index);
      const cells = cellsOf(plain.slice(index + 1, end));
      parts.push({ kind: "row", text: cells.join(" | "), cells });
      index = end;
    } else {
      if (url === undefined) parts.push({ kind: "line", text: line });
      index++;
    }
  }
  return { parts, quotations };
}

/** The texts of the entries of a row. */
function cellsOf(lines) {
  const cells = [];
  for (const line of lines) {
    const code = /<http_code code="([^"]*)"/.exec(line)?.[1];
    if (/^ *<entry\b/.test(line)) cells.push("");
    else if (code !== undefined) cells[cells.length - 1] += code;
    else if (!/^ *<paragraph>/.test(line))
      cells[cells.length - 1] += `${cells.at(-1) === "" ? "" : " "}${line.trim()}`;
  }
  return cells;
}

/** Quotations of lists, with their content moved to their place. */
function withoutQuotations(lines) {
  const result = [];
  const open = [];
  let quotations = 0;
  for (const [index, line] of lines.entries()) {
    const isBlank = line.trim() === "";
    while (!isBlank && open.length > 0 && indentOf(line) <= open.at(-1)) open.pop();
    if (/^ *<block_quote>/.test(line) && isOfLists(lines, index)) {
      quotations++;
      open.push(indentOf(line));
    } else result.push(line.slice(open.length * 4));
  }
  return { lines: result, quotations };
}

function isOfLists(lines, index) {
  const depth = indentOf(lines[index]) + 4;
  return lines
    .slice(index + 1, endOf(lines, index))
    .filter((line) => line.trim() !== "" && indentOf(line) === depth)
    .every((line) => /^ *<(?:bullet|enumerated)_list\b/.test(line));
}

function endOf(lines, index) {
  const indent = indentOf(lines[index]);
  let end = index + 1;
  while (end < lines.length && (lines[end].trim() === "" || indentOf(lines[end]) > indent)) end++;
  return end;
}

function indentOf(line) {
  return line.length - line.trimStart().length;
}
