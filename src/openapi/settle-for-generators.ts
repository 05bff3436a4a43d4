import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { keepWritten } from "../data/written-number.ts";
import { typesOf } from "../resources/response-body.ts";

const PREFIX = "#/components/schemas/";

/**
 * Writes component schemas so that types that are generated from them hold what the schemas accept. Two things do not go by
 * themselves: openapi-typescript requires a property that has a default, and in TypeScript whatever is named in a map has the
 * type of the map's values. The schemas are changed in place.
 */
export function settleForGenerators(schemas: JsonObject): void {
  const visit = (schema: Json | undefined): void => {
    if (Array.isArray(schema)) for (const part of schema) visit(part);
    if (!isJsonObject(schema)) return;
    setDefaultsApart(schema);
    letMapHoldNamed(schema, schemas);
    if (isJsonObject(schema.properties))
      for (const property of Object.values(schema.properties)) visit(property);
    for (const keyword of ["items", "additionalProperties", "allOf", "anyOf", "oneOf"])
      visit(schema[keyword]);
  };
  for (const schema of Object.values(schemas)) visit(schema);
}

/** A default of what may be left out stands in a part of its own, where it says the same. */
function setDefaultsApart({ properties, required }: JsonObject): void {
  if (!isJsonObject(properties)) return;
  for (const [name, property] of Object.entries(properties)) {
    if (!isJsonObject(property) || property.default === undefined) continue;
    if (Array.isArray(required) && required.includes(name)) continue;
    const part = keepWritten(property, { default: property.default });
    delete property.default;
    property.allOf = [...(Array.isArray(property.allOf) ? property.allOf : []), part];
  }
}

/** The values of a map may be of the types of the properties beside it, too. */
function letMapHoldNamed(
  { properties, additionalProperties: values }: JsonObject,
  schemas: JsonObject,
): void {
  if (!isJsonObject(values) || !isJsonObject(properties)) return;
  const own = typesOf(values);
  if (own.length === 0) return;
  const beside = Object.values(properties)
    .filter(isJsonObject)
    .flatMap((property) => typesOf(target(property, schemas)));
  const others = [...new Set(beside)].filter(
    (type) => !own.includes(type) && !(type === "integer" && own.includes("number")),
  );
  if (others.length === 0) return;
  values.type = [...own, ...others];
  if (others.includes("array")) values.items ??= {};
}

/** What a reference refers to. */
function target(schema: JsonObject, schemas: JsonObject): JsonObject {
  const name = typeof schema.$ref === "string" ? schema.$ref.slice(PREFIX.length) : undefined;
  const found = name === undefined ? schema : schemas[name];
  return isJsonObject(found) ? found : schema;
}
