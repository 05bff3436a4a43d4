import { escapePointer, isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { originOf } from "../data/origin.ts";
import type { Span } from "../text/span.ts";

const SCHEMAS = "/components/schemas";

/**
 * JSON pointer → place, for every object of the document that has an origin. Properties that only samples know stand
 * where what holds them comes from, and a schema that was made for several places where it is referred to first.
 */
export function sourceMapOf(document: JsonObject): Map<string, Span> {
  const map = new Map<string, Span>();
  const referred = new Map<string, Span>();
  let waiting: { readonly pointer: string; readonly schema: JsonObject }[] = [];
  const walk = (value: Json | undefined, pointer: string, around: Span | undefined) => {
    if (typeof value !== "object" || value === null) return;
    const own = originOf(value);
    if (own !== undefined) map.set(pointer, own);
    const place = own ?? around;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, `${pointer}/${index}`, place);
      return;
    }
    const reference = value.$ref;
    if (typeof reference === "string" && place !== undefined && !referred.has(reference))
      referred.set(reference, place);
    for (const key of Object.keys(value)) {
      const below = value[key]!;
      const at = `${pointer}/${escapePointer(key)}`;
      if (key === "properties" && isJsonObject(below)) properties(below, at, place);
      else if (pointer === SCHEMAS && isJsonObject(below) && originOf(below) === undefined)
        waiting.push({ pointer: at, schema: below });
      // Values of examples are data.
      else if (key !== "value") walk(below, at, place);
    }
  };
  const properties = (schemas: JsonObject, pointer: string, around: Span | undefined) => {
    for (const name of Object.keys(schemas)) {
      const at = `${pointer}/${escapePointer(name)}`;
      if (around !== undefined) map.set(at, around);
      walk(schemas[name], at, around);
    }
  };
  walk(document, "", undefined);
  for (let left = Number.POSITIVE_INFINITY; waiting.length > 0 && waiting.length < left; ) {
    left = waiting.length;
    const now = waiting;
    waiting = [];
    for (const one of now) {
      const place = referred.get(`#${one.pointer}`);
      if (place === undefined) {
        waiting.push(one);
        continue;
      }
      map.set(one.pointer, place);
      walk(one.schema, one.pointer, place);
    }
  }
  return map;
}
