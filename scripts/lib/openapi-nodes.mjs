import { pointerStep } from "./problem.mjs";

/**
 * A node of a document with its kind and place.
 *
 * @typedef {object} Node
 * @property {"pathItem" | "operation" | "parameter" | "header" | "requestBody" | "response" | "mediaType" | "example" | "schema"} kind
 * @property {any} value
 * @property {string} pointer
 */

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Places of schemas within a schema: one, a list, a map. */
const oneSchema = [
  "additionalProperties",
  "contains",
  "contentSchema",
  "else",
  "if",
  "items",
  "not",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
];
const listOfSchemas = ["allOf", "anyOf", "oneOf", "prefixItems"];
const mapOfSchemas = ["$defs", "dependentSchemas", "patternProperties", "properties"];

/** For each kind: its members that are nodes → kind and how many they are. */
const members = {
  pathItem: {
    parameters: ["parameter", "list"],
    "x-openstack-additional-operations": ["operation", "map"],
    ...Object.fromEntries(methods.map((m) => [m, ["operation", "one"]])),
  },
  operation: {
    parameters: ["parameter", "list"],
    requestBody: ["requestBody", "one"],
    responses: ["response", "map"],
  },
  parameter: { schema: ["schema", "one"], content: ["mediaType", "map"], examples: ["example", "map"] },
  header: { schema: ["schema", "one"], content: ["mediaType", "map"], examples: ["example", "map"] },
  requestBody: { content: ["mediaType", "map"] },
  response: { headers: ["header", "map"], content: ["mediaType", "map"] },
  mediaType: { schema: ["schema", "one"], examples: ["example", "map"] },
  example: {},
  schema: {
    ...Object.fromEntries(oneSchema.map((name) => [name, ["schema", "one"]])),
    ...Object.fromEntries(listOfSchemas.map((name) => [name, ["schema", "list"]])),
    ...Object.fromEntries(mapOfSchemas.map((name) => [name, ["schema", "map"]])),
  },
};

/** Members of `components` → kind. */
const componentKinds = {
  schemas: "schema",
  responses: "response",
  parameters: "parameter",
  examples: "example",
  requestBodies: "requestBody",
  headers: "header",
  pathItems: "pathItem",
};

/**
 * Every node of a document, in document order; references are not followed.
 *
 * @param {any} document
 * @returns {Generator<Node>}
 */
export function* nodesOf(document) {
  yield* children(document.paths, "map", "pathItem", "/paths");
  yield* children(document.webhooks, "map", "pathItem", "/webhooks");
  for (const [section, kind] of Object.entries(componentKinds))
    yield* children(document.components?.[section], "map", kind, `/components/${section}`);
}

function* children(value, count, kind, pointer) {
  if (value === null || typeof value !== "object") return;
  if (count === "one") yield* nodeAndBelow(value, kind, pointer);
  else
    for (const [key, child] of Object.entries(value))
      yield* nodeAndBelow(child, kind, pointer + pointerStep(key));
}

function* nodeAndBelow(value, kind, pointer) {
  if (value === null || typeof value !== "object") return;
  yield { kind, value, pointer };
  for (const [name, [memberKind, count]] of Object.entries(members[kind]))
    yield* children(value[name], count, memberKind, pointer + pointerStep(name));
}

/** Every value of a JSON tree with its key. @param {unknown} value @returns {Generator<{ key: string, value: unknown, pointer: string }>} */
export function* valuesOf(value, pointer = "") {
  if (value === null || typeof value !== "object") return;
  for (const [key, child] of Object.entries(value)) {
    const at = pointer + pointerStep(key);
    yield { key, value: child, pointer: at };
    yield* valuesOf(child, at);
  }
}
