import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { pathShape } from "../apiref/targets.ts";
import { versionsOfOperation } from "../apiref/versions.ts";
import type { Json } from "../data/json-value.ts";
import { type ReadSample, shownBy, shownJson } from "../samples/read.ts";
import { withAddedRows } from "../schema/added-rows.ts";
import { type BodyNode, placeRows } from "../schema/body.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { BodyMemory } from "./body-memory.ts";
import { filterRows } from "./filter-rows.ts";
import { queriesAsBody } from "./query-as-body.ts";
import { referredRows } from "./referred-rows.ts";
import { guessedPlaces, type Place } from "./unplaced-rows.ts";

/** What the tables and samples of one side of a documented operation say about its body. */
export interface PlacedBody {
  readonly operation: Operation;
  readonly side: Side;
  readonly rows: readonly ParameterRow[];
  readonly samples: readonly ReadSample[];
  /** JSON of other operations on the same resource, the nearest first. */
  readonly siblings: readonly Json[];
  /** The body's structure; undefined where nothing describes it. */
  readonly node: BodyNode | undefined;
  /** Rows of this side of which nothing says where they stand, with where they are published; they are not among `rows`. */
  readonly unplaced: ReadonlyMap<ParameterRow, Place>;
  /** The structure as it is published: with those of the unplaced rows that are of the body. Nothing else may rest on it. */
  readonly published: BodyNode | undefined;
}

/** The bodies of all operations, in the order of the operations. */
export type PlacedBodies = ReadonlyMap<Operation, Readonly<Record<Side, PlacedBody>>>;

/**
 * How many operations before and behind an operation on the same resource are its siblings. No resource has as many; one that
 * seems to have thousands would let each ask all others.
 */
const NEAREST = 50;

/** Places the bodies of all operations; operations on one resource help each other where one has no sample. */
export function placeBodies(operations: readonly Operation[], memory: BodyMemory): PlacedBodies {
  const siblingsOfEach = new Map<Operation, readonly Operation[]>();
  for (const members of groupedBy(operations, resourceOf).values())
    for (const [index, operation] of members.entries()) {
      const near = members.slice(Math.max(0, index - NEAREST), index + NEAREST + 1);
      siblingsOfEach.set(
        operation,
        near.filter((other) => other !== operation),
      );
    }
  const referred = referredRows(operations);
  return new Map(
    operations.map((operation) => {
      const rows = referred(operation);
      const siblings = siblingsOfEach.get(operation)!;
      const place = (side: Side) => {
        const others = siblingSamples(operation, side, siblings, memory);
        const make = () => placeBody(operation, side, rows, others, memory);
        return memory.body(operation, side, rows.length === 0 ? others : [...rows, ...others], make);
      };
      return [operation, { request: place("request"), response: place("response") }];
    }),
  );
}

/** Samples of the same side first: an update's request shows more of a create's than a response does. */
function siblingSamples(
  operation: Operation,
  side: Side,
  siblings: readonly Operation[],
  memory: BodyMemory,
): Json[] {
  const other: Side = side === "request" ? "response" : "request";
  const otherSamples = (operation: Operation) => {
    const samples = memory.json(operation)[other];
    // Nobody sends a list of what there is, or is answered with a patch.
    return side === "request" ? withoutListings(samples) : withoutPatches(samples);
  };
  // Actions share a path and nothing else.
  if (isAction(operation)) return [];
  const shown = siblings.flatMap((sibling) => memory.json(sibling)[side]);
  const same = side === "response" && !isOfMany(operation) ? shown.flatMap(listed) : shown;
  const isUnshown = side === "request" && same.length === 0 && memory.json(operation).request.length === 0;
  const others = [operation, ...siblings].flatMap((one) => {
    const samples = otherSamples(one);
    return isUnshown ? samples.map(withoutEnvelope(operation, one)) : samples;
  });
  return [...same, ...others];
}

/**
 * What responses of an operation show of the request of another one: not the envelope round it, where the table of the
 * response has a row for that and the table of the request has none.
 */
function withoutEnvelope(asking: Operation, answering: Operation): (sample: Json) => Json {
  const named = (operation: Operation, side: Side, name: string) =>
    operation.rows.some((row) => row.side === side && row.name === name && row.definition?.in === "body");
  return (sample) => {
    if (typeof sample !== "object" || sample === null || Array.isArray(sample)) return sample;
    const [name, ...more] = Object.keys(sample);
    if (name === undefined || more.length > 0) return sample;
    const inside = sample[name]!;
    const isObject = typeof inside === "object" && inside !== null && !Array.isArray(inside);
    const isWrapped = isObject && named(answering, "response", name) && !named(asking, "request", name);
    return isWrapped ? inside : sample;
  };
}

/** Whether an operation asks for the list of a resource rather than for one, or for what was made of it. */
function isOfMany({ method, target }: Operation): boolean {
  return method.toUpperCase() === "GET" && !target.path.endsWith("}");
}

/** The objects of a bare list of them, each of which another operation answers alone; any other value by itself. */
function listed(value: Json): readonly Json[] {
  const isList = Array.isArray(value) && value.length > 0;
  return isList && value.every((one) => typeof one === "object" && !Array.isArray(one)) ? value : [value];
}

const withoutListings = remembered((samples: readonly Json[]) =>
  samples.filter((sample) => !isListing(sample)),
);
const withoutPatches = remembered((samples: readonly Json[]) => samples.filter((sample) => !isPatch(sample)));

/** Whether a value lists objects, with at most something about the page beside the list. */
function isListing(value: Json): boolean {
  if (Array.isArray(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  const inside = Object.values(value);
  const isList = (one: Json | undefined) =>
    Array.isArray(one) && one.some((item) => typeof item === "object");
  return inside.some(isList) && inside.every((one) => isList(one) || typeof one !== "object" || one === null);
}

/** Whether a value is a JSON Patch document (RFC 6902, section 3). */
function isPatch(value: Json): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => hasName(one, "op") && hasName(one, "path"))
  );
}

/** An operation that must have a body: `POST …/action`, with the action as the body's one key. */
export function isAction(operation: Operation): boolean {
  return operation.method.toUpperCase() === "POST" && /\/action$/.test(operation.target.path);
}

/** The operations that must have a body and of whose body nothing is said. */
export function undocumentedActions(placed: PlacedBodies): Operation[] {
  return [...placed].flatMap(([operation, { request }]) =>
    request.node === undefined && isAction(operation) ? [operation] : [],
  );
}

/** The path of what an operation is about, that of the list: `/v2/shares` of `/v2/shares/{id}` and of `/v2/shares/detail`. */
export function resourceOf(operation: Operation): string {
  return pathShape(operation.target.path).replace(/(?:\/\{\}|\/detail)$/, "");
}

function placeBody(
  operation: Operation,
  side: Side,
  referred: readonly ParameterRow[],
  siblings: readonly Json[],
  memory: BodyMemory,
): PlacedBody {
  const all = [...operation.rows, ...referred].filter((row) => row.side === side);
  const rows = all.filter((row) => isOfBody(row, side, operation, memory));
  const ofQuery = queriesAsBody(operation);
  const samples = memory
    .contents(operation)
    .filter(({ sample }) => sample.side === side && !ofQuery.has(sample));
  const first = rows[0] ?? samples.find(({ content }) => shownJson(content) !== undefined)?.sample;
  const known = {
    samples: shownBy(samples),
    siblings,
    path: operation.target.path,
    versions: versionsOfOperation(operation),
  };
  const node = first && memory.node(first, { ...known, rows });
  const unplaced = guessedPlaces(operation, side, all, () => namesAtAnyDepth(memory.json(operation)[side]));
  const added = new Set([...unplaced].flatMap(([row, place]) => (place === "body" ? [row] : [])));
  const ofBody = new Set([...rows, ...added]);
  const published =
    added.size === 0
      ? node
      : withAddedRows(node, placeRows({ ...known, rows: all.filter((row) => ofBody.has(row)) }), added);
  return { operation, side, rows, samples, siblings, node, unplaced, published };
}

function isOfBody(row: ParameterRow, side: Side, operation: Operation, memory: BodyMemory): boolean {
  if (row.side !== side) return false;
  const where = row.definition?.in;
  if (where === "body")
    return !filterRows(operation).has(row) && !describesVariable(row, side, operation, memory);
  if (where !== "path" && where !== "query") return false;
  // A response has neither path nor query: what its sample shows under the name is what the row is about.
  if (side === "response") return isShown(row, side, operation, memory);
  // Nor has a request a variable that its URL lacks.
  return where === "path" && isNoVariable(row, operation) && isShown(row, side, operation, memory);
}

function isShown({ name }: ParameterRow, side: Side, operation: Operation, memory: BodyMemory): boolean {
  return namesAtAnyDepth(memory.json(operation)[side]).has(name);
}

/** Whether a row names no variable of its operation's URL, and the method takes a body in which it may be instead. */
function isNoVariable(row: ParameterRow, operation: Operation): boolean {
  return !BODILESS.test(operation.method) && !isVariable(row, operation);
}

/** Methods whose requests have no body (RFC 9110, 9.3.1, 9.3.2, 9.3.5). */
const BODILESS = /^(?:get|head|delete)$/i;

/**
 * Whether a row is that of a variable of the URL, but for the place in its definition: no other row documents the variable, no
 * sample has the name in the request's body, and the method takes no body or nothing else is known of one. In a table of
 * a body the page shows the row as a part of it, and nothing says that it is none.
 */
function describesVariable(row: ParameterRow, side: Side, operation: Operation, memory: BodyMemory): boolean {
  if (side !== "request" || !isVariable(row, operation)) return false;
  const ofRequest = operation.rows.filter((other) => other.side === side);
  if (ofRequest.some(({ name, definition }) => name === row.name && definition?.in === "path")) return false;
  const shown = memory.json(operation).request;
  if (namesAtAnyDepth(shown).has(row.name)) return false;
  if (BODILESS.test(operation.method)) return true;
  const isOfOthers = (other: ParameterRow) =>
    other.definition?.in === "body" && !isVariable(other, operation);
  return !ofRequest.some(isOfOthers) && shown.every((sample) => Array.isArray(sample));
}

function isVariable({ name }: ParameterRow, { target }: Operation): boolean {
  return target.variables.some((variable) => variable.name === name);
}

const namesAtAnyDepth = remembered((samples: readonly Json[]): ReadonlySet<string> => {
  const names = new Set<string>();
  const read = (value: Json | undefined): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) for (const item of value) read(item);
    else
      for (const [name, inner] of Object.entries(value)) {
        names.add(name);
        read(inner);
      }
  };
  for (const sample of samples) read(sample);
  return names;
});

function hasName(value: Json | undefined, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => hasName(item, name));
  return Object.hasOwn(value, name) || Object.values(value).some((inner) => hasName(inner, name));
}
