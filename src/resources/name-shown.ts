import { isJsonObject, type Json, type JsonObject, jsonTypeOf } from "../data/json-value.ts";
import { addTo } from "../text/grouped.ts";
import { propertyNames } from "./response-body.ts";

/**
 * Names what samples show in objects that other operations describe: a reader takes an object whose properties are named for
 * one that has no others. The schema is changed in place.
 *
 * @param schema a schema that accepts the values
 */
export function nameShown(schema: JsonObject, values: readonly Json[]): void {
  nameInAll([schema], values);
}

/** Names what values show in one of the schemas that hold for them: what stands beside a reference repeats nothing of it. */
function nameInAll(schemas: readonly JsonObject[], values: readonly Json[]): void {
  if (values.length === 0) return;
  const parts = schemas.flatMap((schema) => [...partsOf(schema)]);
  const objects = values.filter(isJsonObject);
  const lists = values.filter(Array.isArray);
  nameInAll(parts.map(({ items }) => items).filter(isJsonObject), lists.flat());
  if (objects.length === 0) return;
  const inside = new Map<string, JsonObject[]>();
  for (const part of parts)
    for (const name of propertyNames(part)) {
      const property = (part.properties as JsonObject)[name];
      if (isJsonObject(property)) addTo(inside, name, property);
    }
  const shown = new Map<string, Json[]>();
  for (const object of objects) for (const name of Object.keys(object)) addTo(shown, name, object[name]!);
  const open = parts.filter(({ additionalProperties }) => additionalProperties !== undefined);
  const holder = parts.find((part) => part.properties !== undefined);
  for (const [name, own] of shown) {
    const known = inside.get(name);
    if (known !== undefined) nameInAll(known, own);
    else if (open.length > 0) {
      for (const { additionalProperties } of open)
        if (isJsonObject(additionalProperties)) nameShown(additionalProperties, own);
    } else if (holder !== undefined && !UNSAFE.has(name)) {
      (holder.properties as JsonObject)[name] = asShown(own);
    }
  }
}

/** Names that make a property a keyword for some reader of the schema. */
const UNSAFE: ReadonlySet<string> = new Set(["$ref", "$id", "$schema", "__proto__"]);

/** A schema and whatever stands beside it for the same value. */
function* partsOf(schema: JsonObject): Generator<JsonObject> {
  yield schema;
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const parts = schema[keyword];
    if (Array.isArray(parts)) for (const part of parts.filter(isJsonObject)) yield* partsOf(part);
  }
}

/** A property that samples alone show, as they show it. */
function asShown(values: readonly Json[]): JsonObject {
  return { ...shapeShown(values), "x-openstack-undocumented": true };
}

function shapeShown(values: readonly Json[]): JsonObject {
  const types = [...new Set(values.map(jsonTypeOf))];
  const plain = types.includes("number") ? types.filter((type) => type !== "integer") : types;
  if (plain.length === 0 || (plain.length === 1 && plain[0] === "null")) return {};
  const schema: JsonObject = { type: plain.length === 1 ? plain[0]! : plain };
  const objects = values.filter(isJsonObject);
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))].filter(
    (name) => !UNSAFE.has(name),
  );
  const having = (name: string) =>
    objects.filter((object) => Object.hasOwn(object, name)).map((object) => object[name]!);
  if (names.length > 0)
    schema.properties = Object.fromEntries(names.map((name) => [name, asShown(having(name))]));
  else if (objects.length > 0) schema.additionalProperties = true;
  if (plain.includes("array")) schema.items = shapeShown(values.filter(Array.isArray).flat());
  return schema;
}
