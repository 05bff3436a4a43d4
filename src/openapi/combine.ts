import type { JsonObject } from "../data/json-value.ts";
import { isJsonObject } from "../data/json-value.ts";

/**
 * One schema for several: the schema itself where there is one, `oneOf` where each needs a top-level key that no
 * other knows, else `anyOf` (readers of OpenAPI warn of `oneOf` branches that can hold at once).
 *
 * @param uses what goes into the document, references mostly
 * @param definitions the schema behind each use; undefined for one that is open
 */
export function combine(
  uses: readonly JsonObject[],
  definitions: readonly (JsonObject | undefined)[],
): JsonObject | undefined {
  const distinct = new Map<string, { use: JsonObject; definition: JsonObject | undefined }>();
  for (const [index, use] of uses.entries())
    if (!distinct.has(JSON.stringify(use)))
      distinct.set(JSON.stringify(use), { use, definition: definitions[index] });
  const branches = [...distinct.values()];
  if (branches.length <= 1) return branches[0]?.use;
  return {
    [areApart(branches.map((branch) => branch.definition)) ? "oneOf" : "anyOf"]: branches.map(
      ({ use }) => use,
    ),
  };
}

function areApart(definitions: readonly (JsonObject | undefined)[]): boolean {
  const taken = new Set<string>();
  for (const definition of definitions) {
    if (definition === undefined) return false;
    const keys = topLevelKeys(definition);
    const beside = Array.isArray(definition.allOf) ? definition.allOf.filter(isJsonObject) : [];
    const required = [definition, ...beside].flatMap((one) =>
      Array.isArray(one.required) ? one.required : [],
    );
    if (keys.length === 0 || !keys.some((key) => required.includes(key))) return false;
    for (const key of keys) {
      if (taken.has(key)) return false;
      taken.add(key);
    }
  }
  return true;
}

/** The properties that an object schema names at its top. */
export function topLevelKeys(definition: JsonObject): string[] {
  return isJsonObject(definition.properties) ? Object.keys(definition.properties) : [];
}
