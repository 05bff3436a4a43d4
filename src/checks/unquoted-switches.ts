import type { Definition, Field } from "../apiref/parameters-file.ts";
import { parseType } from "../schema/types.ts";
import { type Span, span } from "../text/span.ts";
import { ownFields } from "./own-fields.ts";

/**
 * The words `on`, `off`, `yes` and `no` without quotes among the values of a definition that is no boolean, so that
 * words are meant where YAML 1.1 reads true and false; those of one field together.
 */
export function unquotedSwitches(definition: Definition): Span[][] {
  if (definition.type !== undefined && parseType(definition.type)?.types.includes("boolean")) return [];
  const fields = ownFields(definition);
  return [...SINGLE, "enum"]
    .map((name) => switchesIn(name, fields.get(name)))
    .filter((found) => found.length > 0);
}

function switchesIn(name: string, field: Field | undefined): Span[] {
  if (field === undefined) return [];
  const { file, start, end } = field.valueSpan;
  const text = file.text.slice(start, end);
  if (typeof field.value === "boolean") return WORD.test(text) ? [field.valueSpan] : [];
  if (
    name !== "enum" ||
    !Array.isArray(field.value) ||
    (!field.value.includes(true) && !field.value.includes(false))
  )
    return [];
  return [...text.matchAll(ITEM)].map(({ 0: word, index }) =>
    span(file, start + index, start + index + word.length),
  );
}

/** Fields that hold one value. */
const SINGLE = ["default", "description"];
const WORD = /^(?:on|off|yes|no)$/i;
/** An item of `[on, off]`, or of a list with dashes. */
const ITEM = /(?<=(?:^|\n) *- +|[[,]\s*)(?:on|off|yes|no)(?=\s*(?:[\],\n#]|$))/gi;
