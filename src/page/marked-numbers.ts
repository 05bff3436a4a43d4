import type { Json, JsonObject } from "../data/json-value.ts";
import { writtenAt } from "../data/written-number.ts";

/**
 * Begins a text that stands for a number which JavaScript would write otherwise (`1.10`): an invisible separator (U+2063),
 * which nobody sees where the text is shown as a text after all.
 */
export const NUMBER_MARK = "\u2063";

/**
 * A document for the page: JSON in a browser knows a number, not how it is written (RFC 8259, section 6), so that each number
 * written otherwise than JavaScript does is a text behind a mark. What holds no such number is the same object.
 */
export function withMarkedNumbers(document: JsonObject): JsonObject {
  return marked(document) as JsonObject;
}

function marked(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  let copy: JsonObject | Json[] | undefined;
  for (const key of Object.keys(value)) {
    const inside = (value as JsonObject)[key];
    if (inside === undefined) continue;
    const text = typeof inside === "number" ? writtenAt(value, key) : undefined;
    const made = text === undefined ? marked(inside) : `${NUMBER_MARK}${text}`;
    if (made === inside) continue;
    copy ??= Array.isArray(value) ? [...value] : { ...value };
    (copy as JsonObject)[key] = made;
  }
  return copy ?? value;
}

/** A text of JSON in which marked numbers are numbers again. */
export function unmarked(json: string): string {
  return json.replace(MARKED, "$1");
}

const MARKED = new RegExp(`"${NUMBER_MARK}(-?\\d[\\d.eE+-]*)"`, "g");
