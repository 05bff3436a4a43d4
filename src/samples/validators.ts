import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { linearPattern } from "../text/linear-pattern.ts";
import { clearlyAccepts, clearlyHolds } from "./accepts.ts";

/** Compiled validators of one run, or of several. */
export interface Validators {
  /** What a schema has against a value; nothing where it accepts it. */
  errors(schema: JsonObject, value: Json): readonly ErrorObject[];
}

/** Gives validators, which are compiled when they are asked for; many trees need none. */
export function validators(): Validators {
  let ajv: Ajv2020 | undefined;
  const byText = new Map<string, ValidateFunction>();
  return {
    errors(schema, value) {
      if (clearlyAccepts(schema, value)) return [];
      ajv ??= setUp();
      const doubts = doubtsOf(schema, [value]);
      const text = JSON.stringify(doubts);
      const validate = byText.get(text) ?? ajv.compile(doubts);
      byText.set(text, validate);
      return validate(value) ? [] : (validate.errors ?? []);
    },
  };
}

/** What cannot be matched in linear time is not matched; the rule `pattern-unchecked` says so. */
const patternEngine = Object.assign(
  (pattern: string) => ({ test: linearPattern(pattern)?.test ?? (() => true), toString: () => pattern }),
  { code: "linearPattern" },
);

/** Sets up ajv for the Schema Objects of OpenAPI 3.1 (JSON Schema 2020-12). */
function setUp(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    // `{}` has no `toString` in JSON
    ownProperties: true,
    // our own schemas hold OpenAPI's and OpenStack's keywords
    strict: false,
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    code: { optimize: false, regExp: patternEngine },
  });
  formats.default(ajv);
  return ajv;
}

/**
 * What of a schema may refuse one of some values. One mistake is no reason to compile all of a large schema, and bodies
 * with the same mistake share a validator.
 */
function doubtsOf(schema: JsonObject, values: readonly Json[]): JsonObject {
  const doubts: JsonObject = {};
  if (schema["x-openstack-undocumented"] === true) return doubts;
  const { properties } = schema;
  for (const keyword of Object.keys(schema)) {
    const constraint = schema[keyword]!;
    const doubted = values.filter((value) => !clearlyHolds(keyword, schema, value));
    if (doubted.length > 0) doubts[keyword] = (INSIDE[keyword] ?? asItIs)(constraint, doubted, properties);
  }
  // The names of these say which ones are the others.
  if (doubts.additionalProperties !== undefined && isJsonObject(properties))
    doubts.properties = { ...mapValues(properties, () => ({})), ...(doubts.properties as JsonObject) };
  return doubts;
}

/** Reduces the constraint of a keyword to what may refuse one of some values; given the properties beside it. */
type Reduce = (constraint: Json, values: readonly Json[], properties: Json | undefined) => Json;

const asItIs: Reduce = (constraint) => constraint;

/** Keywords that hold schemas. */
const INSIDE: Readonly<Record<string, Reduce>> = {
  properties(properties, values) {
    const doubts: JsonObject = {};
    const objects = values.filter(isJsonObject);
    for (const name of Object.keys(properties as JsonObject)) {
      const having = objects.filter((object) => Object.hasOwn(object, name));
      const inside = having.map((object) => object[name]!);
      const property = doubtsOfPart((properties as JsonObject)[name]!, inside);
      if (property !== undefined) doubts[name] = property;
    }
    return doubts;
  },
  additionalProperties(constraint, values, properties) {
    const isNamed = (name: string) => isJsonObject(properties) && Object.hasOwn(properties, name);
    const others = values
      .filter(isJsonObject)
      .flatMap((object) => Object.keys(object).flatMap((name) => (isNamed(name) ? [] : [object[name]!])));
    return doubtsOfPart(constraint, others) ?? {};
  },
  items: (items, values) => doubtsOfPart(items, values.filter(Array.isArray).flat()) ?? {},
  allOf: doubtsOfParts,
  anyOf: doubtsOfParts,
};

function doubtsOfParts(parts: Json, values: readonly Json[]): Json {
  return (parts as Json[]).map((part) => doubtsOfPart(part, values) ?? {});
}

/** Undefined where none of the values is in doubt. */
function doubtsOfPart(schema: Json, values: readonly Json[]): Json | undefined {
  if (!isJsonObject(schema)) return schema;
  const doubted = values.filter((value) => !clearlyAccepts(schema, value));
  return doubted.length === 0 ? undefined : doubtsOf(schema, doubted);
}

function mapValues(object: JsonObject, of: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.keys(object).map((name) => [name, of(object[name]!)]));
}
