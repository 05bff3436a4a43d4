import type { Operation } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import type { BodyNode } from "../schema/body.ts";
import type { JsonType } from "../schema/types.ts";
import { once } from "../text/once.ts";

/** The operations whose samples of responses show what a definition is of, each with the types that they show. */
export type ShownBy = (definition: Definition) => ReadonlyMap<Operation, ReadonlySet<JsonType>>;

/** Gathers what samples show of definitions when it is first asked. */
export function shownBy(placed: PlacedBodies): ShownBy {
  const known = once(() => {
    const operations = new Map<Definition, Map<Operation, Set<JsonType>>>();
    for (const [operation, { response }] of placed)
      if (response.node !== undefined) note(response.node, operation, operations);
    return operations;
  });
  return (definition) => known().get(definition) ?? NOTHING;
}

const NOTHING: ReadonlyMap<Operation, ReadonlySet<JsonType>> = new Map();

function note(
  node: BodyNode,
  operation: Operation,
  known: Map<Definition, Map<Operation, Set<JsonType>>>,
): void {
  if (node.shown.size > 0)
    for (const { definition } of node.rows) {
      if (definition === undefined) continue;
      const own = known.get(definition) ?? new Map<Operation, Set<JsonType>>();
      known.set(definition, own);
      own.set(operation, new Set([...(own.get(operation) ?? []), ...node.shown]));
    }
  for (const inside of [...node.properties.values(), node.items, node.values])
    if (inside !== undefined) note(inside, operation, known);
}
