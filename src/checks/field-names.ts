import { nearest } from "../text/similar.ts";

/** Fields of a definition: those that os-api-ref reads, and those that JSON Schema has a place for. */
export const FIELD_NAMES: readonly string[] = [
  ...["in", "type", "required", "description", "min_version", "max_version"],
  ...["default", "format", "enum", "items", "properties", "minimum", "maximum", "pattern"],
];

/** Whether a definition can have a field of this name. */
export function isFieldName(name: string): boolean {
  return FIELD_NAMES.includes(name);
}

/** The field that was meant by a name that is none, where there can be no doubt: `required` for `requried`. */
export function misspeltField(name: string): string | undefined {
  if (isFieldName(name)) return undefined;
  // One letter is a slip; a second one only in a long word. In `in` any other letter makes another word.
  const slips = name.length < 8 ? 1 : 2;
  const candidates = FIELD_NAMES.filter((known) => known.length > 3 || known === name.toLowerCase());
  return nearest(name, candidates, slips);
}
