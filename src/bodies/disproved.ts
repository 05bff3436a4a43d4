import type { Definition } from "../apiref/parameters-file.ts";
import type { Json } from "../data/json-value.ts";
import { hasFormat } from "../samples/accepts.ts";
import { isLooseForm } from "../samples/loose-formats.ts";
import { shownBy } from "../samples/read.ts";
import { announcedValues } from "../schema/announced-values.ts";
import type { BodyNode } from "../schema/body.ts";
import { formatOf } from "../schema/value-schema.ts";
import type { PlacedBodies } from "./placed-bodies.ts";
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
    for (const { node, samples } of [request, response])
      if (node !== undefined) for (const value of shownBy(samples)) look(node, value, found);
  return found;
}

function look(
  node: BodyNode,
  sample: Json,
  { broken, loose, unlisted }: Record<keyof Disproved, Set<Definition>>,
): void {
  for (const { definition, value } of shownValues(node, sample)) {
    for (const one of [value].flat())
      if (typeof one === "string" || typeof one === "number")
        if (announcedValues(definition)?.includes(String(one)) === false) unlisted.add(definition);
    const format = formatOf(definition);
    if (format === undefined) continue;
    for (const text of [value].flat()) {
      if (typeof text !== "string" || hasFormat(format, text)) continue;
      broken.add(definition);
      if (isLooseForm(definition, format, text)) loose.add(definition);
    }
  }
}
