import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { clearlyAccepts } from "./accepts.ts";

/** Compiled validators of one run, or of several. */
export interface Validators {
  /** What a schema has against a value; nothing where it accepts it. */
  errors(schema: JsonObject, value: Json): readonly ErrorObject[];
}

/** Sets up ajv for the Schema Objects of OpenAPI 3.1 (JSON Schema 2020-12); validators are compiled when asked for. */
export function validators(): Validators {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    // `{}` has no `toString` in JSON
    ownProperties: true,
    // our own schemas hold OpenAPI's and OpenStack's keywords
    strict: false,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    code: { optimize: false },
  });
  formats.default(ajv);
  const bySchema = new WeakMap<JsonObject, ValidateFunction>();
  const byText = new Map<string, ValidateFunction>();
  /** Schemas that accept the same values share a validator. */
  const validatorOf = (schema: JsonObject): ValidateFunction => {
    let found = bySchema.get(schema);
    if (found === undefined) {
      const assertions = assertionsOf(schema);
      const text = JSON.stringify(assertions);
      found = byText.get(text) ?? ajv.compile(assertions);
      byText.set(text, found);
      bySchema.set(schema, found);
    }
    return found;
  };
  return {
    errors(schema, value) {
      if (clearlyAccepts(schema, value)) return [];
      const validate = validatorOf(schema);
      return validate(value) ? [] : (validate.errors ?? []);
    },
  };
}

/**
 * What of a schema can refuse a value. Annotations refuse none; nor do the types of undocumented properties, which
 * were taken from the samples.
 */
function assertionsOf(schema: JsonObject): JsonObject {
  const plain: JsonObject = {};
  if (schema["x-openstack-undocumented"] === true) return plain;
  for (const keyword in schema) {
    const value = schema[keyword]!;
    if (ANNOTATIONS.has(keyword)) continue;
    if (keyword === "properties") {
      // A property that is free has to stay where the others are not.
      const keepsAll = isJsonObject(schema.additionalProperties);
      const properties: JsonObject = {};
      for (const name of Object.keys(value)) {
        const property = assertionsOf((value as JsonObject)[name] as JsonObject);
        if (keepsAll || !isEmpty(property)) properties[name] = property;
      }
      if (!isEmpty(properties)) plain.properties = properties;
    } else if (keyword === "items" || keyword === "additionalProperties") {
      const inside = isJsonObject(value) ? assertionsOf(value) : {};
      if (!isEmpty(inside)) plain[keyword] = inside;
    } else if (keyword === "allOf") {
      const parts = (value as JsonObject[]).map(assertionsOf).filter((part) => !isEmpty(part));
      if (parts.length > 0) plain.allOf = parts;
    } else plain[keyword] = value;
  }
  return plain;
}

/** `anyOf` tells what a property is at which microversions; a sample rarely says which one it is of. */
const ANNOTATIONS = new Set([
  "anyOf",
  "title",
  "description",
  "default",
  "deprecated",
  "x-openstack",
  "x-openstack-undocumented",
]);

function isEmpty(object: JsonObject): boolean {
  for (const _ in object) return false;
  return true;
}
