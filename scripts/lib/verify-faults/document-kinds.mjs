import { pointerSteps } from "../../../src/data/json-value.ts";
import { valueSchema } from "../../../src/schema/value-schema.ts";
import { groupedBy } from "../../../src/text/grouped.ts";
import { atField, inTable, lineOf } from "./expected.mjs";

/** A name that no api-ref has. */
const NEW = "zz_quux";

/**
 * Faults of a document made from code. `candidates` are what a fault can be put into; `put` changes a copy of the document,
 * and gives what has to be said: a text that the message has, and the lines at which it may stand.
 */
export const documentKinds = [
  kind("property added", sites(), (document, { operation, side, node, holder }) => {
    at(document, holder.place.pointer).properties[NEW] = { type: "string" };
    return {
      rule: "verify-property-undocumented",
      says: NEW,
      lines: inTable(operation, side, node.rows[0].table),
    };
  }),
  kind("property renamed", sites(), (document, { operation, side, node, name, holder }) => {
    const { properties } = at(document, holder.place.pointer);
    properties[NEW] = properties[name];
    delete properties[name];
    return {
      rule: "verify-property-undocumented",
      says: NEW,
      lines: inTable(operation, side, node.rows[0].table),
    };
  }),
  kind(
    "property removed",
    sites(
      ({ holder, node, observation }) =>
        holder.isClosed &&
        holder.values === undefined &&
        holder.properties.size > 1 &&
        node.shown.size === 0 &&
        !["flat", "neighbour"].includes(node.origin) &&
        observation.versions.min === undefined &&
        observation.versions.max === undefined,
    ),
    (document, { name, node, holder }) => {
      delete at(document, holder.place.pointer).properties[name];
      return { rule: "verify-property-unknown", says: name, lines: new Set([lineOf(node.rows[0].span)]) };
    },
  ),
  kind(
    "property retyped",
    sites(({ node, seen }) => otherType(node, seen) !== undefined),
    (document, site) => {
      set(document, site, { type: otherType(site.node, site.seen) });
      return { rule: "verify-type", says: site.name, lines: atField(site, "type") };
    },
  ),
  kind("null allowed", sites(mayNotBeNull), (document, site) => {
    set(document, site, { type: [site.node.type.types[0], "null"] });
    return { rule: "verify-null", says: site.name, lines: atField(site, "type") };
  }),
  kind(
    "value added",
    sites(({ choices, node }) => choices !== undefined && node.type.types[0] === "string"),
    (document, site) => {
      set(document, site, { type: "string", enum: [...site.choices, NEW] });
      return { rule: "verify-enum", says: NEW, lines: atField(site, "enum", "description") };
    },
  ),
  kind("value removed", withoutValue(false), takeValue),
  kind("value removed from all variants", withoutValue(true), takeValue),
  kind(
    "requirement turned",
    sites(
      ({ side, node, observation, holder, name }) =>
        side === "request" &&
        node.rows.length === 1 &&
        observation.versions.min === undefined &&
        observation.versions.max === undefined &&
        (node.rows[0].definition.required
          ? holder.required.has(name) && holder.required.size > 1
          : !holder.required.has(name)),
    ),
    (document, site) => {
      const { name, holder, node } = site;
      const schema = at(document, holder.place.pointer);
      const required = schema.required ?? [];
      schema.required = node.rows[0].definition.required
        ? required.filter((one) => one !== name)
        : [...required, name];
      return { rule: "verify-required", says: name, lines: atField(site, "required") };
    },
  ),
  kind("operation added", operations(), (document, { observation }) => {
    document.paths[`${observation.path}/${NEW}/${NEW}`] = {
      get: { responses: { 200: { description: "" } } },
    };
    return { rule: "verify-operation-undocumented", says: NEW, lines: undefined };
  }),
  kind(
    "operation removed",
    operations(
      ({ observation, all }, others) =>
        all.length === 1 &&
        observation.action === undefined &&
        others.some(
          (one) =>
            one.observation.path.startsWith(observation.path) && one.observation.path !== observation.path,
        ),
    ),
    (document, { observation, operation }) => {
      delete document.paths[observation.path][observation.method.toLowerCase()];
      return {
        rule: "verify-operation-unknown",
        says: operation.target.path,
        lines: new Set([lineOf(operation.methodSpan)]),
      };
    },
  ),
  kind("query parameter added", operations(), (document, { observation, operation }) => {
    parameters(document, observation).push({ in: "query", name: NEW, schema: { type: "string" } });
    return { rule: "verify-parameter-undocumented", says: NEW, lines: inTable(operation, "request") };
  }),
  kind(
    "query parameter retyped",
    parametersOfQueries(({ types, schema }) => otherPlainType(types, schema) !== undefined),
    (document, { pointer, types, schema, row }) => {
      at(document, pointer).schema = { type: otherPlainType(types, schema) };
      return { rule: "verify-type", says: row.name, lines: atField({ node: { rows: [row] } }, "type") };
    },
  ),
  kind(
    "query value added",
    parametersOfQueries(({ choices }) => choices !== undefined),
    (document, { pointer, choices, row }) => {
      at(document, pointer).schema = { type: "string", enum: [...choices, NEW] };
      return {
        rule: "verify-enum",
        says: NEW,
        lines: atField({ node: { rows: [row] } }, "enum", "description"),
      };
    },
  ),
  kind("header added", operations(), (document, { observation, operation }) => {
    parameters(document, observation).push({ in: "header", name: "X-Zz-Quux", schema: { type: "string" } });
    return { rule: "verify-parameter-undocumented", says: "X-Zz-Quux", lines: inTable(operation, "request") };
  }),
];

function kind(name, candidates, put) {
  return { name, candidates, put };
}

function sites(isFit = () => true) {
  return ({ sites: all }) => all.filter((site) => isPlain(site) && isFit(site));
}

/**
 * Sites with choices of which one can be taken away, each with the schemas of all variants of its body: only what none of
 * them takes is excluded.
 */
function withoutValue(hasVariants) {
  return ({ sites: all }) => {
    const places = groupedBy(all, placeKey);
    return sites(
      ({ choices, node }) => choices !== undefined && choices.length > 1 && node.type.types[0] === "string",
    )({ sites: all })
      .map((site) => ({ ...site, variants: places.get(placeKey(site)) }))
      .filter(({ variants }) => variants.length > 1 === hasVariants && variants.every(isPlain));
  };
}

function takeValue(document, site) {
  for (const variant of site.variants)
    set(document, variant, { type: "string", enum: site.choices.slice(1) });
  return {
    rule: "verify-enum",
    says: String(site.choices[0]),
    lines: atField(site, "enum", "description"),
  };
}

const numbers = new Map();

function placeKey({ operation, side, path, name }) {
  if (!numbers.has(operation)) numbers.set(operation, numbers.size);
  return JSON.stringify([numbers.get(operation), side, path, name]);
}

/** Only places whose schema stands where it was seen: no branches, no parts of `allOf`. */
function isPlain({ holder, name, document }) {
  const schema = at(document, holder.place.pointer);
  const property = schema?.properties?.[name];
  return property !== undefined && !("allOf" in schema) && !("oneOf" in schema) && !("anyOf" in schema);
}

function operations(isFit = () => true) {
  return ({ operations: all }) => {
    const plain = all.filter(({ observation }) => observation.bodies.length === 0);
    return plain.filter((one) => isFit(one, plain));
  };
}

/** Query parameters that stand in a document by themselves, and that one row documents. */
function parametersOfQueries(isFit) {
  return ({ operations: all, document }) =>
    operations(({ all: picked }) => picked.length === 1)({ operations: all }).flatMap((one) =>
      one.observation.query.flatMap(({ name, place: { pointer } }) => {
        const { schema, in: where } = at(document, pointer) ?? {};
        const rows = one.operation.rows.filter(
          (row) => row.side === "request" && row.name === name && row.definition?.in === "query",
        );
        if (where !== "query" || typeof schema?.type !== "string" || rows.length !== 1) return [];
        const { schema: documented } = valueSchema(rows[0].definition);
        const found = {
          ...one,
          name,
          pointer,
          schema,
          row: rows[0],
          types: [documented.type ?? []].flat(),
          choices: documented.enum,
        };
        return isFit(found) ? [found] : [];
      }),
    );
}

/** A type that a query parameter is not documented with; undefined where it is documented with none that is plain. */
function otherPlainType(types, { type }) {
  const plain = ["integer", "boolean", "string", "number"];
  if (types.length !== 1 || !plain.includes(types[0]) || !plain.includes(type)) return undefined;
  return types[0] === "boolean" ? "integer" : "boolean";
}

export function at(document, pointer) {
  return pointerSteps(pointer).reduce((value, step) => value?.[step], document);
}

function set(document, { holder, name }, schema) {
  at(document, holder.place.pointer).properties[name] = schema;
}

function parameters(document, { place }) {
  const operation = at(document, place.pointer);
  operation.parameters ??= [];
  return operation.parameters;
}

function otherType({ type, shown }, seen) {
  const types = type?.types ?? [];
  if (types.length === 0 || shown.size === 0) return undefined;
  const agrees = [...seen.types.keys()].some((one) => types.includes(one) || one === "null");
  if (!agrees) return undefined;
  return ["boolean", "array", "string"].find((one) => !types.includes(one));
}

export function mayNotBeNull({ node, seen }) {
  const types = node.type?.types ?? [];
  const says = node.rows.map(({ definition }) => definition.description).join(" ");
  return (
    types.length > 0 &&
    !types.includes("null") &&
    !node.shown.has("null") &&
    !seen.types.has("null") &&
    [...seen.types.keys()].some((one) => types.includes(one)) &&
    !/\b(?:null|none|nil|empty|blank|unset|not set)\b/i.test(says)
  );
}
