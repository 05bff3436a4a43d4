import { asDocumented, choicesOf } from "../../../src/schema/json-schema.ts";
import { likeliest, pickOperations } from "../../../src/verify/pick-operations.ts";
import { matcherOf, takesAnyMethod } from "../../../src/verify/templates.ts";
import { rowsAt } from "../../../src/verify/version-rows.ts";

/**
 * Where evidence and tables both have a property, so that a fault put in there has to be reported.
 *
 * @typedef {object} Site
 * @property {import("../../../src/evidence/evidence.ts").Observation} observation
 * @property {import("../../../src/apiref/model.ts").Operation} operation
 * @property {"request" | "response"} side
 * @property {readonly string[]} path from the body down
 * @property {string} name
 * @property {import("../../../src/schema/body.ts").BodyNode} node
 * @property {import("../../../src/evidence/seen.ts").SeenNode} seen of the property
 * @property {import("../../../src/evidence/seen.ts").SeenNode} holder the object that has it
 * @property {boolean} isWhole whether the object has all that the tables require
 * @property {readonly unknown[] | undefined} choices
 */

/** The operations of the evidence with what documents them, and all sites in their bodies. */
export function sitesOf(evidence, placed) {
  const match = matcherOf([...placed.keys()]);
  const operations = [];
  const sites = [];
  for (const observation of evidence.observations()) {
    const { operations: picked } = pickOperations(match(observation), observation, placed);
    if (picked.length === 0 || picked.some(takesAnyMethod)) continue;
    operations.push({ observation, operation: picked[0], all: picked });
    for (const { side, seen } of observation.bodies) {
      const [body] = likeliest(
        picked.map((operation) => placed.get(operation)[side]),
        seen,
      );
      if (body.node === undefined || body.rows.length === 0) continue;
      walk(seen, asDocumented(body.node), [], (site) =>
        sites.push({ observation, operation: body.operation, side, ...site }),
      );
    }
  }
  return { operations, sites };

  function walk(seen, placed, path, found) {
    const node = asDocumented(placed);
    if (seen.items !== undefined && node.items !== undefined)
      walk(seen.items, node.items, [...path, "[]"], found);
    if (node.values !== undefined) return;
    const asked = [...node.properties.values()].filter(
      ({ rows }) => rows.length > 0 && rows.every(isRequired),
    );
    const isWhole =
      asked.length > 2 && asked.every(({ name }) => (seen.properties.get(name)?.count ?? 0) >= seen.objects);
    for (const [name, property] of seen.properties) {
      const known = node.properties.get(name);
      if (known === undefined || known.undocumented) continue;
      if (
        known.rows.length > 0 &&
        rowsAt(known.rows, {}).length > 0 &&
        known.rows[0].definition !== undefined
      )
        found({ path, name, node: known, seen: property, holder: seen, isWhole, choices: choicesOf(known) });
      if (known.rows.length === 0 || agree(property, known)) walk(property, known, [...path, name], found);
    }
  }
}

function isRequired({ definition }) {
  return definition?.required === true;
}

function agree(seen, { type }) {
  const types = type?.types ?? [];
  return types.length === 0 || [...seen.types.keys()].some((one) => types.includes(one));
}
