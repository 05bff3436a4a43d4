import type { Operation } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import type { BodyNode } from "../schema/body.ts";
import { once } from "../text/once.ts";

/** The operations whose samples of responses show what a definition is of; gathered when it is first asked. */
export function shownBy(placed: PlacedBodies): (definition: Definition) => Iterable<Operation> {
  const known = once(() => {
    const operations = new Map<Definition, Set<Operation>>();
    for (const [operation, { response }] of placed)
      if (response.node !== undefined) note(response.node, operation, operations);
    return operations;
  });
  return (definition) => known().get(definition) ?? [];
}

function note(node: BodyNode, operation: Operation, known: Map<Definition, Set<Operation>>): void {
  if (node.shown.size > 0)
    for (const { definition } of node.rows) {
      if (definition === undefined) continue;
      const own = known.get(definition) ?? new Set();
      known.set(definition, own.add(operation));
    }
  for (const inside of [...node.properties.values(), node.items, node.values])
    if (inside !== undefined) note(inside, operation, known);
}
