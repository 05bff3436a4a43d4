import type { Json } from "../data/json-value.ts";

/** Whether a value is a text by which programs print that there is none: `"null"`, Python's `"None"`. */
export function isQuotedNull(value: Json): boolean {
  return typeof value === "string" && /^(?:null|NULL|None|nil)$/.test(value);
}
