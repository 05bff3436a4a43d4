import type { ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Json, JsonObject } from "../data/json-value.ts";
import type { Span } from "../text/span.ts";
import type { BodyNode } from "./body.ts";
import { choicesIn } from "./choices.ts";
import { isPatternName } from "./maps.ts";
import { type JsonType, parseType } from "./types.ts";
import { addConstraints, coerce, typeSchema } from "./value-schema.ts";

/** What the making of a schema needs from outside, and where it notes the sources. */
export interface SchemaContext {
  /** A definition's description as CommonMark. */
  readonly describe: (definition: Definition) => string;
  /** Gets an entry for the schema of every documented property: the definition, or the row that lacks one. */
  readonly origins: Map<object, Span>;
  /** All rows hold at one microversion: ranges are not noted. */
  readonly settled?: boolean;
}

/** Names that make a property a keyword for some reader of the schema. */
const UNSAFE_NAMES = new Set(["$ref", "$id", "$schema", "__proto__"]);

/** Writes a body as JSON Schema 2020-12, which is the Schema Object of OpenAPI 3.1 (4.8.24). */
export function toSchema(node: BodyNode, context: SchemaContext): JsonObject {
  if (hasVersions(node, context)) return versionsSchema(node, context);
  const schema = baseSchema(node);
  describe(schema, node, context);
  addObject(schema, node, context);
  addArray(schema, node, context);
  const span = originOf(node.rows);
  if (span !== undefined) context.origins.set(schema, span);
  return schema;
}

/** Whether rows for several ranges of microversions describe one plain value. */
function hasVersions(node: BodyNode, context: SchemaContext): boolean {
  if (node.rows.length < 2 || context.settled === true) return false;
  if (node.properties.size > 0 || node.items !== undefined || node.values !== undefined) return false;
  return versionsOf(node.rows) === undefined && node.rows.some((row) => versionsOf([row]) !== undefined);
}

/** One branch for each row: the property as it is in its range. */
function versionsSchema(node: BodyNode, context: SchemaContext): JsonObject {
  const branches = node.rows.map((row) => {
    const text = row.definition?.type;
    const type = text === undefined ? undefined : parseType(text);
    return toSchema({ ...node, rows: [row], type }, context);
  });
  const schema: JsonObject = { anyOf: branches };
  const span = originOf(node.rows);
  if (span !== undefined) context.origins.set(schema, span);
  return schema;
}

function originOf(rows: readonly ParameterRow[]): Span | undefined {
  const definition = rows.find((row) => row.definition !== undefined)?.definition;
  return definition?.keySpan ?? rows[0]?.span;
}

/** Type, format and the like. */
function baseSchema(node: BodyNode): JsonObject {
  const schema = typeSchema(node.type ?? { types: typesShown(node) });
  const types = node.type?.types ?? [];
  const definitions = new Set(node.rows.flatMap((row) => row.definition ?? []));
  const [definition] = definitions;
  if (definition !== undefined && definitions.size === 1) {
    addConstraints(schema, types, definition);
    if (schema.enum === undefined) addChoices(schema, types, node, definition);
  }
  // A null in a sample of a typed property makes the type nullable.
  if (node.type !== undefined && types.length > 0 && node.shown.has("null") && !types.includes("null")) {
    schema.type = [...types, "null"];
    if (Array.isArray(schema.enum)) schema.enum = [...schema.enum, null];
  }
  return schema;
}

/** What samples show where no row says anything. */
function typesShown(node: BodyNode): JsonType[] {
  if (node.rows.some((row) => row.definition !== undefined)) return [];
  const types = new Set(node.shown);
  if (types.size === 0) {
    if (node.properties.size > 0 || node.values !== undefined) types.add("object");
    if (node.items !== undefined) types.add("array");
  }
  if (types.has("number")) types.delete("integer");
  // A lone null says nothing of the values that may stand there.
  if (types.size === 1 && types.has("null")) return [];
  return [...types];
}

/** The values that a description lists, if no sample says otherwise. */
function addChoices(
  schema: JsonObject,
  types: readonly JsonType[],
  node: BodyNode,
  definition: Definition,
): void {
  const isText =
    types.length > 0 && types.every((type) => type === "string" || type === "integer" || type === "null");
  if (!isText || node.scalars === undefined) return;
  const listed = choicesIn(definition.description);
  if (listed === undefined) return;
  const choices: Json[] = [];
  for (const text of listed) {
    const choice = coerce(text, types);
    if (choice === undefined) return;
    choices.push(choice);
  }
  for (const shown of node.scalars) if (!choices.includes(shown)) return;
  const fallback = schema.default;
  if (fallback !== undefined && !choices.includes(fallback)) return;
  schema.enum = choices;
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
  const versions = context.settled === true ? undefined : versionsOf(node.rows);
  if (versions !== undefined) schema["x-openstack"] = versions;
}

/** The microversions in which a property exists: from the first to the last that any of its rows names. */
function versionsOf(rows: readonly ParameterRow[]): JsonObject | undefined {
  const [first, ...others] = rows;
  if (first === undefined) return undefined;
  const of = (row: ParameterRow) => ({
    min: row.definition?.minVersion ?? row.minVersion,
    max: row.definition?.maxVersion ?? row.maxVersion,
  });
  const { min, max } = of(first);
  const agreed = others.every((row) => of(row).min === min && of(row).max === max);
  if (!agreed || (min === undefined && max === undefined)) return undefined;
  return {
    ...(min === undefined ? {} : { "min-ver": min }),
    ...(max === undefined ? {} : { "max-ver": max }),
  };
}

function addObject(schema: JsonObject, node: BodyNode, context: SchemaContext): void {
  const properties: JsonObject = {};
  const required: string[] = [];
  let open = false;
  for (const [name, property] of node.properties) {
    if (UNSAFE_NAMES.has(name)) {
      open = true;
      continue;
    }
    properties[name] = toSchema(property, context);
    if (property.required) required.push(name);
  }
  const empty = Object.keys(properties).length === 0;
  if (!empty) schema.properties = properties;
  if (required.length > 0) schema.required = required;
  if (node.values !== undefined) schema.additionalProperties = toSchema(node.values, context);
  else if (open || (empty && mayBe(schema, "object"))) schema.additionalProperties = true;
}

function addArray(schema: JsonObject, node: BodyNode, context: SchemaContext): void {
  if (node.items === undefined) return;
  const items = toSchema(node.items, context);
  const named = node.type?.items;
  // The type text may name the items: `list of lists`.
  if (named !== undefined && node.items.rows.length === 0)
    Object.assign(items, typeSchema(named), items.items === undefined ? {} : { items: items.items });
  schema.items = items;
}

function mayBe(schema: JsonObject, type: JsonType): boolean {
  const types = schema.type;
  return types === type || (Array.isArray(types) && types.includes(type));
}
