import type { Operation } from "../apiref/model.ts";
import { rangeOf } from "../apiref/versions.ts";
import { isAction, type PlacedBodies, type PlacedBody } from "../bodies/placed-bodies.ts";
import type { Observation } from "../evidence/evidence.ts";
import type { SeenNode } from "../evidence/seen.ts";
import { literalPattern } from "../text/literal-pattern.ts";
import { overlap } from "./version-rows.ts";

/** Of operations that share method and path those that an observation may be of. */
export interface Picked {
  readonly operations: readonly Operation[];
  /** The key of an action that none of them has. */
  readonly unknownAction?: string;
}

/** By the key of the action, the query and the microversion. */
export function pickOperations(
  candidates: readonly Operation[],
  observation: Observation,
  placed: PlacedBodies,
): Picked {
  const keys = actionKeys(observation);
  let left = candidates;
  if (candidates.some(isAction) && keys.length > 0) {
    left = candidates.filter((one) => keys.some((key) => hasAction(one, key, placed)));
    // of a section that says nothing of its body only the title tells which action it is
    if (left.length === 0) left = candidates.filter((one) => placed.get(one)!.request.node === undefined);
    if (left.length === 0) return { operations: [], unknownAction: keys[0]! };
  }
  left = left.filter((one) => overlap(rangeOf(one), observation.versions));
  const names = new Set(observation.query.map(({ name }) => name));
  const asked = left.filter(
    ({ target }) => target.query.length > 0 && target.query.every(({ name }) => names.has(name)),
  );
  if (asked.length > 0) return { operations: asked };
  const plain = left.filter(({ target }) => target.query.length === 0);
  return { operations: plain.length > 0 ? plain : left };
}

/** The key of the body that names an action: a document says it, a request has it alone. */
function actionKeys({ action, kind, bodies }: Observation): readonly string[] {
  if (action !== undefined) return [action];
  if (kind === "document") return [];
  return [...(bodies.find(({ side }) => side === "request")?.seen.properties.keys() ?? [])];
}

/** Whether the request of a documented action has a key: a row or a sample names it, or its title does. */
export function hasAction(operation: Operation, key: string, placed: PlacedBodies): boolean {
  const { request } = placed.get(operation)!;
  if (request.node?.properties.has(key) === true) return true;
  if (request.rows.some(({ name }) => name === key)) return true;
  return new RegExp(`(?<![\\w-])${literalPattern(key)}(?![\\w-])`, "i").test(operation.title);
}

/** Bodies of operations that may be meant, those that have most names of the evidence first. */
export function likeliest(bodies: readonly PlacedBody[], seen: SeenNode): readonly PlacedBody[] {
  if (bodies.length < 2) return bodies;
  const names = namesIn(seen);
  const score = ({ rows }: PlacedBody) => rows.filter(({ name }) => names.has(name)).length;
  return bodies
    .map((body) => ({ body, points: score(body) }))
    .sort((a, b) => b.points - a.points)
    .map(({ body }) => body);
}

/** The names of the properties in a body, as far as it is looked into. */
export function namesIn(seen: SeenNode, depth = 0, names = new Set<string>()): Set<string> {
  if (depth > 3) return names;
  for (const [name, property] of seen.properties) {
    names.add(name);
    namesIn(property, depth + 1, names);
  }
  if (seen.items !== undefined) namesIn(seen.items, depth, names);
  return names;
}
