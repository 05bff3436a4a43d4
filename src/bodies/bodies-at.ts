import type { Operation, ParameterRow } from "../apiref/model.ts";
import { prune } from "../samples/prune.ts";
import { shownBy, withValue } from "../samples/read.ts";
import type { BodyNode } from "../schema/body.ts";
import { narrowed } from "../schema/narrowed.ts";
import type { Span } from "../text/span.ts";
import type { BodyMemory } from "./body-memory.ts";
import type { PlacedBodies, PlacedBody } from "./placed-bodies.ts";
import { referredRows } from "./referred-rows.ts";
import { addsToBody } from "./unplaced-rows.ts";

/**
 * The bodies of operations as they are at a microversion: those of all versions without what does not hold, so that every
 * row stands where it stands in them, whichever samples were taken at that version.
 *
 * @param operations those that hold, each with its rows and samples of the version
 */
export function bodiesAt(
  placed: PlacedBodies,
  operations: readonly Operation[],
  memory: BodyMemory,
): PlacedBodies {
  const referred = referredRows(operations);
  return new Map(
    operations.map((operation) => {
      const { request, response } = placed.get(operation.ofAllVersions!)!;
      const rows = referred(operation);
      return [
        operation,
        {
          request: bodyAt(request, operation, rows, memory),
          response: bodyAt(response, operation, rows, memory),
        },
      ];
    }),
  );
}

function bodyAt(
  whole: PlacedBody,
  operation: Operation,
  referred: readonly ParameterRow[],
  memory: BodyMemory,
): PlacedBody {
  const { side, siblings, published: root } = whole;
  const samples = memory.contents(operation).filter(({ sample }) => sample.side === side);
  const held = new Map([...referred, ...operation.rows].map((row) => [row.span, row]));
  const isGone = goneFrom(held);
  const unplaced = new Map(
    [...whole.unplaced].flatMap(([{ span }, place]) => {
      const row = held.get(span);
      return row === undefined ? [] : [[row, place] as const];
    }),
  );
  const nothing = { operation, side, rows: [], samples, siblings, unplaced };
  if (root === undefined) return { ...nothing, node: undefined, published: undefined };
  const pruned = samples.map((one) => ({
    ...one,
    content: withValue(one.content, (value) => prune(value, root, isGone)),
  }));
  const dropped = insideGone(root, isGone);
  const rows = whole.rows.flatMap(({ span }) => {
    const row = dropped.has(span) ? undefined : held.get(span);
    return row === undefined ? [] : [row];
  });
  const values = shownBy(pruned);
  const at = (node: BodyNode | undefined, isDescribed: boolean) =>
    node !== undefined && isDescribed
      ? narrowed(node, {
          rowOf: ({ span }) => held.get(span),
          isGone,
          values,
          others: shownBy(whole.samples),
        })
      : undefined;
  const isDescribed = rows.length > 0 || values.length > 0;
  const isAdded = addsToBody(unplaced);
  return {
    ...nothing,
    rows,
    samples: pruned,
    node: at(whole.node, isDescribed),
    published: at(root, isDescribed || isAdded),
  };
}

/** Tells the places that only rows of other versions document. */
function goneFrom(held: ReadonlyMap<Span, ParameterRow>): (place: BodyNode) => boolean {
  const isHeld = (place: BodyNode) => place.rows.some(({ span }) => held.has(span));
  // A dotted name brings what it is in along, whatever another table says of that.
  const holdsDotted = (place: BodyNode): boolean =>
    insideOf(place).some((inner) => (inner.origin === "dotted" && isHeld(inner)) || holdsDotted(inner));
  return (place) => place.rows.length > 0 && !isHeld(place) && !holdsDotted(place);
}

/** The spans of the rows that stand in places that are gone. */
function insideGone(root: BodyNode, isGone: (place: BodyNode) => boolean): Set<Span> {
  const dropped = new Set<Span>();
  const visit = (place: BodyNode, isInside: boolean) => {
    if (isInside) for (const { span } of place.rows) dropped.add(span);
    const isDropped = isInside || isGone(place);
    for (const inner of insideOf(place)) visit(inner, isDropped);
  };
  visit(root, false);
  return dropped;
}

function insideOf({ properties, items, values }: BodyNode): BodyNode[] {
  return [...properties.values(), items, values].filter((inner) => inner !== undefined);
}
