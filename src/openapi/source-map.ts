import { escapePointer, type Json, type JsonObject } from "../data/json-value.ts";
import type { Span } from "../text/span.ts";

/** Where the objects of a document came from; by identity, so that no pointer is needed while it is built. */
export type Origins = Map<object, Span>;

/** JSON pointer → place, for every object of the document that has an origin. */
export function sourceMapOf(document: JsonObject, origins: Origins): Map<string, Span> {
  const map = new Map<string, Span>();
  const walk = (value: Json | undefined, pointer: string) => {
    if (typeof value !== "object" || value === null) return;
    const place = origins.get(value);
    if (place !== undefined) map.set(pointer, place);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, `${pointer}/${index}`);
      return;
    }
    for (const key of Object.keys(value)) walk(value[key], `${pointer}/${escapePointer(key)}`);
  };
  walk(document, "");
  return map;
}
