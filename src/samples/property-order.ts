import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";

/**
 * The property of an object after which a missing one would stand: by the most similar object that has it, else by
 * the alphabet where the object follows it, else by the order of the rows. Undefined for the first place.
 *
 * @param others values in which similar objects may be found, the nearest first
 */
export function predecessor(
  missing: BodyNode,
  holder: BodyNode,
  object: JsonObject,
  others: () => Iterable<Json>,
): string | undefined {
  const names = Object.keys(object);
  const model = mostSimilar(missing.name, names, others());
  if (model !== undefined) {
    const order = Object.keys(model);
    return order
      .slice(0, order.indexOf(missing.name))
      .reverse()
      .find((name) => Object.hasOwn(object, name));
  }
  if (names.length > 2 && names.every((name, index) => index === 0 || names[index - 1]! < name))
    return names.findLast((name) => name < missing.name);
  return byRows(missing, holder, names);
}

/** The object with a property that has most other properties in common with the given names. */
function mostSimilar(name: string, names: readonly string[], values: Iterable<Json>): JsonObject | undefined {
  let best: JsonObject | undefined;
  let most = 0;
  const visit = (value: Json): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isJsonObject(value)) {
      if (Object.hasOwn(value, name)) {
        const shared = names.filter((other) => Object.hasOwn(value, other)).length;
        const score = shared - 0.1 * Math.max(0, Object.keys(value).length - 1 - shared);
        if (shared > 0 && score > most) {
          best = value;
          most = score;
        }
      }
      for (const key in value) visit(value[key]!);
    }
  };
  for (const value of values) visit(value);
  return best;
}

/** The last of the rows before a row whose property is there. */
function byRows(missing: BodyNode, holder: BodyNode, names: readonly string[]): string | undefined {
  const [row] = missing.rows;
  if (row === undefined) return undefined;
  let best: { readonly name: string; readonly start: number } | undefined;
  for (const name of names) {
    const other = holder.properties.get(name)?.rows.find(({ table }) => table === row.table);
    if (other === undefined || other.span.start >= row.span.start) continue;
    if (best === undefined || other.span.start > best.start) best = { name, start: other.span.start };
  }
  return best?.name;
}
