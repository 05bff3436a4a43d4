import type { Json } from "./json-value.ts";

/** Deeper values are of no interest, and would end with a stack. */
const DEEPEST = 100;

/**
 * A JSON value as a text that only equal values have: without spaces, with the names of objects in order.
 *
 * @param budget how many values it may have at most; undefined is given for larger or deeper ones
 */
export function canonicalText(value: Json, budget: number): string | undefined {
  let left = budget;
  const parts: string[] = [];
  const write = (one: Json, depth: number): boolean => {
    if (--left < 0 || depth > DEEPEST) return false;
    if (typeof one !== "object" || one === null) {
      parts.push(JSON.stringify(one));
      return true;
    }
    if (Array.isArray(one)) {
      parts.push("[");
      for (const item of one) {
        if (!write(item, depth + 1)) return false;
        parts.push(",");
      }
      parts.push("]");
      return true;
    }
    parts.push("{");
    for (const name of Object.keys(one).sort()) {
      parts.push(JSON.stringify(name), ":");
      if (!write(one[name]!, depth + 1)) return false;
      parts.push(",");
    }
    parts.push("}");
    return true;
  };
  return write(value, 0) ? parts.join("") : undefined;
}
