import type { ParameterRow } from "../apiref/model.ts";
import type { Json } from "../data/json-value.ts";
import { isJsonObject } from "../data/json-value.ts";
import { type BodyNode, holdsRequired, isRequired, typeOfRows } from "./body.ts";
import { noteScalar, typeShown } from "./shape.ts";
import type { JsonType } from "./types.ts";

/** What is left of a body. */
export interface Narrowing {
  /** The row that stands for one of the whole body; undefined where that is left out. */
  readonly rowOf: (row: ParameterRow) => ParameterRow | undefined;
  /** Whether a place is left out with all that is in it. */
  readonly isGone: (place: BodyNode) => boolean;
  /** What the samples that are left show, without the places that are left out. */
  readonly values: readonly Json[];
  /** What all samples of the whole body show. */
  readonly others: readonly Json[];
}

/** A value of a sample with its type. */
interface Shown {
  readonly value: Json;
  readonly type: JsonType;
}

/**
 * A body without some of its rows and samples: every place stays where it is in the whole one. What only samples know is
 * there where one that is left shows it.
 */
export function narrowed(root: BodyNode, { values, others, ...narrowing }: Narrowing): BodyNode {
  const shown = values.map((value, index): Shown => ({ value, type: typeShown([...values], index) }));
  const body = narrow(root, shown, narrowing);
  const witnesses = values.length > 0 ? values : others;
  const properties = [...body.properties].map(([name, property]): [string, BodyNode] => {
    const isShownAlways =
      witnesses.length > 0 && witnesses.every((one) => isJsonObject(one) && Object.hasOwn(one, name));
    return [name, isShownAlways && holdsRequired(property) ? { ...property, required: true } : property];
  });
  return { ...body, properties: new Map(properties) };
}

function narrow(
  node: BodyNode,
  shown: readonly Shown[],
  narrowing: Pick<Narrowing, "rowOf" | "isGone">,
): BodyNode {
  const rows = node.rows.flatMap((row) => narrowing.rowOf(row) ?? []);
  const below = (inner: BodyNode | undefined, of: readonly Shown[]) =>
    inner === undefined || narrowing.isGone(inner) ? undefined : narrow(inner, of, narrowing);
  const objects = shown.flatMap(({ value }) => (isJsonObject(value) ? [value] : []));
  const properties = new Map<string, BodyNode>();
  for (const [name, property] of node.properties) {
    const inside = objects.flatMap((value) =>
      Object.hasOwn(value, name) ? [{ value: value[name]!, type: typeShown(value, name) }] : [],
    );
    const kept = below(property, inside);
    if (kept !== undefined && !(kept.undocumented && inside.length === 0)) properties.set(name, kept);
  }
  const lists = shown.flatMap(({ value }) => (Array.isArray(value) ? [value] : []));
  const items = below(
    node.items,
    lists.flatMap((list) => list.map((value, index) => ({ value, type: typeShown(list, index) }))),
  );
  const values = below(
    node.values,
    objects.flatMap((value) =>
      Object.keys(value).flatMap((name) =>
        node.properties.has(name) ? [] : [{ value: value[name]!, type: typeShown(value, name) }],
      ),
    ),
  );
  const inside = [...properties.values(), items, values].filter((inner) => inner !== undefined);
  const { items: _items, values: _values, ...place } = node;
  return {
    ...place,
    rows,
    type: typeOfRows(rows),
    ...(shown.length === 0
      ? {}
      : { shown: new Set(shown.map(({ type }) => type)), scalars: scalarsOf(shown) }),
    required: rows.length > 0 && rows.every((row) => isRequired(row, {})),
    undocumented: rows.length === 0 && inside.every(({ undocumented }) => undocumented),
    properties,
    ...(items === undefined ? {} : { items }),
    ...(values === undefined ? {} : { values }),
  };
}

function scalarsOf(shown: readonly Shown[]): ReadonlySet<string | number> | undefined {
  const holder: { scalars: Set<string | number> | undefined } = { scalars: new Set() };
  for (const { value } of shown)
    if (typeof value === "string" || typeof value === "number") noteScalar(holder, value);
  return holder.scalars;
}
