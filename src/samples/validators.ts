import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { JsonObject } from "../data/json-value.ts";

/** Compiled validators of one run. */
export interface Validators {
  /** The validator of a schema; equal schemas share one. */
  of(schema: JsonObject): ValidateFunction;
}

/** Under this name ajv knows the document. */
const DOCUMENT = "openapi";

/**
 * Sets up ajv for the Schema Objects of OpenAPI 3.1 (JSON Schema 2020-12); validators are compiled when asked for.
 *
 * @param schemas `components.schemas` of the document, to which `#/components/schemas/…` refers
 */
export function validators(schemas: JsonObject = {}): Validators {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    // our own schemas hold OpenAPI's and OpenStack's keywords
    strict: false,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    code: { optimize: false },
  });
  formats.default(ajv);
  ajv.addSchema({ components: { schemas } }, DOCUMENT);
  const bySchema = new Map<JsonObject, ValidateFunction>();
  const byText = new Map<string, ValidateFunction>();
  return {
    of(schema) {
      let found = bySchema.get(schema);
      if (found === undefined) {
        const plain = withoutAnnotations(schema);
        const text = JSON.stringify(plain);
        found = byText.get(text);
        if (found === undefined) {
          found = ajv.compile(plain);
          byText.set(text, found);
        }
        bySchema.set(schema, found);
      }
      return found;
    },
  };
}

/** The schema without what says nothing about validity, so that more schemas are equal. */
function withoutAnnotations(schema: JsonObject): JsonObject {
  const plain: JsonObject = {};
  for (const keyword in schema) {
    const value = schema[keyword]!;
    switch (keyword) {
      case "description":
      case "x-openstack":
      case "x-openstack-undocumented":
      case "default":
        break;
      case "properties": {
        const properties: JsonObject = {};
        for (const name in value as JsonObject)
          properties[name] = withoutAnnotations((value as JsonObject)[name] as JsonObject);
        plain.properties = properties;
        break;
      }
      case "items":
      case "additionalProperties":
        plain[keyword] = typeof value === "boolean" ? value : withoutAnnotations(value as JsonObject);
        break;
      case "oneOf":
      case "anyOf":
      case "allOf":
        plain[keyword] = (value as JsonObject[]).map(withoutAnnotations);
        break;
      case "$ref":
        plain.$ref = DOCUMENT + String(value);
        break;
      default:
        plain[keyword] = value;
    }
  }
  return plain;
}
