import type { ParametersFile } from "../apiref/parameters-file.ts";
import type { JsonType } from "../schema/types.ts";
import type { NewDefinition } from "./choose-keys.ts";
import { styleOf } from "./file-style.ts";
import { yamlText } from "./yaml-text.ts";

/** What stands where a person is to write; `definition-undescribed` asks for it. */
const TO_WRITE = "TODO: describe this property.";
const NULL_ONLY = "TODO: describe this property, and correct its type, of which nothing is known.";

/** The word for types, in the vocabulary of a file; null stands for no type of its own. */
export function typeText(types: Iterable<JsonType>, parameters: ParametersFile): string {
  const known = new Set(types);
  known.delete("null");
  if (known.has("number")) known.delete("integer");
  if (known.size === 0) known.add("string");
  const { wordOf } = styleOf(parameters);
  return [...known].map((type) => wordOf.get(type) ?? type).join(" or ");
}

/** A new definition, whose description a person has to write, in the style of its file; ends with a line break. */
export function definitionText({ key, evidence, isRequired, parameters }: NewDefinition): string {
  const { indent, order } = styleOf(parameters);
  const isUnknown = [...evidence.types].every((type) => type === "null");
  const lines = order.flatMap((field) => {
    if (field === "description")
      return [`${indent}description: |`, `${indent}${indent}${isUnknown ? NULL_ONLY : TO_WRITE}`];
    if (field === "in") return [`${indent}in: body`];
    if (field === "required") return [`${indent}required: ${isRequired}`];
    return [`${indent}type: ${typeText(evidence.types, parameters)}`];
  });
  return [`${yamlText(key)}:`, ...lines].map((line) => line + parameters.file.lineBreak).join("");
}
