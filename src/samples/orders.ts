import { isJsonObject, type Json } from "../data/json-value.ts";
import { addTo } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";

/** The objects that samples hold at any depth, each by the order of its properties. */
export interface Orders {
  /** The orders that have a property. */
  readonly having: (name: string) => Iterable<readonly string[]>;
  /** Whether an object has a property and these, and no other. */
  readonly hasTwin: (name: string, names: readonly string[]) => boolean;
  /** Whether an object has both of two properties. */
  readonly haveBoth: (name: string, other: string) => boolean;
}

/** Reads the values when first asked: those of the same resource, and those of others near by. */
export function ordersOf(own: () => Iterable<Json>, others: () => readonly Json[]): Orders {
  let known: Index | undefined;
  let near: Index | undefined;
  const having = (name: string): readonly (readonly string[])[] => {
    known ??= indexOf(own());
    return known.get(name) ?? [];
  };
  const havingAny = (name: string): readonly (readonly string[])[] => {
    near ??= indexOfList(others());
    const orders = new Map(having(name).map((order) => [JSON.stringify(order), order]));
    for (const order of near.get(name) ?? []) orders.set(JSON.stringify(order), order);
    return [...orders.values()];
  };
  return {
    having: havingAny,
    hasTwin: (name, names) =>
      having(name).some(
        (order) =>
          order.length === names.length + 1 && order.every((one) => one === name || names.includes(one)),
      ),
    haveBoth: (name, other) => havingAny(name).some((order) => order.includes(other)),
  };
}

/** By the name of a property the orders of objects that have it. */
type Index = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The bodies of one collection have the same list near by. */
const indexOfList = remembered((values: readonly Json[]) => indexOf(values));

function indexOf(values: Iterable<Json>): Index {
  const found = new Map<string, string[][]>();
  const seen = new Set<string>();
  const visit = (value: Json): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isJsonObject(value)) {
      const order = Object.keys(value);
      for (const name of order) visit(value[name]!);
      const key = JSON.stringify(order);
      if (seen.has(key)) return;
      seen.add(key);
      for (const name of order) addTo(found, name, order);
    }
  };
  for (const value of values) visit(value);
  return found;
}
