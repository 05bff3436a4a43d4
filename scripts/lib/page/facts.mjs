import { eachOperation, resolveReference } from "./document.mjs";

/**
 * What a document says of an API, whichever way it is put together: its operations, their parameters, codes, headers and
 * the properties of their bodies, each as a line.
 *
 * @param {any} document
 * @returns {Set<string>}
 */
export function factsOf(document) {
  const facts = new Set();
  for (const { path, method, operation } of eachOperation(document)) {
    const at = `${method} ${path}`;
    for (const { summary } of operation["x-openstack-operations"] ?? [operation])
      facts.add(`${at}: ${summary}`);
    for (const use of operation.parameters ?? []) {
      const parameter = resolveReference(document, use);
      facts.add(`${at} ${parameter.in} ${parameter.name}`);
    }
    addBody(`${at} request`, operation.requestBody);
    for (const [code, use] of Object.entries(operation.responses)) {
      const response = resolveReference(document, use);
      facts.add(`${at} ${code}`);
      for (const name of Object.keys(response.headers ?? {})) facts.add(`${at} ${code} header ${name}`);
      addBody(`${at} ${code}`, response);
    }
  }
  return facts;

  function addBody(at, body) {
    for (const { schema } of Object.values(resolveReference(document, body)?.content ?? {}))
      addProperties(at, schema, []);
  }

  /** @param {readonly object[]} way the schemas round it, for one may refer to itself */
  function addProperties(at, use, way) {
    const schema = resolveReference(document, use);
    if (typeof schema !== "object" || schema === null || way.includes(schema)) return;
    const inside = [...way, schema];
    for (const keyword of ["allOf", "anyOf", "oneOf"])
      for (const part of schema[keyword] ?? []) addProperties(at, part, inside);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      facts.add(`${at} .${name}`);
      addProperties(`${at} .${name}`, property, inside);
    }
    addProperties(`${at} []`, schema.items, inside);
    addProperties(`${at} *`, schema.additionalProperties, inside);
  }
}
