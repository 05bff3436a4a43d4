import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { pathShape } from "../apiref/targets.ts";
import type { Json } from "../data/json-value.ts";
import { prune } from "../samples/prune.ts";
import { type ReadSample, shownBy, shownJson, withValue } from "../samples/read.ts";
import { type BodyNode, placeRows } from "../schema/body.ts";
import type { Span } from "../text/span.ts";
import type { BodyMemory } from "./body-memory.ts";

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
}

/** The bodies of all operations, in the order of the operations. */
export type PlacedBodies = ReadonlyMap<Operation, Readonly<Record<Side, PlacedBody>>>;

/** What the placing of bodies depends on beside the operations. */
export interface PlacingContext {
  /** All rows hold at one microversion. */
  readonly settled: boolean;
  readonly memory: BodyMemory;
}

/** Places the bodies of all operations; operations on one resource help each other where one has no sample. */
export function placeBodies(operations: readonly Operation[], context: PlacingContext): PlacedBodies {
  const resources = new Map<string, Operation[]>();
  const resourceOfEach = new Map<Operation, Operation[]>();
  for (const operation of operations) {
    const resource = resourceOf(operation);
    const members = resources.get(resource) ?? [];
    resources.set(resource, members);
    members.push(operation);
    resourceOfEach.set(operation, members);
  }
  return new Map(
    operations.map((operation) => {
      const siblings = resourceOfEach.get(operation)!.filter((other) => other !== operation);
      const place = (side: Side) => {
        const others = siblingSamples(operation, side, siblings, context.memory);
        return context.memory.body(operation, side, others, () =>
          placeBody(operation, side, others, context),
        );
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
  // Actions share a path and nothing else.
  if (isAction(operation)) return [];
  return [
    ...siblings.flatMap((sibling) => memory.json(sibling)[side]),
    ...memory.json(operation)[other],
    ...siblings.flatMap((sibling) => memory.json(sibling)[other]),
  ];
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

/** `/v2/shares`, `/v2/shares/{id}` and `/v2/shares/detail` are one resource. */
function resourceOf(operation: Operation): string {
  return pathShape(operation.target.path).replace(/(?:\/\{\}|\/detail)$/, "");
}

function placeBody(
  operation: Operation,
  side: Side,
  siblings: readonly Json[],
  { settled, memory }: PlacingContext,
): PlacedBody {
  const { rows, samples } = asOfTheRun(
    operation,
    operation.rows.filter((row) => isOfBody(row, side, operation, memory)),
    memory.contents(operation).filter(({ sample }) => sample.side === side),
    side,
    siblings,
    memory,
  );
  const first = rows[0] ?? samples.find(({ content }) => shownJson(content) !== undefined)?.sample;
  const node =
    first &&
    memory.node(first, {
      rows,
      samples: shownBy(samples),
      siblings,
      path: operation.target.path,
      settled,
    });
  return { operation, side, rows, samples, siblings, node };
}

function isOfBody(row: ParameterRow, side: Side, operation: Operation, memory: BodyMemory): boolean {
  if (row.side !== side) return false;
  const where = row.definition?.in;
  if (where === "body") return !describesVariable(row, side, operation, memory);
  // A response has neither path nor query: what its sample shows under the name is what the row is about.
  return side === "response" && (where === "path" || where === "query") && isShown(row, operation, memory);
}

function isShown({ name }: ParameterRow, operation: Operation, memory: BodyMemory): boolean {
  return memory.json(operation).response.some((sample) => hasName(sample, name));
}

/** Methods whose requests have no body (RFC 9110, 9.3.1, 9.3.2, 9.3.5). */
const BODILESS = /^(?:get|head|delete)$/i;

/**
 * Whether a row is that of a variable of the URL, but for the place in its definition: the method takes no body, no other
 * row documents the variable, and no sample has the name in the request's body. Where there may be a body, the page shows
 * the row as a part of it, and nothing says that it is none.
 */
function describesVariable(
  { name }: ParameterRow,
  side: Side,
  operation: Operation,
  memory: BodyMemory,
): boolean {
  if (side !== "request" || !BODILESS.test(operation.method)) return false;
  if (!operation.target.variables.some((variable) => variable.name === name)) return false;
  const isDocumented = operation.rows.some(
    (row) => row.side === side && row.name === name && row.definition?.in === "path",
  );
  return !isDocumented && !memory.json(operation).request.some((sample) => hasName(sample, name));
}

function hasName(value: Json | undefined, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => hasName(item, name));
  return Object.hasOwn(value, name) || Object.values(value).some((inner) => hasName(inner, name));
}

/**
 * Rows and samples of a body, without what is only at other microversions than that of the run: what the rows document
 * that were left out, and what is inside it.
 */
function asOfTheRun(
  operation: Operation,
  rows: readonly ParameterRow[],
  samples: readonly ReadSample[],
  side: Side,
  siblings: readonly Json[],
  memory: BodyMemory,
): { readonly rows: readonly ParameterRow[]; readonly samples: readonly ReadSample[] } {
  const all = operation.rowsOfAllVersions?.filter((row) => isOfBody(row, side, operation, memory)) ?? rows;
  if (all.length === rows.length) return { rows, samples };
  const root = placeRows({
    rows: all,
    samples: shownBy(samples),
    siblings,
    path: operation.target.path,
  });
  const held = new Set(rows.map(({ span }) => span));
  const isHeld = (place: BodyNode) => place.rows.some(({ span }) => held.has(span));
  // A dotted name brings what it is in along, whatever another table says of that.
  const holdsDotted = (place: BodyNode): boolean =>
    [...place.properties.values(), place.items, place.values].some(
      (inner) => inner !== undefined && ((inner.origin === "dotted" && isHeld(inner)) || holdsDotted(inner)),
    );
  const isGone = (place: BodyNode) => place.rows.length > 0 && !isHeld(place) && !holdsDotted(place);
  const dropped = new Set<Span>();
  const visit = (place: BodyNode, isInside: boolean) => {
    if (isInside) for (const { span } of place.rows) dropped.add(span);
    const isDropped = isInside || isGone(place);
    for (const inner of [...place.properties.values(), place.items, place.values])
      if (inner !== undefined) visit(inner, isDropped);
  };
  visit(root, false);
  return {
    rows: rows.filter(({ span }) => !dropped.has(span)),
    samples: samples.map((one) => ({
      ...one,
      content: withValue(one.content, (value) => prune(value, root, isGone)),
    })),
  };
}
