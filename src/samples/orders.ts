import { isJsonObject, type Json } from "../data/json-value.ts";

/** The objects that samples hold at any depth, each by the order of its properties. */
export interface Orders {
  /** The orders that have a property. */
  readonly having: (name: string) => Iterable<readonly string[]>;
  /** Whether an object has a property and these, and no other. */
  readonly hasTwin: (name: string, names: readonly string[]) => boolean;
  /** Whether an object has both of two properties. */
  readonly haveBoth: (name: string, other: string) => boolean;
}

/** Reads the values when first asked. */
export function ordersOf(values: () => Iterable<Json>): Orders {
  let known: ReadonlyMap<string, readonly (readonly string[])[]> | undefined;
  const having = (name: string): readonly (readonly string[])[] => {
    known ??= byName(values());
    return known.get(name) ?? [];
  };
  return {
    having,
    hasTwin: (name, names) =>
      having(name).some(
        (order) =>
          order.length === names.length + 1 && order.every((one) => one === name || names.includes(one)),
      ),
    haveBoth: (name, other) => having(name).some((order) => order.includes(other)),
  };
}

function byName(values: Iterable<Json>): Map<string, string[][]> {
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
      for (const name of order) {
        const orders = found.get(name);
        if (orders === undefined) found.set(name, [order]);
        else orders.push(order);
      }
    }
  };
  for (const value of values) visit(value);
  return found;
}
