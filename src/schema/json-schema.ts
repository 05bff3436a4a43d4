import type { ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { knownBounds, rowVersions } from "../apiref/versions.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { uniteLists } from "../data/written-number.ts";
import type { Span } from "../text/span.ts";
import { announcesNull, announcesNullOfObject } from "./announced-null.ts";
import type { BodyNode } from "./body.ts";
import { isOpenMap, mayHoldNull } from "./map-values.ts";
import { isPatternName } from "./maps.ts";
import { isAbsentAtTimes } from "./told-absence.ts";
import { type JsonType, parseType } from "./types.ts";
import { addChoices, addConstraints, type KnownValues, typeSchema } from "./value-schema.ts";

/** What the making of a schema needs from outside. */
export interface SchemaContext {
  /** A definition's description as CommonMark. */
  readonly describe: (definition: Definition) => string;
  /** Definitions whose format samples break: they give none. */
  readonly brokenFormats?: ReadonlySet<Definition>;
  /** What is known of values that descriptions announce. */
  readonly known?: KnownValues;
}

/** Names that make a property a keyword for some reader of the schema. */
const UNSAFE_NAMES = new Set(["$ref", "$id", "$schema", "__proto__"]);

/** Writes a body as JSON Schema 2020-12, which is the Schema Object of OpenAPI 3.1 (4.8.24). */
export function toSchema(placed: BodyNode, context: SchemaContext): JsonObject {
  const node = asDocumented(placed);
  const schema = baseSchema(node, context);
  describe(schema, node, context);
  addObject(schema, node, context);
  addArray(schema, node, context);
  setContradictionsApart(schema);
  // of every documented property: the definition, or the row that lacks one
  const span = placeOf(node.rows);
  if (span !== undefined) setOrigin(schema, span);
  return schema;
}

/**
 * The schema says what the tables say: where a definition says `object` and a sample shows a list, the rows inside are
 * the object's properties, and the other way round.
 */
export function asDocumented(node: BodyNode): BodyNode {
  const types = node.type?.types ?? [];
  const { properties, items, values, ...rest } = node;
  const isObject = types.includes("object");
  const isArray = types.includes("array");
  if (items !== undefined && isObject && !isArray) {
    const inside = values ?? items.values;
    return {
      ...rest,
      properties: new Map([...items.properties, ...properties]),
      ...(inside === undefined ? {} : { values: inside }),
    };
  }
  if ((properties.size > 0 || values !== undefined) && isArray && !isObject) {
    const own = items ?? emptyNode;
    const inside = values ?? own.values;
    const item: BodyNode = {
      ...own,
      shown: own.shown.size === 0 ? new Set(["object" as const]) : own.shown,
      properties: new Map([...own.properties, ...properties]),
      ...(inside === undefined ? {} : { values: inside }),
    };
    return { ...rest, properties: new Map(), items: item };
  }
  return node;
}

const emptyNode: BodyNode = {
  name: "",
  rows: [],
  origin: undefined,
  type: undefined,
  shown: new Set(),
  scalars: undefined,
  required: false,
  undocumented: false,
  properties: new Map(),
};

/** Whether rows for several ranges of microversions describe one property. */
function hasVersions(node: BodyNode): boolean {
  if (node.rows.length < 2) return false;
  return versionsOf(node.rows) === undefined && node.rows.some((row) => versionsOf([row]) !== undefined);
}

/**
 * What properties are in each of their ranges of microversions: one branch for each range, beside what holds in all of
 * them. Properties that change at the same versions share the branches.
 */
function addVersions(schema: JsonObject, nodes: readonly BodyNode[], context: SchemaContext): void {
  const byRanges = new Map<string, JsonObject[]>();
  for (const node of nodes) {
    const ranges = JSON.stringify(node.rows.map((row) => versionsOf([row]) ?? {}));
    const branches = byRanges.get(ranges) ?? node.rows.map((): JsonObject => ({ properties: {} }));
    byRanges.set(ranges, branches);
    for (const [index, row] of node.rows.entries())
      (branches[index]!.properties as JsonObject)[node.name] = rowSchema(node, row, context);
  }
  const choices = [...byRanges.values()].map((branches): JsonObject => ({ anyOf: branches }));
  if (choices.length === 1) Object.assign(schema, choices[0]);
  else if (choices.length > 1) schema.allOf = choices;
}

/** What one of several rows says of its property by itself. */
function rowSchema(node: BodyNode, row: ParameterRow, context: SchemaContext): JsonObject {
  const text = row.definition?.type;
  const type = text === undefined ? undefined : parseType(text);
  const { items: _items, values: _values, ...plain } = node;
  return toSchema({ ...plain, properties: new Map(), rows: [row], type }, context);
}

function placeOf(rows: readonly ParameterRow[]): Span | undefined {
  const definition = rows.find((row) => row.definition !== undefined)?.definition;
  return definition?.keySpan ?? rows[0]?.span;
}

/** The values that a place may have, where its definition lists them. */
export function choicesOf(node: BodyNode): readonly Json[] | undefined {
  const { enum: choices } = baseSchema(node, { describe: () => "" });
  return Array.isArray(choices) ? choices : undefined;
}

/** Type, format and the like. */
function baseSchema(node: BodyNode, { brokenFormats, known }: SchemaContext): JsonObject {
  const schema = typeSchema(node.type ?? { types: typesShown(node) });
  if (node.disputed === true) schema["x-openstack-disputed"] = ["type"];
  const types = node.type?.types ?? [];
  const definitions = new Set(node.rows.flatMap((row) => row.definition ?? []));
  const [definition] = definitions;
  if (definition !== undefined && definitions.size === 1) {
    addConstraints(schema, types, definition);
    if (schema.enum === undefined && node.scalars !== undefined)
      addChoices(schema, types, node.scalars, definition, known);
  }
  if (node.rows.some((row) => row.definition !== undefined && brokenFormats?.has(row.definition)))
    leaveFormatOut(schema, node.rows);
  // A null in a sample of a typed property makes the type nullable, and so does a description that speaks of one.
  const announces = ({ description }: Definition) =>
    types.includes("object") ? announcesNullOfObject(description).itself : announcesNull(description);
  const mayBeNull = node.shown.has("null") || [...definitions].some(announces);
  if (node.type !== undefined && types.length > 0 && mayBeNull && !typesOf(schema).includes("null")) {
    schema.type = [...typesOf(schema), "null"];
    if (Array.isArray(schema.enum) && !schema.enum.includes(null))
      schema.enum = uniteLists(schema.enum, [null]);
  }
  return schema;
}

/** A type such as `uuid` names no format of JSON Schema, so that a value of another form is no dispute. */
function leaveFormatOut(schema: JsonObject, rows: readonly ParameterRow[]): void {
  if (schema.format !== undefined && rows.some((row) => row.definition?.fields.has("format")))
    schema["x-openstack-disputed"] = ["format"];
  delete schema.format;
  if (isJsonObject(schema.items)) delete schema.items.format;
}

/** What samples show where no row says anything. */
function typesShown(node: BodyNode): JsonType[] {
  if (node.rows.some((row) => row.definition !== undefined)) return [];
  // what a row without a definition holds may be an object or a list of them
  if (node.rows.length > 0 && node.shown.size === 0) return [];
  const types = new Set(node.shown);
  if (node.properties.size > 0 || node.values !== undefined) types.add("object");
  if (node.items !== undefined) types.add("array");
  if (types.has("number")) types.delete("integer");
  // A lone null says nothing of the values that may stand there.
  if (types.size === 1 && types.has("null")) return [];
  return [...types];
}

function describe(schema: JsonObject, node: BodyNode, context: SchemaContext): void {
  const texts = new Set<string>();
  for (const row of node.rows) {
    if (row.definition === undefined) continue;
    const text = context.describe(row.definition);
    if (text !== "")
      texts.add(isPatternName(row.name) && node.rows.length > 1 ? `\`${row.name}\`: ${text}` : text);
  }
  if (texts.size > 0) schema.description = [...texts].join("\n\n");
  if (node.undocumented && node.name !== "") schema["x-openstack-undocumented"] = true;
  const versions = versionsOf(node.rows);
  if (versions !== undefined) schema["x-openstack"] = versions;
}

/** The microversions in which a property exists; undefined where its rows name none or others. */
function versionsOf(rows: readonly ParameterRow[]): JsonObject | undefined {
  const [first, ...others] = rows.map(rowVersions);
  if (first === undefined) return undefined;
  const { minVersion, maxVersion } = knownBounds(first);
  const agreed = others.every(
    (one) => one.minVersion === first.minVersion && one.maxVersion === first.maxVersion,
  );
  if (!agreed || (minVersion === undefined && maxVersion === undefined)) return undefined;
  return {
    ...(minVersion === undefined ? {} : { "min-ver": minVersion }),
    ...(maxVersion === undefined ? {} : { "max-ver": maxVersion }),
  };
}

function addObject(schema: JsonObject, node: BodyNode, context: SchemaContext): void {
  const properties: JsonObject = {};
  const required: string[] = [];
  let open = false;
  const containers = emptyContainers(node);
  for (const [name, property] of node.properties) {
    if (UNSAFE_NAMES.has(name)) {
      open = true;
      continue;
    }
    properties[name] =
      property.undocumented && isPatchValue(name, node)
        ? { "x-openstack-undocumented": true }
        : toSchema(property, context);
    if (property.required && !isGuess(property, containers)) required.push(name);
    else if (property.required || isRequiredElse(property))
      (properties[name] as JsonObject)["x-openstack-required"] = true;
  }
  const empty = Object.keys(properties).length === 0;
  if (!empty) schema.properties = properties;
  const changing = [...node.properties.values()].filter((property) => hasVersions(property));
  addVersions(schema, changing, context);
  if (required.length > 0) schema.required = required;
  if (node.values !== undefined) schema.additionalProperties = valuesSchema(node, node.values, context);
  else if (open || (empty && mayBe(schema, "object"))) schema.additionalProperties = true;
}

/** What stands under the names of a map, which may be null where the text of the map says so of its entries. */
function valuesSchema(map: BodyNode, values: BodyNode, context: SchemaContext): JsonObject {
  if (isOpenMap(map)) return { "x-openstack-undocumented": true };
  const schema = toSchema(values, context);
  if (typesOf(schema).length > 0 && !mayBe(schema, "null") && mayHoldNull(map))
    schema.type = [...typesOf(schema), "null"];
  return schema;
}

/** Whether rows require a property at some microversions only or at times, as prose says, or say of the URL that it is there. */
function isRequiredElse({ rows }: BodyNode): boolean {
  const isElse = (row: ParameterRow) =>
    row.definition?.required === true &&
    row.inside === undefined &&
    (row.definition.in === "path" || versionsOf([row]) !== undefined || isAbsentAtTimes(row));
  return rows.length > 0 && rows.every(isElse);
}

/**
 * Whether a row in an object that no sample shows may as well belong in an object or list above it, of which nothing shows
 * the inside: it is required, but perhaps there.
 */
function isGuess({ origin, rows: [row] }: BodyNode, containers: ReadonlyMap<number, number>): boolean {
  if (origin !== "flat" || row === undefined) return false;
  return (containers.get(row.table) ?? Number.POSITIVE_INFINITY) < row.span.start;
}

/** Where the first object or list of each table stands whose inside nothing shows, in an object that no sample shows. */
function emptyContainers({ shown, properties }: BodyNode): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  if (shown.size > 0) return starts;
  for (const container of properties.values())
    if (isEmptyContainer(container))
      for (const { table, span } of container.rows)
        starts.set(table, Math.min(span.start, starts.get(table) ?? span.start));
  return starts;
}

function isEmptyContainer({ type, properties, items, values }: BodyNode): boolean {
  const isContainer = type?.types.some((one) => one === "object" || one === "array") === true;
  return isContainer && properties.size === 0 && values === undefined && (items?.properties.size ?? 0) === 0;
}

/** The value of a JSON Patch operation (RFC 6902, section 4) is whatever the place that it changes holds. */
function isPatchValue(name: string, { properties }: BodyNode): boolean {
  return name === "value" && properties.has("op") && properties.has("path");
}

function addArray(schema: JsonObject, node: BodyNode, context: SchemaContext): void {
  if (node.items === undefined) return;
  // What a sample alone shows inside a scalar is a mistake, and no part of what is documented.
  const types = node.type?.types ?? [];
  if (types.length > 0 && !types.includes("array") && node.items.undocumented) return;
  const items = toSchema(node.items, context);
  const named = node.type?.items;
  // The type text may name the items: `list of lists`.
  if (named !== undefined && node.items.rows.length === 0)
    Object.assign(items, typeSchema(named), items.items === undefined ? {} : { items: items.items });
  addItemChoices(items, node, context);
  schema.items = items;
}

/** What the definition of a list says that its items may be. */
function addItemChoices(schema: JsonObject, node: BodyNode, { known }: SchemaContext): void {
  const [definition, ...others] = new Set(node.rows.flatMap((row) => row.definition ?? []));
  const { rows, scalars } = node.items!;
  const types = typesOf(schema) as JsonType[];
  if (definition === undefined || others.length > 0 || rows.length > 0 || types.length === 0) return;
  if (
    definition.in !== "body" ||
    schema.enum !== undefined ||
    definition.fields.has("enum") ||
    scalars === undefined
  )
    return;
  addChoices(schema, types, scalars, definition, known);
}

/** Keywords about what is inside a value, by the type of value that they speak of. */
const INSIDE = {
  object: ["properties", "required", "additionalProperties"],
  array: ["items"],
} as const;

/**
 * A definition may say `string` of what has rows inside. Both are said, and the rows in a schema of their own beside
 * the type: Redocly takes a type with keywords for another one for an error.
 */
function setContradictionsApart(schema: JsonObject): void {
  if (typeof schema.type !== "string") return;
  for (const type of ["object", "array"] as const) {
    if (schema.type === type || !(INSIDE[type][0] in schema)) continue;
    const inside: JsonObject = {};
    for (const keyword of INSIDE[type])
      if (schema[keyword] !== undefined) {
        inside[keyword] = schema[keyword];
        delete schema[keyword];
      }
    schema.allOf = [...((schema.allOf as Json[] | undefined) ?? []), inside];
  }
}

function mayBe(schema: JsonObject, type: JsonType): boolean {
  return typesOf(schema).includes(type);
}

function typesOf({ type }: JsonObject): Json[] {
  return type === undefined ? [] : [type].flat();
}
