import type { ParameterRow } from "../apiref/model.ts";
import type { JsonObject } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";

const PAGING = "_links";

/**
 * The row that is meant by the links to other pages which a sample has beside a list, where it was copied from the table of
 * another list: `widgets_links` beside `bolts`.
 *
 * @param rows the rows of links to other pages that no sample shows
 */
export function meantPagingRow(
  name: string,
  value: JsonObject,
  rows: () => readonly ParameterRow[],
): { readonly meant: string; readonly meantRow: ParameterRow } | undefined {
  if (!name.endsWith(PAGING) || !Object.hasOwn(value, name.slice(0, -PAGING.length))) return undefined;
  const [meantRow, ...others] = rows();
  return meantRow === undefined || others.length > 0 ? undefined : { meant: meantRow.name, meantRow };
}

/** The rows of links to other pages of a body that no sample shows. */
export function unshownPagingRows(node: BodyNode): ParameterRow[] {
  const inside = [...node.properties.values(), node.items, node.values].flatMap((one) => one ?? []);
  const isOne = node.name.endsWith(PAGING) && node.shown.size === 0 && node.rows.length > 0;
  return [...(isOne ? [node.rows[0]!] : []), ...inside.flatMap(unshownPagingRows)];
}
