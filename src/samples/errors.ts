import type { ErrorObject } from "ajv";
import { isJsonObject, type Json, type JsonObject, pointerSteps } from "../data/json-value.ts";
import { withoutBranches } from "./branches.ts";
import { valueAt } from "./draft.ts";
import type { Validators } from "./validators.ts";

/**
 * What a schema has against a sample. Where an object stands for a list or a list for an object, that is one mistake;
 * what is wrong inside is another, and is looked for as if the type were right.
 */
export function* errorsIn(
  schema: JsonObject,
  value: Json,
  validators: Validators,
  pointer = "",
): Generator<ErrorObject> {
  for (const error of withoutBranches(validators.errors(schema, value))) {
    yield pointer === "" ? error : { ...error, instancePath: pointer + error.instancePath };
    if (error.keyword !== "type") continue;
    const declared = schemaAt(schema, error.instancePath);
    const inside = valueAt(value, error.instancePath);
    const at = pointer + error.instancePath;
    if (declared?.type === "array" && isJsonObject(declared.items) && isJsonObject(inside))
      yield* errorsIn(declared.items, inside, validators, at);
    else if (declared?.type === "object" && Array.isArray(inside))
      for (const [index, item] of inside.entries())
        if (isJsonObject(item)) yield* errorsIn(declared, item, validators, `${at}/${index}`);
  }
}

/** The schema of the value that a pointer names; undefined where a choice of several describes it. */
function schemaAt(schema: JsonObject, pointer: string): JsonObject | undefined {
  let at: JsonObject = schema;
  for (const step of pointerSteps(pointer)) {
    const { properties, items, additionalProperties } = at;
    const named = isJsonObject(properties) && Object.hasOwn(properties, step) ? properties[step] : undefined;
    const next = named ?? (at.type === "array" ? items : undefined) ?? additionalProperties;
    if (next === undefined || !isJsonObject(next)) return undefined;
    at = next;
  }
  return at;
}
