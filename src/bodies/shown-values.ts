import type { ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { escapePointer, isJsonObject, type Json } from "../data/json-value.ts";
import type { BodyNode } from "../schema/body.ts";

/** A value of a sample with the definition that a row puts there, and its JSON pointer. */
export interface ShownValue {
  readonly row: ParameterRow;
  readonly definition: Definition;
  readonly value: Json;
  readonly pointer: string;
}

/** The values of a sample that stand where the rows of a body put definitions, each with its definition. */
export function* shownValues(node: BodyNode, value: Json, pointer = ""): Generator<ShownValue> {
  for (const row of node.rows)
    if (row.definition !== undefined) yield { row, definition: row.definition, value, pointer };
  if (Array.isArray(value)) {
    if (node.items !== undefined)
      for (const [index, item] of value.entries())
        yield* shownValues(node.items, item, `${pointer}/${index}`);
  } else if (isJsonObject(value))
    for (const name of Object.keys(value)) {
      const inside = node.properties.get(name) ?? node.values;
      if (inside !== undefined) yield* shownValues(inside, value[name]!, `${pointer}/${escapePointer(name)}`);
    }
}
