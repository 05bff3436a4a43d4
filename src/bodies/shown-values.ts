import type { Definition } from "../apiref/parameters-file.ts";
import { isJsonObject, type Json } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";

/** The values of a sample that stand where the rows of a body put definitions, each with its definition. */
export function* shownValues(
  node: BodyNode,
  value: Json,
): Generator<{ readonly definition: Definition; readonly value: Json }> {
  for (const { definition } of node.rows) if (definition !== undefined) yield { definition, value };
  if (Array.isArray(value)) {
    if (node.items !== undefined) for (const item of value) yield* shownValues(node.items, item);
  } else if (isJsonObject(value))
    for (const name of Object.keys(value)) {
      const inside = node.properties.get(name) ?? node.values;
      if (inside !== undefined) yield* shownValues(inside, value[name]!);
    }
}
