import { compareVersions, holdsAt, rangeOf } from "../../src/apiref/versions.ts";
import { groupedBy } from "../../src/text/grouped.ts";
import { eachOperation, resolveReference } from "./page/document.mjs";

/**
 * @typedef {import("../../src/apiref/model.ts").Operation} Operation
 * @typedef {import("../../src/apiref/model.ts").Sample} Sample
 * @typedef {{ bounds: readonly object[], called: string }} Fact what holds within bounds, and what it is called
 */

/**
 * What a document lacks of that which its sources say holds at a microversion, and what it has that does not.
 *
 * @param {import("../../src/bodies/read-bodies.ts").Bodies} bodies those of all microversions
 * @param {import("../../src/openapi/specification.ts").Specification} specification
 * @param {{ version: string | undefined, apart: boolean }} options `version` is undefined for the document of all
 *   microversions; `apart` says that each documented operation stands for itself
 * @returns {{ facts: number, problems: { kind: string, text: string }[] }}
 */
export function problemsAt({ apiRef, placed }, { document, sourceMap }, { version, apart }) {
  const problems = [];
  let facts = 0;
  const expect = (isThere, kind, text) => {
    facts++;
    if (!isThere) problems.push({ kind, text });
  };
  const nameOf = (method, path, title) =>
    `${method.toUpperCase()} ${path.replace(/\{[^{}]*\}/g, "{}")}${apart ? ` ${title}` : ""}`;
  const written = groupedBy(eachOperation(document), ({ method, path, operation }) =>
    nameOf(method, path, operation.summary),
  );
  const documented = groupedBy(
    apiRef.documents.flatMap(({ operations }) =>
      operations.filter(({ method, url, target }) => method !== "" && url !== "" && !target.webhook),
    ),
    ({ method, target, title }) => nameOf(method, target.path, title || `${method} ${target.path}`),
  );
  const textsOf = examplesIn(apiRef, sourceMap);
  const compared = [];
  for (const [name, all] of documented) {
    const held = all.filter((operation) => isHeld([operation], version));
    const found = written.get(name);
    expect(held.length > 0 || found === undefined, "has operation", name);
    expect(held.length === 0 || found !== undefined, "lacks operation", name);
    if (found === undefined || held.length === 0) continue;
    const said = found.map((one) => saidOf(document, one, textsOf));
    for (const kind of ["title", "code", "row", "sample"]) {
      const wanted = new Set();
      const others = new Set();
      for (const operation of all)
        for (const { bounds, called } of factsOf(operation, kind, { version, placed }))
          (isHeld([operation, ...bounds], version) ? wanted : others).add(called);
      compared.push({ name, kind, wanted, others, said: said.flatMap((one) => one[kind]) });
    }
  }
  const bearers = bearersOf(compared);
  for (const { name, kind, wanted, others, said } of compared) {
    const known = groupedBy(said, ({ called }) => called);
    const isSaid = (called) =>
      known.has(called) || said.some(({ value, side }) => isPart(value, jsonIn(called, side)));
    for (const called of wanted) expect(isSaid(called), `lacks ${kind}`, `${name}: ${called}`);
    // Several operations in one may mean different things by a name.
    for (const called of kind === "row" && !apart ? [] : others)
      if (!wanted.has(called))
        expect(
          (known.get(called) ?? []).every(
            ({ within, isUndocumented }) =>
              isUndocumented || within.some((one) => bearers.get(one)?.has(called)),
          ),
          `has ${kind}`,
          `${name}: ${called}`,
        );
  }
  return { facts, problems };
}

/** What operations want by the component that has it: one schema is that of a resource in all of its operations. */
function bearersOf(compared) {
  const bearers = new Map();
  for (const { wanted, said } of compared)
    for (const { called, within } of said)
      if (wanted.has(called))
        for (const one of within) bearers.set(one, (bearers.get(one) ?? new Set()).add(called));
  return bearers;
}

function isHeld(bounds, version) {
  return version === undefined || bounds.every((one) => holdsAt(rangeOf(one ?? {}), version));
}

/** @param {Operation} operation @returns {Fact[]} */
function factsOf(operation, kind, { version, placed }) {
  const { method, target, title, statuses, rows, samples } = operation;
  switch (kind) {
    case "title":
      return [{ bounds: [], called: title || `${method} ${target.path}` }];
    case "code":
      return statuses.map((status) => ({ bounds: [status], called: status.code }));
    case "row": {
      const around = rowsAround(placed.get(operation));
      return rows.flatMap((row) =>
        placesOf(row, operation).map((called) => ({
          bounds: [row, row.definition, ...(around.get(row) ?? [])],
          called,
        })),
      );
    }
    default:
      return samples.flatMap((sample) =>
        sample.file === undefined || sample.path === undefined || sample.text.trim() === ""
          ? []
          : [
              {
                bounds: [sample, asOf(sample, samples, version)],
                called: `${sample.side} ${sample.text.trim()}`,
              },
            ],
      );
  }
}

/** The bounds of the rows that each row of the bodies stands in: without its container, there is none. */
function rowsAround({ request, response }) {
  const found = new Map();
  const visit = (node, around) => {
    if (node === undefined) return;
    for (const row of node.rows) found.set(row, around);
    const [first, ...others] = node.rows;
    const inside =
      first === undefined || others.length > 0 || node.origin === "dotted"
        ? around
        : [...around, first, first.definition];
    for (const inner of [...node.properties.values(), node.items, node.values]) visit(inner, inside);
  };
  visit(request.node, []);
  visit(response.node, []);
  return found;
}

/** The JSON of a sample of a side; undefined where it is another's or none. */
function jsonIn(called, side) {
  if (side === undefined || !called.startsWith(`${side} `)) return undefined;
  try {
    return JSON.parse(called.slice(side.length + 1));
  } catch {
    return undefined;
  }
}

/** Whether a value is what is left of another without some of its properties. */
function isPart(part, whole) {
  if (part === undefined || typeof part !== typeof whole) return false;
  if (typeof part !== "object" || part === null || whole === null) return part === whole;
  if (Array.isArray(part))
    return Array.isArray(whole) && part.every((item, index) => isPart(item, whole[index]));
  return Object.keys(part).every((name) => isPart(part[name], whole[name]));
}

/** The bounds of a sample that was taken at a version: up to that of the next file of its name. @param {Sample} sample */
function asOf(sample, samples, version) {
  const since = (one) => one.asOf ?? one.minVersion;
  const name = ({ path = "" }) => path.slice(path.lastIndexOf("/") + 1);
  const isReplaced = samples.some(
    (other) =>
      other.side === sample.side &&
      other.asOf !== undefined &&
      name(other) === name(sample) &&
      compareVersions(other.asOf, since(sample) ?? "0.0") > 0 &&
      version !== undefined &&
      isHeld([other], version) &&
      compareVersions(other.asOf, version) <= 0,
  );
  return isReplaced ? { maxVersion: "0.0" } : { minVersion: sample.asOf };
}

/** What a row may be called among the names of a document; nothing where that is no name of the API. */
function placesOf({ name, side, definition }, { method, target }) {
  const where = definition?.in;
  const isVariable = target.variables.some((variable) => variable.name === name);
  if (where === undefined || /[{}<>[\]*]/.test(name)) return [];
  const last = name.split(".").at(-1);
  // Entries of a map have no names, and a request without a body describes a variable of its URL at most.
  if (where === "body")
    return /^(?:key|value)$/.test(last) || (isVariable && /^(?:get|head|delete)$/i.test(method))
      ? []
      : [`${side} body ${last}`];
  if (side === "response" && where !== "header") return [];
  // A path may stand there under other names of its variables.
  if (where === "path")
    return isVariable ? [`path ${target.variables.findIndex((variable) => variable.name === name)}`] : [];
  return /^(?:accept|content-type|authorization|x-auth-token)$/i.test(name)
    ? []
    : [`${side} ${where} ${name}`];
}

/** The texts of the samples that components of examples were made of, by their pointers. */
function examplesIn(apiRef, sourceMap) {
  const texts = new Map();
  for (const { operations } of apiRef.documents)
    for (const { samples } of operations)
      for (const { file, text } of samples) if (file !== undefined) texts.set(file.path, text.trim());
  const found = new Map();
  for (const [pointer, { file }] of sourceMap)
    if (/^\/components\/examples\/[^/]+$/.test(pointer)) found.set(`#${pointer}`, texts.get(file.path));
  return found;
}

/** What a document says of an operation, each with the components that it stands in. */
function saidOf(document, { path, operation }, textsOf) {
  const said = { title: [], code: [], row: [], sample: [] };
  const say = (kind, called, more) => said[kind].push({ called, within: [], ...more });
  const variables = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
  for (const { summary } of operation["x-openstack-operations"] ?? [operation]) say("title", summary);
  for (const use of operation.parameters ?? []) {
    const parameter = resolveReference(document, use);
    if (parameter.in === "path") say("row", `path ${variables.indexOf(parameter.name)}`);
    else say("row", `request ${parameter.in} ${parameter.name}`);
  }
  addBody("request", operation.requestBody);
  for (const [code, use] of Object.entries(operation.responses)) {
    const response = resolveReference(document, use);
    say("code", code);
    for (const name of Object.keys(response.headers ?? {})) say("row", `response header ${name}`);
    addBody("response", response);
  }
  for (const { source } of operation["x-codeSamples"] ?? [])
    for (const side of ["request", "response"]) say("sample", `${side} ${source.trim()}`);
  return said;

  function addBody(side, body) {
    const { content = {} } = resolveReference(document, body) ?? {};
    for (const { schema, examples = {}, ...more } of Object.values(content)) {
      addNames(side, schema, [], []);
      for (const use of Object.values(examples))
        say("sample", `${side} ${textsOf.get(use.$ref)}`, {
          side,
          value: resolveReference(document, use).value,
        });
      for (const { description = "", value } of Object.values(more["x-openstack-examples"] ?? {}))
        say("sample", `${side} ${typeof value === "string" ? value.trim() : description}`);
    }
  }

  /** @param {readonly object[]} way the schemas round it, for one may refer to itself */
  function addNames(side, use, way, components) {
    const schema = resolveReference(document, use);
    if (typeof schema !== "object" || schema === null || way.includes(schema)) return;
    const inside = [...way, schema];
    const within = use.$ref === undefined ? components : [...components, use.$ref];
    for (const keyword of ["allOf", "anyOf", "oneOf"])
      for (const part of schema[keyword] ?? []) addNames(side, part, inside, within);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const isUndocumented = property["x-openstack-undocumented"] === true;
      say("row", `${side} body ${name.split(".").at(-1)}`, { within, isUndocumented });
      addNames(side, property, inside, within);
    }
    addNames(side, schema.items, inside, within);
    addNames(side, schema.additionalProperties, inside, within);
  }
}
