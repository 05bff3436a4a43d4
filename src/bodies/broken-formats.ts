import type { Definition } from "../apiref/parameters-file.ts";
import type { Json } from "../data/json-value.ts";
import { hasFormat } from "../samples/accepts.ts";
import type { BodyNode } from "../schema/body.ts";
import { formatOf } from "../schema/value-schema.ts";
import type { PlacedBodies } from "./placed-bodies.ts";
import { shownValues } from "./shown-values.ts";

/** The definitions whose format a value of a sample breaks, anywhere in the tree: of no use to readers of the others. */
export function brokenFormats(bodies: PlacedBodies): ReadonlySet<Definition> {
  const broken = new Set<Definition>();
  for (const { request, response } of bodies.values())
    for (const { node, samples } of [request, response])
      if (node !== undefined)
        for (const { content } of samples) if (content.kind === "json") look(node, content.value, broken);
  return broken;
}

function look(node: BodyNode, sample: Json, broken: Set<Definition>): void {
  for (const { definition, value } of shownValues(node, sample)) {
    if (broken.has(definition)) continue;
    const format = formatOf(definition);
    if (format === undefined) continue;
    const texts = [value].flat().filter((text) => typeof text === "string");
    if (!texts.every((text) => hasFormat(format, text))) broken.add(definition);
  }
}
