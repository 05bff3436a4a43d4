import { copyOf } from "../data/copy.ts";
import { isJsonObject, type Json, type JsonObject, jsonTypeOf } from "../data/json-value.ts";
import { gatherValues, uniteLists } from "../data/written-number.ts";
import { linearPattern } from "../text/linear-pattern.ts";
import { clearlyAccepts, clearlyHolds, hasFormat } from "./accepts.ts";

/** Bounds that go where samples break them; each says something of one type of values. */
const BOUNDS: Readonly<Record<string, (bound: Json, value: Json) => boolean>> = {
  minimum: (bound, value) => typeof value !== "number" || value >= Number(bound),
  maximum: (bound, value) => typeof value !== "number" || value <= Number(bound),
  minLength: (bound, value) => typeof value !== "string" || [...value].length >= Number(bound),
  maxLength: (bound, value) => typeof value !== "string" || [...value].length <= Number(bound),
  minItems: (bound, value) => !Array.isArray(value) || value.length >= Number(bound),
  maxItems: (bound, value) => !Array.isArray(value) || value.length <= Number(bound),
  // whoever wrote it: what cannot be run in linear time is not run, as where samples are checked
  pattern: (pattern, value) =>
    typeof value !== "string" || (linearPattern(String(pattern))?.test(value) ?? true),
  format: (format, value) => typeof value !== "string" || hasFormat(String(format), value),
};

/**
 * Widens a schema that says what definitions say just so far that it accepts what samples show. What was documented
 * stays first; `x-openstack-disputed` names the keywords that samples contradict, and a property that is required but
 * for them says `x-openstack-required`.
 *
 * @param schema a schema as `json-schema.ts` writes it; changed in place
 * @param values what the samples show where the schema stands
 */
export function acceptShown(schema: JsonObject, values: readonly Json[]): void {
  if (values.length === 0) return;
  const disputed: string[] = [];
  if (acceptTypes(schema, values)) disputed.push("type");
  if (acceptChoices(schema, values)) disputed.push("enum");
  for (const keyword of Object.keys(BOUNDS)) {
    const bound = schema[keyword];
    if (bound === undefined || values.every((value) => BOUNDS[keyword]!(bound, value))) continue;
    delete schema[keyword];
    disputed.push(keyword);
  }
  // A format is of texts: where none is shown, but other types, nothing keeps it.
  if (disputed.includes("type") && !values.some((value) => typeof value === "string")) delete schema.format;
  if (disputed.length > 0 && schema["x-openstack-undocumented"] !== true)
    schema["x-openstack-disputed"] = disputed;
  const objects = values.filter(isJsonObject);
  acceptLacking(schema, objects);
  acceptInside(schema, objects);
  if (isJsonObject(schema.items)) acceptShown(schema.items, itemsOf(values));
  if (Array.isArray(schema.allOf))
    for (const part of schema.allOf.filter(isJsonObject)) acceptShown(part, values);
  acceptBranches(schema, values);
}

/** Whether a type joined that was not documented. That a value may be null is no dispute. */
function acceptTypes(schema: JsonObject, values: readonly Json[]): boolean {
  if (schema.type === undefined) return false;
  const others = values.filter((value) => !clearlyHolds("type", schema, value));
  const added = [...new Set(others.map(jsonTypeOf))];
  if (added.length === 0) return false;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  const known = added.includes("number") ? types.filter((type) => type !== "integer") : types;
  const plain = added.filter((type) => type !== "null" && !(type === "integer" && added.includes("number")));
  const all = [...known, ...plain, ...(added.includes("null") ? ["null"] : [])];
  schema.type = all.length === 1 ? all[0]! : all;
  if (plain.length === 0) return false;
  bringInside(schema);
  if (plain.includes("array") && schema.items === undefined)
    schema.items = itemsShown(schema, itemsOf(others));
  if (
    plain.includes("object") &&
    schema.properties === undefined &&
    schema.additionalProperties === undefined
  )
    Object.assign(schema, objectShown(schema));
  return true;
}

/** What stood in a part of its own, for its type was another, stands beside the types that it belongs to. */
function bringInside(schema: JsonObject): void {
  if (!Array.isArray(schema.allOf)) return;
  const left = schema.allOf.filter((part) => {
    const isOfType =
      isJsonObject(part) &&
      ["properties", "additionalProperties", "items"].some((keyword) => keyword in part) &&
      Object.keys(part).every((keyword) => schema[keyword] === undefined);
    if (isOfType) Object.assign(schema, part);
    return !isOfType;
  });
  if (left.length > 0) schema.allOf = left;
  else delete schema.allOf;
}

/** One of what is documented as a list of them: it is what the rows inside describe. */
function objectShown({ items }: JsonObject): JsonObject {
  if (!isJsonObject(items) || items.properties === undefined) return { additionalProperties: true };
  return insideOf(items);
}

/** A list of what is documented as one: its items are what the rows inside describe. */
function itemsShown(schema: JsonObject, items: readonly Json[]): JsonObject {
  if (!isJsonObject(schema.properties) || !items.every(isJsonObject)) return shownBy(items);
  return { type: "object", ...insideOf(schema) };
}

/** What a schema says of the inside of objects, copied. */
function insideOf(schema: JsonObject): JsonObject {
  const inside = ["properties", "required", "additionalProperties"].filter(
    (name) => schema[name] !== undefined,
  );
  return copyOf<JsonObject>(Object.fromEntries(inside.map((name) => [name, schema[name]!])));
}

/** What items are as samples show them: their types, and no more. */
function shownBy(values: readonly Json[]): JsonObject {
  const types = [...new Set(values.map(jsonTypeOf))];
  const plain = types.includes("number") ? types.filter((type) => type !== "integer") : types;
  if (plain.length === 0) return {};
  return {
    type: plain.length === 1 ? plain[0]! : plain,
    ...(plain.includes("array") ? { items: {} } : {}),
    ...(plain.includes("object") ? { additionalProperties: true } : {}),
  };
}

/** Whether a value joined those that a definition lists. */
function acceptChoices(schema: JsonObject, values: readonly Json[]): boolean {
  if (!Array.isArray(schema.enum)) return false;
  const known = new Set(schema.enum.map((choice) => JSON.stringify(choice)));
  const added = gatherValues<Json>(
    values.flatMap((value, index) => (known.has(JSON.stringify(value)) ? [] : [[values, index] as const])),
  );
  if (added.length === 0) return false;
  // A choice among objects and lists would be one among samples.
  if (added.some((value) => typeof value === "object" && value !== null)) delete schema.enum;
  else schema.enum = uniteLists(schema.enum, added);
  return added.some((value) => value !== null);
}

/** The items of those values that are lists. */
function itemsOf(values: readonly Json[]): Json[] {
  return gatherValues(
    values.filter(Array.isArray).flatMap((list) => list.map((_, index) => [list, index] as const)),
  );
}

function acceptLacking(schema: JsonObject, objects: readonly JsonObject[]): void {
  if (!Array.isArray(schema.required)) return;
  const { properties } = schema;
  const kept = schema.required.filter((name) => {
    if (objects.every((object) => Object.hasOwn(object, String(name)))) return true;
    const property = isJsonObject(properties) ? properties[String(name)] : undefined;
    if (isJsonObject(property)) property["x-openstack-required"] = true;
    return false;
  });
  if (kept.length > 0) schema.required = kept;
  else delete schema.required;
}

function acceptInside(schema: JsonObject, objects: readonly JsonObject[]): void {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  for (const [name, property] of Object.entries(properties)) {
    if (isJsonObject(property)) {
      const having = objects.filter((object) => Object.hasOwn(object, name));
      acceptShown(property, gatherValues(having.map((object) => [object, name])));
    }
  }
  if (!isJsonObject(schema.additionalProperties)) return;
  const others = objects.flatMap((object) =>
    Object.keys(object).flatMap((name) => (Object.hasOwn(properties, name) ? [] : [[object, name] as const])),
  );
  acceptShown(schema.additionalProperties, gatherValues(others));
}

/** What no branch accepts widens the last one: that of the newest version. */
function acceptBranches(schema: JsonObject, values: readonly Json[]): void {
  if (!Array.isArray(schema.anyOf)) return;
  const branches = schema.anyOf.filter(isJsonObject);
  const refused = gatherValues<Json>(
    values.flatMap((value, index) =>
      branches.some((branch) => clearlyAccepts(branch, value)) ? [] : [[values, index] as const],
    ),
  );
  const last = branches.at(-1);
  if (last !== undefined) acceptShown(last, refused);
}
