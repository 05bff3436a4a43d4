import { compareVersions } from "../apiref/versions.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { uniteLists } from "../data/written-number.ts";
import { append } from "../text/append.ts";
import { propertyNames, typesOf } from "./response-body.ts";

/** What the uniting of schemas needs to know beside them. */
export interface UniteContext {
  /** Makes the schema of a place that holds objects of a resource; undefined where some of them are of none. */
  readonly place: (schemas: readonly JsonObject[]) => JsonObject | undefined;
  /** What samples show of an object. */
  readonly shown: (schema: JsonObject) => readonly JsonObject[];
  /** Is told of each schema that is made of several, the one that documents it best first. */
  readonly made: (united: JsonObject, schemas: readonly JsonObject[]) => void;
}

/** Keywords that are united each in its own way. */
const UNITED: ReadonlySet<string> = new Set([
  "type",
  "enum",
  "properties",
  "required",
  "items",
  "additionalProperties",
  "anyOf",
  "oneOf",
  "allOf",
  "x-openstack",
  "x-openstack-required",
  "x-openstack-undocumented",
]);

/**
 * One schema that says what several say of one thing: what the best documented of them says, with the types, values and
 * properties of all.
 */
export function unite(schemas: readonly JsonObject[], context: UniteContext): JsonObject {
  const place = context.place(schemas);
  if (place !== undefined) return place;
  const [only, ...others] = schemas;
  if (others.length === 0 && isPlain(only!)) return only!;
  return uniteAll(schemas, context);
}

/** Like `unite`, for objects that are a resource themselves. */
export function uniteAll(schemas: readonly JsonObject[], context: UniteContext): JsonObject {
  const { maps, values } = asMaps(schemas);
  const ranked = maps.toSorted((a, b) => rankOf(b) - rankOf(a) || lengthOf(b) - lengthOf(a));
  const best = ranked[0]!;
  const united: JsonObject = {};
  addTypes(united, ranked);
  for (const keyword of Object.keys(best)) if (!UNITED.has(keyword)) united[keyword] = best[keyword];
  const description = usualDescription(ranked);
  if (description !== undefined) united.description = description;
  addEnum(united, ranked);
  addProperties(united, ranked, context);
  const items = ranked.map((schema) => schema.items).filter(isJsonObject);
  if (items.length > 0) united.items = unite(items, context);
  addOthers(united, ranked, values, context);
  allowInside(united);
  addBranches(united, ranked);
  addVersions(united, ranked);
  if (ranked.every(isUndocumented)) united["x-openstack-undocumented"] = true;
  context.made(united, ranked);
  return united;
}

/**
 * The description that most of the tables give, where it is that of several: one that looks up the definition of another
 * resource does not outweigh the others by its length.
 */
function usualDescription(schemas: readonly JsonObject[]): Json | undefined {
  const counts = new Map<Json, number>();
  for (const { description } of schemas)
    if (description !== undefined) counts.set(description, (counts.get(description) ?? 0) + 1);
  const [first, next] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] > (next?.[1] ?? 0) ? first[0] : undefined;
}

/** Where some are maps, what only samples name in the others is the key of a map, too, and what stands under it one of its values. */
function asMaps(schemas: readonly JsonObject[]): {
  readonly maps: readonly JsonObject[];
  readonly values: readonly JsonObject[];
} {
  const values: JsonObject[] = [];
  if (!schemas.some(isMap)) return { maps: schemas, values };
  const maps = schemas.map((schema) => {
    if (!hasUndocumentedOnly(schema)) return schema;
    const { properties, ...map } = schema;
    append(values, Object.values(properties as JsonObject) as JsonObject[]);
    return map;
  });
  return { maps, values };
}

/** Whether the properties of an object are keys of a map that another schema of the same place describes. */
export function areKeysOfMap(object: JsonObject, others: readonly JsonObject[]): boolean {
  return hasUndocumentedOnly(object) && others.some(isMap);
}

export function isMap({ additionalProperties, properties }: JsonObject): boolean {
  return isJsonObject(additionalProperties) && properties === undefined;
}

export function hasUndocumentedOnly({ properties }: JsonObject): boolean {
  if (!isJsonObject(properties)) return false;
  return Object.values(properties).every((property) => isJsonObject(property) && isUndocumented(property));
}

export function isUndocumented(schema: JsonObject): boolean {
  return schema["x-openstack-undocumented"] === true;
}

/** Nothing inside that could belong to a resource. */
function isPlain(schema: JsonObject): boolean {
  return (
    schema.properties === undefined && schema.items === undefined && schema.additionalProperties === undefined
  );
}

function rankOf(schema: JsonObject): number {
  if (isUndocumented(schema)) return 0;
  return 1 + (schema.description === undefined ? 0 : 2) + (schema.type === undefined ? 0 : 1);
}

function lengthOf(schema: JsonObject): number {
  const text = typeof schema.description === "string" ? schema.description.length : 0;
  return text + 100 * propertyNames(schema).length;
}

/** The types of all that document it, then what samples show beyond those. */
function addTypes(united: JsonObject, ranked: readonly JsonObject[]): void {
  const documented = ranked.filter((schema) => !isUndocumented(schema));
  const said = uniteTypes(documented);
  const types = uniteTypes(ranked);
  if (types.length === 1) united.type = types[0]!;
  else if (types.length > 1) united.type = types;
  const disputes = documented
    .map((schema) => typesOf(schema).filter((type) => type !== "null"))
    .filter((own) => own.length > 0);
  const plain = said.filter((type) => type !== "null");
  const isShownOnly = said.length > 0 && types.some((type) => type !== "null" && !said.includes(type));
  const isSaid = disputes.some((own) => plain.some((type) => !own.includes(type) && !own.includes("number")));
  if (isShownOnly || isSaid) united["x-openstack-disputed"] = ["type"];
}

function uniteTypes(schemas: readonly JsonObject[]): string[] {
  const types = [...new Set(schemas.flatMap(typesOf))];
  // What samples show as null alone has no type of its own.
  if (types.length > 0 && schemas.some((schema) => isUndocumented(schema) && schema.type === undefined))
    types.push("null");
  const plain = types.includes("number") ? types.filter((type) => type !== "integer") : types;
  return plain.includes("null") ? [...plain.filter((type) => type !== "null"), "null"] : plain;
}

/** The values of all that list some. */
function addEnum(united: JsonObject, ranked: readonly JsonObject[]): void {
  if (ranked[0]!.enum === undefined) return;
  const values = uniteLists(...ranked.map((schema) => (Array.isArray(schema.enum) ? schema.enum : [])));
  if (typesOf(united).includes("null") && !values.includes(null)) values.push(null);
  united.enum = values;
}

function addProperties(united: JsonObject, ranked: readonly JsonObject[], context: UniteContext): void {
  const names = [...new Set(ranked.flatMap(propertyNames))];
  if (names.length === 0) return;
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const name of names) {
    const own = ranked.map((schema) => propertyOf(schema, name)).filter(isJsonObject);
    const made = unite(own, context);
    // What a single table says stays as it is for that table.
    const property = own.includes(made) ? { ...made } : made;
    delete property["x-openstack-required"];
    properties[name] = property;
    const documenting = ranked.filter((schema) => documents(schema, name));
    if (isRequired(name, documenting, ranked, context)) required.push(name);
    else if (documenting.length > 0 && documenting.every((schema) => requires(schema, name)))
      property["x-openstack-required"] = true;
  }
  united.properties = properties;
  if (required.length > 0) united.required = required;
}

/** Whether a table tells of a property, and not samples alone. */
function documents(schema: JsonObject, name: string): boolean {
  const property = propertyOf(schema, name);
  return isJsonObject(property) && !isUndocumented(property);
}

function propertyOf({ properties }: JsonObject, name: string): Json | undefined {
  return isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** Whether a table requires a property, be it that samples lack it. */
function requires(schema: JsonObject, name: string): boolean {
  const property = propertyOf(schema, name);
  const isNamed = Array.isArray(schema.required) && schema.required.includes(name);
  return isNamed || (isJsonObject(property) && property["x-openstack-required"] === true);
}

/** All that document it require it, and every sample has it. */
function isRequired(
  name: string,
  documenting: readonly JsonObject[],
  schemas: readonly JsonObject[],
  context: UniteContext,
): boolean {
  return (
    documenting.length > 0 &&
    documenting.every(({ required }) => Array.isArray(required) && required.includes(name)) &&
    schemas.every((schema) => context.shown(schema).every((object) => Object.hasOwn(object, name)))
  );
}

/** The microversions in which any of several has it. */
export function addVersions(united: JsonObject, schemas: readonly JsonObject[]): void {
  const documented = schemas.filter((schema) => !isUndocumented(schema));
  const ranges = documented.map((schema) => (schema["x-openstack"] ?? {}) as JsonObject);
  if (ranges.length === 0) return;
  const ends = (key: string) => ranges.map((range) => range[key]).filter((end) => typeof end === "string");
  const isBound = (found: readonly string[]) => found.length === ranges.length;
  const lowest = ends("min-ver").sort(compareVersions);
  const highest = ends("max-ver").sort(compareVersions);
  const range: JsonObject = {
    ...(isBound(lowest) ? { "min-ver": lowest[0]! } : {}),
    ...(isBound(highest) ? { "max-ver": highest.at(-1)! } : {}),
  };
  if (Object.keys(range).length > 0) united["x-openstack"] = range;
}

/** What may stand under further names. An object of which one table tells no more is open in that table only. */
function addOthers(
  united: JsonObject,
  ranked: readonly JsonObject[],
  values: readonly JsonObject[],
  context: UniteContext,
): void {
  const schemas = [...ranked.map((schema) => schema.additionalProperties).filter(isJsonObject), ...values];
  const open = schemas.find((schema) =>
    Object.keys(schema).every((key) => key === "x-openstack-undocumented"),
  );
  if (open !== undefined) united.additionalProperties = open;
  else if (schemas.length > 0) united.additionalProperties = unite(schemas, context);
  else if (
    ranked.some(
      (schema) =>
        schema.additionalProperties === true &&
        (schema.properties !== undefined || united.properties === undefined),
    )
  )
    united.additionalProperties = true;
}

/** What has rows inside may be what they are inside of, whatever another definition says. */
function allowInside(united: JsonObject): void {
  const types = typesOf(united);
  if (types.length === 0) return;
  if (united.items !== undefined && !types.includes("array")) types.push("array");
  const isObject = united.properties !== undefined || united.additionalProperties !== undefined;
  if (isObject && !types.includes("object")) types.push("object");
  if (types.length === typesOf(united).length) return;
  united.type = types;
  united["x-openstack-disputed"] = ["type"];
}

/** What holds in single ranges of microversions: the branches of all that have some, the fullest of one property. */
function addBranches(united: JsonObject, ranked: readonly JsonObject[]): void {
  const parts = ranked.flatMap((schema) => [
    ...["anyOf", "oneOf"].flatMap((keyword) =>
      Array.isArray(schema[keyword]) ? [{ [keyword]: schema[keyword] }] : [],
    ),
    ...(Array.isArray(schema.allOf) ? schema.allOf.filter(isJsonObject) : []),
  ]) as JsonObject[];
  const kept: { part: JsonObject; names: string; text: string }[] = [];
  for (const part of parts) {
    const text = JSON.stringify(part);
    const names = JSON.stringify(namesIn(part));
    const known = kept.findIndex((other) => other.text === text || (names !== "[]" && other.names === names));
    if (known < 0) kept.push({ part, names, text });
    else if (text.length > kept[known]!.text.length) kept[known] = { part, names, text };
  }
  if (kept.length === 1 && !("properties" in kept[0]!.part)) Object.assign(united, kept[0]!.part);
  else if (kept.length > 0) united.allOf = kept.map(({ part }) => part);
}

/** The properties that the branches of a part speak of. */
function namesIn(part: JsonObject): string[] {
  const branches = [part, ...Object.values(part).filter(Array.isArray).flat()].filter(isJsonObject);
  return [...new Set(branches.flatMap(propertyNames))].sort();
}
