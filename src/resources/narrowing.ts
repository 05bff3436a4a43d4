import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { typesOf } from "./response-body.ts";
import { isUndocumented } from "./unite.ts";

/**
 * What a table says of the properties of a resource beyond its component, which has one text for all operations: its own
 * words where they are others, the microversions in which they are in this response, what it requires where other tables do
 * not, and what it requires inside of objects. Empty where the component says it all.
 *
 * @param own the object as the table documents it
 * @param core the component, whole
 */
export function narrowing(own: JsonObject, core: JsonObject): JsonObject {
  const { properties } = own;
  const known = core.properties;
  if (!isJsonObject(properties) || !isJsonObject(known)) return {};
  const narrowed: JsonObject = {};
  for (const name of Object.keys(known)) {
    const [property, common] = [properties[name], known[name]];
    if (!isJsonObject(property) || !isJsonObject(common) || isUndocumented(property)) continue;
    const inside = insideOf(property, common);
    const versions = property["x-openstack"];
    const isCommon = JSON.stringify(versions) === JSON.stringify(common["x-openstack"]);
    const isRequired =
      common["x-openstack-required"] === true ||
      (Array.isArray(core.required) && core.required.includes(name));
    const { description } = property;
    const isOtherText = description !== undefined && (!isCommon || description !== common.description);
    const told: JsonObject = {
      ...(isOtherText ? { description } : {}),
      ...inside,
      ...(property["x-openstack-required"] === true && !isRequired ? { "x-openstack-required": true } : {}),
      ...(isCommon || versions === undefined ? {} : { "x-openstack": versions }),
    };
    // Generators of types see what is required where its property stands.
    const isNamed = Array.isArray(own.required) && own.required.includes(name) && !isRequired;
    const isHolder = typesOf(common).some((type) => type === "object" || type === "array");
    if (isNamed && !isHolder && common.type !== undefined) told.type = common.type;
    if (isNamed || Object.keys(told).length > 0) narrowed[name] = told;
  }
  return Object.keys(narrowed).length > 0 ? { properties: narrowed } : {};
}

function insideOf(own: JsonObject, common: JsonObject): JsonObject {
  const core = resolved(common);
  const items = isJsonObject(own.items) && isJsonObject(core.items) ? insideOf(own.items, core.items) : {};
  const required = requiredBeyond(own, core);
  const narrowed = narrowing(own, core);
  return {
    ...(required.length === 0 ? {} : { required }),
    ...narrowed,
    // Linters that close what is not said to be open do not see the component beside it.
    ...(Object.keys(narrowed).length === 0 ? {} : { unevaluatedProperties: true }),
    ...(Object.keys(items).length === 0 ? {} : { items }),
  };
}

/** The properties of an object that its own table requires, and the united one does not. */
function requiredBeyond({ required, properties }: JsonObject, core: JsonObject): Json[] {
  if (!Array.isArray(required) || !isJsonObject(properties) || !isJsonObject(core.properties)) return [];
  const known = Array.isArray(core.required) ? core.required : [];
  return required.filter((name) => !known.includes(name));
}

/** The component behind a place. */
function resolved(schema: JsonObject): JsonObject {
  const parts =
    Array.isArray(schema.anyOf) && isJsonObject(schema.anyOf[0]) ? schema.anyOf[0].allOf : schema.allOf;
  return Array.isArray(parts) && isJsonObject(parts[0]) && parts[0].properties !== undefined
    ? parts[0]
    : schema;
}
