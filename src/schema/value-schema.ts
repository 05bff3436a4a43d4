import type { Definition } from "../apiref/parameters-file.ts";
import { isJsonObject, type Json, type JsonObject, jsonTypeOf } from "../data/json-value.ts";
import { isWrittenOtherwise, noteWritten, numberOf, uniteLists } from "../data/written-number.ts";
import { announcedValues } from "./announced-values.ts";
import { type JsonType, parseType, type TypeExpression } from "./types.ts";

/** What a definition says about a single value: a parameter, a header, a property. */
export interface ValueSchema {
  readonly schema: JsonObject;
  /** The parameter is a bare key (`?detail`). */
  readonly allowEmptyValue: boolean;
  readonly deprecated: boolean;
}

/** What a tree says of the values that descriptions announce, beside these. */
export interface KnownValues {
  /** Definitions of which samples show other values: the list closes nothing. */
  readonly open: ReadonlySet<Definition>;
  /** What else may stand there, by what is announced for the same property elsewhere. */
  readonly further: ReadonlyMap<Definition, ReadonlySet<string>>;
  /** Names under which samples show what is no UUID; a definition of that name may say `uuid` all the same. */
  readonly withoutUuid: ReadonlySet<string>;
}

/** The JSON Schema of a value by its definition alone (type, format, default, enum, bounds), and by what is known of its values. */
export function valueSchema(definition: Definition, known?: KnownValues): ValueSchema {
  const type = definition.type === undefined ? undefined : parseType(definition.type);
  const schema = type === undefined ? {} : typeSchema(type);
  const types = type?.types ?? [];
  addConstraints(schema, types, definition);
  if (schema.enum === undefined) addChoices(schema, types, [], definition, known);
  return {
    schema,
    allowEmptyValue: type?.keyOnly === true,
    deprecated:
      definition.fields.get("deprecated")?.value === true ||
      CALLED_DEPRECATED.test(definition.description ?? ""),
  };
}

/** `(Deprecated in v3.2) The region …`, `**Deprecated**: …`. */
const CALLED_DEPRECATED = /^\s*(?:\(deprecated\b|\*\*deprecated\b)/i;

/** The format that a definition gives its value, or the items of its list. */
export function formatOf({ type, fields }: Definition): string | undefined {
  const named = fields.get("format")?.value;
  if (typeof named === "string" && FORMATS.has(named)) return named;
  const expression = type === undefined ? undefined : parseType(type);
  return expression?.format ?? expression?.items?.format;
}

/**
 * The values that a description announces, if no sample says otherwise.
 *
 * @param shown what samples show
 */
export function addChoices(
  schema: JsonObject,
  types: readonly JsonType[],
  shown: Iterable<Json>,
  definition: Definition,
  known?: KnownValues,
): void {
  if (types.length === 0 || !types.every((type) => LISTABLE.has(type))) return;
  const listed = announcedValues(definition);
  if (listed === undefined || known?.open.has(definition) === true) return;
  const choices: Json[] = [];
  for (const text of [...listed, ...(known?.further.get(definition) ?? [])]) {
    const choice = coerce(text, types);
    if (choice === undefined) return;
    noteWritten(choices, choices.push(choice) - 1, text);
  }
  const values = [...shown];
  if (!values.every((value) => choices.includes(value))) return;
  const fallback = schema.default;
  if (fallback === null) choices.push(null);
  else if (fallback !== undefined && !choices.includes(fallback)) return;
  // A query has words only. In a body `null` is the value; a sample that shows it in quotes means a word. Python's `None`
  // may be either.
  if (definition.in !== "body") {
    schema.enum = choices;
    return;
  }
  const isNull = choices.includes("null") && !values.includes("null");
  if (isNull) schema.enum = choices.map((choice) => (choice === "null" ? null : choice));
  else schema.enum = choices.includes("None") && fallback !== null ? [...choices, null] : choices;
  if (schema.enum.includes(null)) schema.type = [...types.filter((type) => type !== "null"), "null"];
}

/** What lists of values are of; `true` and `false` need none. */
const LISTABLE: ReadonlySet<JsonType> = new Set(["string", "integer", "number", "null"]);

/** `type`, `format` and `items` of a type expression; an array always says what its items are. */
export function typeSchema(type: TypeExpression): JsonObject {
  const schema: JsonObject = {};
  if (type.types.length === 1) schema.type = type.types[0]!;
  else if (type.types.length > 1) schema.type = [...type.types];
  if (type.format !== undefined) schema.format = type.format;
  if (type.types.includes("array")) schema.items = type.items === undefined ? {} : typeSchema(type.items);
  return schema;
}

/**
 * Adds what the further fields of a definition say, as far as it makes sense for the types: a default of another
 * type, a pattern that no consumer can read are left out.
 */
export function addConstraints(schema: JsonObject, types: readonly JsonType[], definition: Definition): void {
  const { fields } = definition;
  if (fields.size <= 4 && !EXTRA.some((name) => fields.has(name))) return;
  const field = (name: string): Json | undefined => fields.get(name)?.value as Json | undefined;
  const hasString = types.length === 0 || types.includes("string");
  const hasNumber = types.length === 0 || types.includes("integer") || types.includes("number");

  const format = field("format");
  if (typeof format === "string" && FORMATS.has(format) && hasString) schema.format = format;

  if (fields.has("default")) addDefault(schema, types, definition);

  const choices = field("enum");
  if (Array.isArray(choices) && schema.items === undefined) {
    const valid: Json[] = [];
    for (const choice of choices) if (!isBoundless(choice)) putIn(valid, valid.length, choice, types);
    const unique = uniteLists(valid);
    if (unique.length > 0) schema.enum = schema.default === null ? uniteLists(unique, [null]) : unique;
  }

  for (const name of ["minimum", "maximum"] as const)
    if (fields.has(name) && hasNumber && !isBoundless(field(name)))
      putIn(schema, name, field(name), ["number"]);
  for (const name of ["minLength", "maxLength", "minItems", "maxItems"] as const) {
    const bound = fields.has(name) ? coerce(field(name), ["integer"]) : undefined;
    if (typeof bound === "number" && bound >= 0) putIn(schema, name, field(name), ["integer"]);
  }
  const pattern = field("pattern");
  if (typeof pattern === "string" && hasString && isEcmaPattern(pattern)) schema.pattern = pattern;

  const items = field("items");
  if (types.includes("array") && (schema.items === undefined || isEmpty(schema.items))) {
    const named = typeof items === "string" ? items : isJsonObject(items) ? items.type : undefined;
    const type = typeof named === "string" ? parseType(named) : undefined;
    if (type !== undefined) schema.items = typeSchema(type);
  }
}

const EXTRA = [
  "format",
  "default",
  "enum",
  "items",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "pattern",
];

/** The formats of JSON Schema 2020-12 (Validation, 7.3) and OpenAPI 3.1 (4.4); others mean nothing to consumers. */
const FORMATS = new Set([
  "date-time",
  "date",
  "time",
  "duration",
  "email",
  "idn-email",
  "hostname",
  "idn-hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uri-reference",
  "iri",
  "iri-reference",
  "uuid",
  "uri-template",
  "json-pointer",
  "relative-json-pointer",
  "regex",
  "int32",
  "int64",
  "float",
  "double",
  "password",
]);

/** Words for no value: in a body the default is then `null`, in a URL there is none. */
const NO_VALUE = /^(?:None|null|NULL)$/;

function addDefault(schema: JsonObject, types: readonly JsonType[], definition: Definition): void {
  const value = definition.fields.get("default")?.value as Json | undefined;
  const choices = definition.fields.get("enum")?.value;
  const isNone = typeof value === "string" && NO_VALUE.test(value);
  if (!isNone || (Array.isArray(choices) && choices.includes(value as string)))
    putIn(schema, "default", value, types);
  else if (definition.in === "body") {
    schema.default = null;
    if (types.length > 0 && !types.includes("null")) schema.type = [...types, "null"];
  }
}

/** Puts a value under a key, as one of the types and as it is written; nothing where it is of none of them. */
function putIn(
  holder: JsonObject | Json[],
  key: string | number,
  value: Json | undefined,
  types: readonly JsonType[],
): void {
  const coerced = coerce(value, types);
  if (coerced === undefined) return;
  (holder as JsonObject)[key] = coerced;
  if (typeof value === "string" && typeof coerced === "number") noteWritten(holder, key, value.trim());
}

/** Whether a value is a number such as `1e400`, which readers take for a text; as a bound it would break the schema. */
function isBoundless(value: Json | undefined): boolean {
  return typeof value === "string" && isWrittenOtherwise(value.trim()) && !Number.isFinite(Number(value));
}

function isEmpty(value: Json | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** A value as one of the types, where that changes its notation only: `"1"` as 1, `"True"` as true, 1 as `"1"`. */
export function coerce(value: Json | undefined, types: readonly JsonType[]): Json | undefined {
  if (value === undefined) return undefined;
  const given = jsonTypeOf(value);
  if (types.length === 0 || types.includes(given) || (given === "integer" && types.includes("number")))
    return value;
  if (typeof value === "string") {
    const text = value.trim().toLowerCase();
    if (types.includes("boolean") && BOOLEANS.has(text)) return BOOLEANS.get(text);
    if (
      (types.includes("integer") && /^-?\d+$/.test(text)) ||
      (types.includes("number") && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text))
    )
      return numberOf(text);
    if (types.includes("null") && /^(?:null|none)$/.test(text)) return null;
  }
  if (types.includes("string") && (typeof value === "number" || typeof value === "boolean"))
    return String(value);
  if (types.includes("boolean") && (value === 0 || value === 1)) return value === 1;
  return undefined;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

/** Whether a pattern is one of ECMA-262 with the `u` flag (JSON Schema 2020-12 Core, 6.4). */
export function isEcmaPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
