import { fullFormats } from "ajv-formats/dist/formats.js";
import { isJsonObject, type Json, type JsonObject, jsonTypeOf } from "../data/json-value.ts";

/**
 * Whether a schema accepts a value beyond doubt. Most samples are right, and compiling a validator takes a hundred times
 * as long as a look at the value. False says nothing: a keyword that is not read here leaves the verdict to ajv.
 *
 * @param schema a schema as `json-schema.ts` writes it
 */
export function clearlyAccepts(schema: JsonObject, value: Json): boolean {
  if (schema["x-openstack-undocumented"] === true) return true;
  for (const keyword in schema) if (!clearlyHolds(keyword, schema, value)) return false;
  return true;
}

/** Whether one keyword of a schema accepts a value beyond doubt. */
export function clearlyHolds(keyword: string, schema: JsonObject, value: Json): boolean {
  const constraint = schema[keyword];
  const check = CHECKS[keyword];
  return check !== undefined && constraint !== undefined && check(constraint, value, schema);
}

type Check = (constraint: Json, value: Json, schema: JsonObject) => boolean;

const holds: Check = () => true;

/** By keyword of JSON Schema 2020-12; annotations hold for every value. */
const CHECKS: Readonly<Record<string, Check>> = {
  anyOf: (parts, value) =>
    Array.isArray(parts) && parts.some((part) => isJsonObject(part) && clearlyAccepts(part, value)),
  allOf: (parts, value) =>
    Array.isArray(parts) && parts.every((part) => isJsonObject(part) && clearlyAccepts(part, value)),
  title: holds,
  description: holds,
  default: holds,
  deprecated: holds,
  "x-openstack": holds,
  "x-openstack-disputed": holds,
  type: (types, value) => {
    const own = jsonTypeOf(value);
    const fits = (type: Json) => type === own || (type === "number" && own === "integer");
    return Array.isArray(types) ? types.some(fits) : fits(types);
  },
  enum: (choices, value) =>
    Array.isArray(choices) && (typeof value !== "object" || value === null) && choices.includes(value),
  format: (format, value) => typeof value !== "string" || hasFormat(String(format), value),
  required: (names, value) =>
    !isJsonObject(value) ||
    (Array.isArray(names) && names.every((name) => Object.hasOwn(value, String(name)))),
  properties: (properties, value) => {
    if (!isJsonObject(value)) return true;
    if (!isJsonObject(properties)) return false;
    return Object.keys(properties).every((name) => {
      const property = properties[name];
      return (
        !Object.hasOwn(value, name) || (isJsonObject(property) && clearlyAccepts(property, value[name]!))
      );
    });
  },
  additionalProperties: (constraint, value, { properties }) => {
    if (!isJsonObject(value) || constraint === true) return true;
    if (!isJsonObject(constraint)) return false;
    const named = isJsonObject(properties) ? properties : {};
    return Object.keys(value).every(
      (name) => Object.hasOwn(named, name) || clearlyAccepts(constraint, value[name]!),
    );
  },
  items: (items, value) =>
    !Array.isArray(value) || (isJsonObject(items) && value.every((item) => clearlyAccepts(items, item))),
};

/** Whether a text has a format, as ajv sees it; no text has a format that is not known. */
export function hasFormat(format: string, value: string): boolean {
  const known: unknown = (fullFormats as Readonly<Record<string, unknown>>)[format];
  const test = isDefinition(known) ? known.validate : known;
  if (test instanceof RegExp) return test.test(value);
  return typeof test === "function" && (test as (text: string) => boolean)(value);
}

function isDefinition(format: unknown): format is { readonly validate: unknown } {
  return typeof format === "object" && format !== null && "validate" in format;
}
