import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { clearlyAccepts, clearlyHolds } from "../samples/accepts.ts";
import { linearPattern } from "../text/linear-pattern.ts";

/** What of a refusal the document's making asks for; the names are ajv's. */
interface Refusal {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: { readonly missingProperty?: string };
}

/**
 * What `samples/validators.ts` gives, for a browser, where the page runs no code that is made of texts, as ajv does: each
 * keyword that a schema of this program has is looked at.
 */
export function validators(): { errors(schema: JsonObject, value: Json): readonly Refusal[] } {
  return {
    errors: (schema, value) => (clearlyAccepts(schema, value) ? [] : refusalsOf(schema, value, "#", "")),
  };
}

function refusalsOf(schema: Json, value: Json, at: string, place: string): Refusal[] {
  if (schema === false)
    return [{ keyword: "false schema", schemaPath: `${at}/false schema`, instancePath: place, params: {} }];
  if (!isJsonObject(schema) || schema["x-openstack-undocumented"] === true) return [];
  return Object.keys(schema).flatMap((keyword) => {
    if (clearlyHolds(keyword, schema, value)) return [];
    const look = LOOK[keyword];
    return look === undefined ? [] : look(schema[keyword]!, { schema, value, at: `${at}/${keyword}`, place });
  });
}

interface Looked {
  readonly schema: JsonObject;
  readonly value: Json;
  /** Of the keyword and of the value, as JSON pointers. */
  readonly at: string;
  readonly place: string;
}

type Look = (constraint: Json, looked: Looked) => Refusal[];

const refused = ({ at, place }: Looked, missingProperty?: string): Refusal => ({
  keyword: at.slice(at.lastIndexOf("/") + 1),
  schemaPath: at,
  instancePath: place,
  params: missingProperty === undefined ? {} : { missingProperty },
});

/** A keyword whose verdict `clearlyHolds` gives. */
const decided: Look = (_, looked) => [refused(looked)];

/** A keyword about values of one type: refused where the value is of it and does not fit. */
function about<Value>(
  isOf: (value: Json) => value is Json & Value,
  fits: (value: Value, constraint: Json) => boolean,
): Look {
  return (constraint, looked) =>
    isOf(looked.value) && !fits(looked.value, constraint) ? [refused(looked)] : [];
}

const isNumber = (value: Json): value is number => typeof value === "number";
const isText = (value: Json): value is string => typeof value === "string";
const isList = (value: Json): value is Json[] => Array.isArray(value);

/** A text's length in characters (JSON Schema 2020-12, Validation, 6.3.1). */
const lengthOf = (text: string) => [...text].length;

const LOOK: Readonly<Record<string, Look>> = {
  type: decided,
  enum: (choices, looked) =>
    isList(choices) && choices.some((choice) => JSON.stringify(choice) === JSON.stringify(looked.value))
      ? []
      : [refused(looked)],
  const: (constant, looked) =>
    JSON.stringify(constant) === JSON.stringify(looked.value) ? [] : [refused(looked)],
  format: decided,
  required: (names, looked) =>
    isJsonObject(looked.value) && isList(names)
      ? names.flatMap((name) =>
          Object.hasOwn(looked.value as JsonObject, String(name)) ? [] : [refused(looked, String(name))],
        )
      : [],
  properties: (properties, { value, at, place }) =>
    isJsonObject(properties) && isJsonObject(value)
      ? Object.keys(properties).flatMap((name) =>
          Object.hasOwn(value, name)
            ? refusalsOf(
                properties[name]!,
                value[name]!,
                `${at}/${step(name)}`,
                `${place}/${escapeStep(name)}`,
              )
            : [],
        )
      : [],
  additionalProperties: (inside, looked) => {
    const { schema, value, at, place } = looked;
    if (!isJsonObject(value)) return [];
    const named = isJsonObject(schema.properties) ? schema.properties : {};
    const others = Object.keys(value).filter((name) => !Object.hasOwn(named, name));
    if (inside === false) return others.map(() => refused(looked));
    return others.flatMap((name) => refusalsOf(inside, value[name]!, at, `${place}/${escapeStep(name)}`));
  },
  items: (items, { value, at, place }) =>
    isList(value) ? value.flatMap((item, index) => refusalsOf(items, item, at, `${place}/${index}`)) : [],
  allOf: (parts, { value, at, place }) =>
    isList(parts) ? parts.flatMap((part, index) => refusalsOf(part, value, `${at}/${index}`, place)) : [],
  anyOf: (parts, looked) => branches(parts, looked, (fitting) => fitting > 0),
  oneOf: (parts, looked) => branches(parts, looked, (fitting) => fitting === 1),
  minimum: about(isNumber, (value, bound) => value >= Number(bound)),
  maximum: about(isNumber, (value, bound) => value <= Number(bound)),
  exclusiveMinimum: about(isNumber, (value, bound) => value > Number(bound)),
  exclusiveMaximum: about(isNumber, (value, bound) => value < Number(bound)),
  minLength: about(isText, (value, bound) => lengthOf(value) >= Number(bound)),
  maxLength: about(isText, (value, bound) => lengthOf(value) <= Number(bound)),
  pattern: about(isText, (value, pattern) => linearPattern(String(pattern))?.test(value) ?? true),
  minItems: about(isList, (value, bound) => value.length >= Number(bound)),
  maxItems: about(isList, (value, bound) => value.length <= Number(bound)),
  uniqueItems: about(
    isList,
    (value) => new Set(value.map((item) => JSON.stringify(item))).size === value.length,
  ),
  minProperties: about(isJsonObject, (value, bound) => Object.keys(value).length >= Number(bound)),
  maxProperties: about(isJsonObject, (value, bound) => Object.keys(value).length <= Number(bound)),
};

/** ajv tells what each branch has against a value, and then the keyword. */
function branches(parts: Json, looked: Looked, isEnough: (fitting: number) => boolean): Refusal[] {
  if (!isList(parts)) return [];
  const inside = parts.map((part, index) =>
    refusalsOf(part, looked.value, `${looked.at}/${index}`, looked.place),
  );
  if (isEnough(inside.filter((refusals) => refusals.length === 0).length)) return [];
  return [...inside.flat(), refused(looked)];
}

/** A step of a JSON pointer (RFC 6901), and one in the fragment of a URI, as ajv writes the place in a schema. */
const escapeStep = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
const step = (name: string) => encodeURIComponent(escapeStep(name));
