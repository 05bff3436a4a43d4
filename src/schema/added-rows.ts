import type { ParameterRow } from "../apiref/model.ts";
import { type BodyNode, typeOfRows } from "./body.ts";

/**
 * A body with more rows than those that it was made of: they stand where they do in the body of all rows, and all that was
 * there stays what it was. A place that a row documents already gets no other.
 *
 * @param body undefined where nothing but the added rows describes it
 * @param whole the body that all rows and the same samples describe
 */
export function withAddedRows(
  body: BodyNode | undefined,
  whole: BodyNode,
  added: ReadonlySet<ParameterRow>,
): BodyNode {
  return body === undefined ? whole : merged(body, whole, added);
}

function merged(node: BodyNode, whole: BodyNode, added: ReadonlySet<ParameterRow>): BodyNode {
  const own = node.rows.length > 0 ? [] : whole.rows.filter((row) => added.has(row));
  const properties = new Map(node.properties);
  for (const [name, property] of whole.properties) {
    const known = node.properties.get(name);
    if (known !== undefined) properties.set(name, merged(known, property, added));
    else
      for (const one of onlyAdded(property, added))
        if (!properties.has(one.name)) properties.set(one.name, one);
  }
  const items = mergedInner(node.items, whole.items, added);
  const values = mergedInner(node.values, whole.values, added);
  const rows = own.length > 0 ? own : node.rows;
  return {
    ...node,
    ...(own.length > 0 ? { rows, type: typeOfRows(own), origin: whole.origin } : {}),
    undocumented:
      rows.length === 0 &&
      [...properties.values(), items, values].every((one) => one?.undocumented !== false),
    properties,
    ...(items === undefined ? {} : { items }),
    ...(values === undefined ? {} : { values }),
  };
}

function mergedInner(
  node: BodyNode | undefined,
  whole: BodyNode | undefined,
  added: ReadonlySet<ParameterRow>,
): BodyNode | undefined {
  if (whole === undefined) return node;
  return node === undefined ? onlyAdded(whole, added)[0] : merged(node, whole, added);
}

/**
 * What added rows document at and below a place that the body lacks. One that other rows document stands elsewhere in the
 * body, and what is inside it takes its place.
 */
function onlyAdded(place: BodyNode, added: ReadonlySet<ParameterRow>): BodyNode[] {
  const rows = place.rows.filter((row) => added.has(row));
  const properties = [...place.properties.values()].flatMap((one) => onlyAdded(one, added));
  const items = place.items === undefined ? [] : onlyAdded(place.items, added);
  const values = place.values === undefined ? [] : onlyAdded(place.values, added);
  const inside = [...properties, ...items, ...values];
  if (rows.length === 0 && inside.length === 0) return [];
  if (rows.length === 0 && place.rows.length > 0) return inside.filter(({ name }) => name !== "");
  const { items: _items, values: _values, ...rest } = place;
  return [
    {
      ...rest,
      rows,
      type: typeOfRows(rows),
      required: false,
      undocumented: false,
      properties: new Map(properties.map((one) => [one.name, one])),
      ...(items[0] === undefined ? {} : { items: items[0] }),
      ...(values[0] === undefined ? {} : { values: values[0] }),
    },
  ];
}
