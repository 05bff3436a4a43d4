import type { Definition } from "../apiref/parameters-file.ts";
import type { Json } from "../data/json-value.ts";
import { hasFormat } from "../samples/accepts.ts";
import { isLooseForm } from "../samples/loose-formats.ts";
import { shownBy } from "../samples/read.ts";
import { announcedValues } from "../schema/announced-values.ts";
import type { BodyNode } from "../schema/body.ts";
import { formatOf } from "../schema/value-schema.ts";
import { remembered } from "../text/remembered.ts";
import type { PlacedBodies, PlacedBody } from "./placed-bodies.ts";
import { shownValues } from "./shown-values.ts";

/** Definitions by what samples show against them, anywhere in the tree. */
export interface Disproved {
  /** A value breaks the format: it is of no use to readers of the others. */
  readonly broken: ReadonlySet<Definition>;
  /** A value has another form of what the type means, so that nothing is contradicted. */
  readonly loose: ReadonlySet<Definition>;
  /** A value is not among those that the description announces. */
  readonly unlisted: ReadonlySet<Definition>;
}

/** Looks for the definitions whose format, or whose list of values, a value of a sample breaks. */
export function disproved(bodies: PlacedBodies): Disproved {
  const found = {
    broken: new Set<Definition>(),
    loose: new Set<Definition>(),
    unlisted: new Set<Definition>(),
  };
  for (const { request, response } of bodies.values())
    for (const body of [request, response])
      for (const [kind, definition] of disprovedBy(body)) found[kind].add(definition);
  return found;
}

/** What the samples of one body show against definitions. */
const disprovedBy = remembered(
  ({ node, samples }: PlacedBody): readonly (readonly [keyof Disproved, Definition])[] =>
    node === undefined ? [] : shownBy(samples).flatMap((sample) => [...contradictions(node, sample)]),
);

function* contradictions(node: BodyNode, sample: Json): Iterable<readonly [keyof Disproved, Definition]> {
  for (const { definition, value } of shownValues(node, sample)) {
    for (const one of [value].flat())
      if (typeof one === "string" || typeof one === "number")
        if (announcedValues(definition)?.includes(String(one)) === false) yield ["unlisted", definition];
    const format = formatOf(definition);
    if (format === undefined) continue;
    for (const text of [value].flat()) {
      if (typeof text !== "string" || hasFormat(format, text)) continue;
      yield ["broken", definition];
      if (isLooseForm(definition, format, text)) yield ["loose", definition];
    }
  }
}
