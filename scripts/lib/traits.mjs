import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { nodesOf, valuesOf } from "./openapi-nodes.mjs";
import { nodeAt, pointerStep } from "./problem.mjs";

/**
 * Traits of valid documents on which readers of OpenAPI are known to stumble although no validator says so.
 *
 * @typedef {{ message: string, pointer: string }} Hit
 * @typedef {{ document: any, nodes: readonly import("./openapi-nodes.mjs").Node[] }} Subject
 * @type {Record<string, (subject: Subject) => Iterable<Hit>>}
 */
const traits = {
  /** Redoc drops the second of two operations; code generators write two types of one name. */
  *"names-differ-in-case-only"({ document, nodes }) {
    const ids = ofKind(nodes, "operation").map(({ value, pointer }) => [value.operationId, pointer]);
    yield* clashes("operationId", ids);
    yield* clashes(
      "tag",
      (document.tags ?? []).map(({ name }, index) => [name, `/tags/${index}`]),
    );
    for (const [section, components] of Object.entries(document.components ?? {})) {
      const at = `/components/${section}`;
      yield* clashes(
        `name in ${at}`,
        Object.keys(components).map((name) => [name, at + pointerStep(name)]),
      );
    }
  },

  /** `-` and `_` and the like are dropped when a generator makes a type's name. */
  *"type-names-clash"({ document }) {
    const names = Object.keys(document.components?.schemas ?? {});
    const at = (name) => `/components/schemas${pointerStep(name)}`;
    yield* clashes(
      "type name",
      names.map((name) => [name.replace(/[^A-Za-z0-9]/g, ""), at(name)]),
    );
    for (const name of names)
      if (globalTypes.has(name))
        yield { message: `\`${name}\` hides a type of the language`, pointer: at(name) };
  },

  /** An error in Redocly from 2.77 on. */
  *"type-without-inside"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "schema"))
      for (const [keyword, type] of [
        ["properties", "object"],
        ["items", "array"],
      ])
        if (typeof value.type === "string" && value.type !== type && value[keyword] !== undefined)
          yield { message: `\`${keyword}\` in a schema of type \`${value.type}\``, pointer };
  },

  /** A browser refuses to send one. */
  *"body-required-of-get"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "operation"))
      if (/\/(?:get|head)$/.test(pointer) && value.requestBody?.required === true)
        yield { message: "a body that must be sent", pointer };
  },

  *"operation-without-id-or-summary"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "operation"))
      for (const field of ["operationId", "summary", "responses"])
        if (!value[field]) yield { message: `no \`${field}\``, pointer };
  },

  /** Errors in Spectral and Redocly, wrong answers in Prism. */
  *"path-malformed"({ document }) {
    const shapes = [];
    for (const path of Object.keys(document.paths ?? {})) {
      const pointer = `/paths${pointerStep(path)}`;
      if (!path.startsWith("/")) yield { message: "no leading slash", pointer };
      if (path.length > 1 && path.endsWith("/")) yield { message: "a trailing slash", pointer };
      if (/[?#\s]/.test(path)) yield { message: "a query, a fragment or white space", pointer };
      if (/\{[^{}]*\.[^{}]*\}/.test(path)) yield { message: "a `.` in the name of a variable", pointer };
      if (/[{}]/.test(path.replace(/\{[^{}/]+\}/g, "")))
        yield { message: "a brace without its counterpart", pointer };
      shapes.push([path.replace(/\{[^{}]*\}/g, "{}"), pointer]);
    }
    yield* clashes("path template", shapes);
  },

  *"path-parameters-differ-from-template"({ document }) {
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      const inPath = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name));
      for (const { value, pointer } of nodesOf({ paths: { [path]: item } })) {
        if (!("responses" in value) || pointer.split("/").length !== 4) continue;
        const all = [...(item.parameters ?? []), ...(value.parameters ?? [])].map((p) =>
          resolved(document, p),
        );
        const declared = new Set(all.filter((p) => p?.in === "path").map((p) => p.name));
        for (const name of inPath)
          if (!declared.has(name)) yield { message: `\`${name}\` has no parameter`, pointer };
        for (const name of declared)
          if (!inPath.has(name)) yield { message: `\`${name}\` is not in the path`, pointer };
      }
    }
  },

  /** Kills Prism. */
  *"media-type-malformed"({ nodes }) {
    for (const { kind, pointer } of nodes) {
      const type = pointer.slice(pointer.lastIndexOf("/") + 1).replaceAll("~1", "/");
      if (kind === "mediaType" && !/^[\w.+-]+\/[\w.+*-]+(;.*)?$/.test(type)) yield { message: type, pointer };
    }
  },

  /** Stops Prism and a generator. */
  *"ref-inside-example"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "example"))
      for (const inner of valuesOf(value.value))
        if (inner.key === "$ref")
          yield {
            message: "a key `$ref` in the value of an example",
            pointer: `${pointer}/value${inner.pointer}`,
          };
  },

  /** Fails validators. */
  *"schema-property-with-reserved-name"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "schema"))
      for (const name of ["$ref", "$id", "$schema"])
        if (value.properties && Object.hasOwn(value.properties, name))
          yield { message: `a property \`${name}\``, pointer };
  },

  /** A reference into `paths` or out of the document breaks generators. */
  *"reference-elsewhere"({ document, nodes }) {
    for (const { value, pointer } of nodes) {
      if (typeof value.$ref !== "string") continue;
      const inside = /^#\/components\/[^/]+\/[^/]+$/.test(value.$ref);
      if (!inside || nodeAt(document, value.$ref.slice(1)) === undefined)
        yield { message: value.$ref, pointer };
    }
  },

  *"component-unused"({ document }) {
    const used = new Set();
    const roots = { ...document, components: {} };
    const queue = [...referencesIn(roots)];
    while (queue.length > 0) {
      const reference = queue.pop();
      if (used.has(reference)) continue;
      used.add(reference);
      queue.push(...referencesIn(nodeAt(document, reference.slice(1))));
    }
    for (const [section, components] of Object.entries(document.components ?? {})) {
      if (section === "securitySchemes") continue;
      for (const name of Object.keys(components)) {
        const pointer = `/components/${section}${pointerStep(name)}`;
        if (!used.has(`#${pointer}`)) yield { message: "no path leads to it", pointer };
      }
    }
  },

  /** Crashes Redocly, Swagger UI or Spectral. */
  *"schema-refers-to-itself"({ document, nodes }) {
    for (const { value, pointer } of ofKind(nodes, "schema")) {
      const seen = new Set([pointer]);
      let at = value;
      while (typeof at?.$ref === "string") {
        const next = at.$ref.slice(1);
        if (seen.has(next)) {
          yield { message: `by way of ${at.$ref}`, pointer };
          break;
        }
        seen.add(next);
        at = nodeAt(document, next);
      }
    }
    for (const name of Object.keys(document.components?.schemas ?? {})) {
      const pointer = `/components/schemas${pointerStep(name)}`;
      if (leadsBack(document, pointer)) yield { message: "it contains itself", pointer };
    }
  },

  *"array-without-items"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "schema"))
      if ([value.type].flat().includes("array") && !("items" in value) && !("prefixItems" in value))
        yield { message: "no `items`", pointer };
  },

  *"draft-4-form"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "schema"))
      for (const name of ["nullable", "id", "definitions", "dependencies"])
        if (name in value) yield { message: `\`${name}\``, pointer };
  },

  *"pattern-not-ecma-262"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "schema"))
      for (const pattern of [value.pattern, ...Object.keys(value.patternProperties ?? {})]) {
        if (pattern === undefined) continue;
        try {
          new RegExp(pattern, "u");
        } catch (error) {
          yield { message: error.message, pointer };
        }
      }
  },

  *"enum-or-default-of-another-type"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "schema")) {
      if (value.type === undefined) continue;
      const types = [value.type].flat();
      for (const member of [...(value.enum ?? []), ...("default" in value ? [value.default] : [])])
        if (!types.some((type) => isOfType(member, type)))
          yield { message: `${JSON.stringify(member)} is no ${types.join(" or ")}`, pointer };
    }
  },

  /** The mock server answers 422. */
  *"parameter-example-invalid"({ document, nodes }) {
    const ajv = addFormats.default(new Ajv2020({ strict: false, logger: false }));
    ajv.addSchema({ $id: "https://document.invalid", components: document.components });
    for (const { kind, value, pointer } of nodes) {
      if ((kind !== "parameter" && kind !== "header") || value.schema === undefined) continue;
      const examples = [
        value.example,
        ...Object.values(value.examples ?? {}).map((e) => resolved(document, e)?.value),
      ];
      for (const example of examples.filter((each) => each !== undefined))
        if (!ajv.validate(absolute(value.schema), example))
          yield { message: `${JSON.stringify(example)}: ${ajv.errorsText()}`, pointer };
    }
  },

  /** Breaks generators. */
  *"text-extension-in-responses"({ nodes }) {
    for (const { value, pointer } of ofKind(nodes, "operation"))
      for (const [key, member] of Object.entries(value.responses ?? {}))
        if (key.startsWith("x-") && typeof member !== "object") yield { message: `\`${key}\``, pointer };
  },

  *"servers-malformed"({ document }) {
    if ((document.servers ?? []).length === 0) yield { message: "no servers", pointer: "" };
    for (const [index, { url }] of (document.servers ?? []).entries())
      if (url !== "/" && url.endsWith("/"))
        yield { message: "a trailing slash", pointer: `/servers/${index}` };
    if (Object.keys(document.components?.securitySchemes ?? {}).length === 0)
      yield { message: "no security scheme", pointer: "" };
  },
};

const globalTypes = new Set([
  "Array",
  "Boolean",
  "Date",
  "Error",
  "Function",
  "Map",
  "Number",
  "Object",
  "Promise",
  "Record",
  "Set",
  "String",
  "Symbol",
]);

/**
 * Everything of `traits` that a document has.
 *
 * @param {any} document
 * @returns {import("./problem.mjs").Problem[]}
 */
export function traitProblems(document) {
  const subject = { document, nodes: [...nodesOf(document)] };
  return Object.entries(traits).flatMap(([rule, find]) =>
    [...find(subject)].map(({ message, pointer }) => ({
      consumer: "traits",
      severity: "error",
      rule,
      message,
      pointer,
    })),
  );
}

function ofKind(nodes, kind) {
  return nodes.filter((node) => node.kind === kind);
}

/** Names that are the same, case aside. @param {string} what @param {[string, string][]} named name and pointer */
function* clashes(what, named) {
  const first = new Map();
  for (const [name, pointer] of named) {
    if (name === undefined) continue;
    const key = name.toLowerCase();
    if (first.has(key)) yield { message: `${what} \`${name}\` is also at ${first.get(key)}`, pointer };
    else first.set(key, pointer);
  }
}

function resolved(document, node) {
  for (let hops = 0; typeof node?.$ref === "string" && hops < 10; hops++)
    node = nodeAt(document, node.$ref.slice(1));
  return node;
}

/** References below a value; the values of examples are data. */
function* referencesIn(value) {
  if (value === null || typeof value !== "object") return;
  if (typeof value.$ref === "string") yield value.$ref;
  // Values of examples hold none: what looks like one is shown as text (`src/openapi/examples.ts`).
  for (const child of Object.values(value)) yield* referencesIn(child);
}

function leadsBack(document, pointer) {
  const seen = new Set();
  const queue = [...referencesIn(nodeAt(document, pointer))];
  while (queue.length > 0) {
    const reference = queue.pop();
    if (reference === `#${pointer}`) return true;
    if (seen.has(reference)) continue;
    seen.add(reference);
    queue.push(...referencesIn(nodeAt(document, reference.slice(1))));
  }
  return false;
}

/** A schema of the document as one that stands outside it. */
function absolute(schema) {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"https://document.invalid#/'));
}

function isOfType(value, type) {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return value !== null && typeof value === "object" && !Array.isArray(value);
  return typeof value === type;
}
