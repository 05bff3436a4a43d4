/** A table in Markdown, its columns padded so that it also reads well in a terminal; numbers stand to the right. @param {readonly string[]} header @param {readonly (readonly (string | number)[])[]} rows */
export function markdownTable(header, rows) {
  const cells = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const toTheRight = header.map(
    (_, column) => column > 0 && rows.every((row) => /^([\d.,]+|–)?( .{1,4})?$/.test(String(row[column]))),
  );
  const line = (row) =>
    `| ${row.map((cell, column) => (toTheRight[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (toTheRight[column] ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join("\n");
}
