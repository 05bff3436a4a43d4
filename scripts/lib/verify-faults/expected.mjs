import { spanPositions } from "../../../src/text/span.ts";
import { placeOfTable } from "../../../src/verify/place-of-table.ts";

/** The lines of a field of the definition of a site; of its key where the field is not there. */
export function atField(site, ...names) {
  const { definition, span } = site.node.rows[0];
  const lines = new Set([lineOf(span)]);
  for (const name of names) {
    const field = definition.fields.get(name);
    if (field !== undefined) lines.add(lineOf(field.valueSpan)).add(lineOf(field.nameSpan));
  }
  if (lines.size === 1) lines.add(lineOf(definition.keySpan));
  return lines;
}

/** The lines of the rows of a table: a new row belongs beside one of them. */
export function inTable(operation, side, table) {
  const rows = operation.rows.filter(
    (row) => row.side === side && (table === undefined || row.table === table),
  );
  if (rows.length === 0) return new Set([lineOf(placeOfTable(operation, side))]);
  return new Set(rows.map(({ span }) => lineOf(span)));
}

/** `FILE:LINE`. */
export function lineOf(span) {
  return `${span.file.path}:${spanPositions(span).start.line}`;
}
