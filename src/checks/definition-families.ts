import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { stemOf } from "./key-stems.ts";

/** Whether the file has others of the body that are called after a definition, as of what it is: `name-lamp` beside `name`. */
export function isOfFamily({ definitions }: ParametersFile, { key }: Definition): boolean {
  const members = [...definitions.values()].filter(
    (one) => one.in === "body" && isCalledAfter(one.key, key) && saysOfWhat(one),
  );
  return members.length > 1;
}

function isCalledAfter(key: string, name: string): boolean {
  return key.startsWith(`${name}-`) || key.startsWith(`${name}_`);
}

/** Whether a key ends in what the definition is of, and not in how it is meant. */
function saysOfWhat(definition: Definition): boolean {
  return stemOf(definition) === definition.key && !/[_-]id$/.test(definition.key);
}
