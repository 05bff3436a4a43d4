/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object; a key whose value is undefined is absent. */
export interface JsonObject {
  [key: string]: Json | undefined;
}

/** Whether a value is a JSON object (no array, not null). */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The JSON type of a value; a number without a fraction is an integer. */
export function jsonTypeOf(
  value: Json,
): "null" | "boolean" | "object" | "array" | "number" | "integer" | "string" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value as "boolean" | "object" | "string";
}

/** One step of a JSON pointer, escaped (RFC 6901, section 3). */
export function escapePointer(step: string): string {
  return step.includes("~") || step.includes("/") ? step.replaceAll("~", "~0").replaceAll("/", "~1") : step;
}

/** The steps of a JSON pointer, unescaped (RFC 6901, section 4). */
export function pointerSteps(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => (step.includes("~") ? step.replaceAll("~1", "/").replaceAll("~0", "~") : step));
}
