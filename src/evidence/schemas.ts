import { escapePointer, isJsonObject, type Json, jsonTypeOf } from "../data/json-value.ts";
import type { JsonType } from "../schema/types.ts";
import type { EvidenceFile } from "./place.ts";
import { inside, type Located, listInside, type References } from "./references.ts";
import { addInside, newSeen, noteScalar, type SeenNode, seenOnce, uniteSeen } from "./seen.ts";
import { DEEPEST } from "./values.ts";

/** What the reading of schemas needs. */
export interface SchemaReading {
  readonly file: EvidenceFile;
  readonly references: References;
  /** What is only read has no place in a request, what is only written none in a response. */
  readonly side: "request" | "response";
  /** How many more places are looked at: schemas that name each other have no end. */
  readonly budget: { left: number };
}

/** No body has more places. */
export const MOST_PLACES = 30_000;

const TYPES: ReadonlySet<string> = new Set<JsonType>([
  "null",
  "boolean",
  "object",
  "array",
  "number",
  "string",
  "integer",
]);

/** What a schema (JSON Schema 2020-12, or that of OpenAPI 3.0) allows, `allOf` and branches united. */
export function seenOfSchema(
  reading: SchemaReading,
  schema: Located,
  within: readonly string[] = [],
): SeenNode {
  const { file, references } = reading;
  const { value, pointer } = schema;
  const node = seenOnce({ file, pointer });
  node.objects = 1;
  if (typeof value.description === "string") node.description = value.description;
  // a schema that holds itself says there what it says above
  if (within.includes(pointer) || within.length > DEEPEST || reading.budget.left-- <= 0) return node;
  const stack = [...within, pointer];
  addTypes(node, schema);
  addProperties(node, schema, reading, stack);
  const items = inside(references, schema, "items");
  if (items !== undefined) node.items = seenOfSchema(reading, items, stack);
  for (const part of listInside(references, schema, "allOf"))
    restrict(node, seenOfSchema(reading, part, stack));
  for (const key of ["oneOf", "anyOf"]) {
    const branches = listInside(references, schema, key);
    if (branches.length === 0) continue;
    const either = newSeen({ file, pointer });
    for (const branch of branches) uniteSeen(either, seenOfSchema(reading, branch, stack));
    restrict(node, either);
  }
  for (const key of ["then", "else"]) {
    const branch = inside(references, schema, key);
    if (branch === undefined) continue;
    const seen = seenOfSchema(reading, branch, stack);
    for (const [name, property] of seen.properties)
      if (!node.properties.has(name)) node.properties.set(name, property);
  }
  if (value.nullable === true && node.types.size > 0) node.types.set("null", { file, pointer });
  return node;
}

function addTypes(node: SeenNode, { value }: Located): void {
  const { place } = node;
  for (const type of [value.type].flat())
    if (typeof type === "string" && TYPES.has(type)) node.types.set(type as JsonType, place);
  const choices = Array.isArray(value.enum) ? value.enum : "const" in value ? [value.const!] : undefined;
  if (choices !== undefined) {
    node.isChoice = true;
    for (const choice of choices) noteScalar(node, choice, place);
    const isTyped = node.types.size > 0;
    // both keywords hold: what `type` leaves out, a list of values does not bring back
    if (!isTyped) for (const choice of choices) node.types.set(jsonTypeOf(choice), place);
  }
  if (node.types.size > 0) return;
  if (isJsonObject(value.properties)) node.types.set("object", place);
  else if (isJsonObject(value.items)) node.types.set("array", place);
}

function addProperties(node: SeenNode, schema: Located, reading: SchemaReading, stack: string[]): void {
  const { references, side } = reading;
  const { value, pointer } = schema;
  const hidden = side === "request" ? "readOnly" : "writeOnly";
  const names = (key: string) => (isJsonObject(value[key]) ? Object.keys(value[key]) : []);
  const left = new Set<string>();
  for (const name of names("properties")) {
    const at = `${pointer}/properties/${escapePointer(name)}`;
    const given: Json | undefined = (value.properties as Record<string, Json>)[name];
    const property = references.resolve(given, at);
    if (property?.value[hidden] === true) left.add(name);
    else
      node.properties.set(
        name,
        property === undefined
          ? seenOnce({ file: reading.file, pointer: at })
          : seenOfSchema(reading, property, stack),
      );
  }
  if (Array.isArray(value.required))
    node.required = new Set(
      value.required.filter((name): name is string => typeof name === "string" && !left.has(name)),
    );
  const others = inside(references, schema, "additionalProperties");
  const patterns = inside(references, schema, "patternProperties");
  const maps = [
    ...(others === undefined || Object.keys(others.value).length === 0 ? [] : [others]),
    ...names("patternProperties").flatMap((name) => (patterns && inside(references, patterns, name)) ?? []),
  ];
  for (const map of maps) addInside(node, "values", seenOfSchema(reading, map, stack));
  const isClosing = value.additionalProperties === false || value.unevaluatedProperties === false;
  node.isClosed = isClosing && names("patternProperties").length === 0;
  if (isClosing && node.types.size === 0) node.types.set("object", node.place);
}

/** Adds what another schema of the same value says: both hold. */
function restrict(node: SeenNode, part: SeenNode): void {
  if (node.types.size === 0) for (const [type, place] of part.types) node.types.set(type, place);
  else if (part.types.size > 0) {
    const common = [...node.types.keys()].filter((type) => part.types.has(type));
    if (common.length > 0)
      for (const type of [...node.types.keys()]) if (!common.includes(type)) node.types.delete(type);
  }
  if (part.isChoice && !node.isChoice) {
    node.isChoice = true;
    node.scalars = part.scalars;
  }
  node.isClosed ||= part.isClosed;
  node.required = new Set([...node.required, ...part.required]);
  for (const [name, property] of part.properties) {
    const own = node.properties.get(name);
    if (own === undefined) node.properties.set(name, property);
    else restrict(own, property);
  }
  if (part.items !== undefined) {
    if (node.items === undefined) node.items = part.items;
    else restrict(node.items, part.items);
  }
  if (part.values !== undefined) node.values ??= part.values;
}
