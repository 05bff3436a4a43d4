import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { keepWritten } from "../data/written-number.ts";
import type { BodyNode } from "../schema/body.ts";

/** A body's value without the properties at places that are gone; the value itself where it has none of them. */
export function prune(value: Json, node: BodyNode, isGone: (place: BodyNode) => boolean): Json {
  if (Array.isArray(value)) {
    const { items } = node;
    if (items === undefined) return value;
    const pruned = value.map((item) => prune(item, items, isGone));
    return pruned.some((item, index) => item !== value[index]) ? keepWritten(value, pruned) : value;
  }
  if (!isJsonObject(value)) return value;
  const kept: JsonObject = {};
  let changed = false;
  for (const name of Object.keys(value)) {
    const inside = value[name]!;
    const place = node.properties.get(name) ?? node.values;
    const isLeftOut = place !== undefined && isGone(place);
    const pruned = place === undefined || isLeftOut ? inside : prune(inside, place, isGone);
    changed ||= isLeftOut || pruned !== inside;
    // A name such as `__proto__` is data here.
    if (!isLeftOut)
      Object.defineProperty(kept, name, {
        value: pruned,
        enumerable: true,
        writable: true,
        configurable: true,
      });
  }
  return changed ? keepWritten(value, kept) : value;
}
