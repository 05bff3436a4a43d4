import type { Definition } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { shownValues } from "../bodies/shown-values.ts";
import type { Json } from "../data/json-value.ts";
import { addTo } from "../text/grouped.ts";

/** What the samples of all bodies show of some definitions. */
export function shownOf(
  bodies: Bodies,
  definitions: ReadonlySet<Definition>,
): ReadonlyMap<Definition, Json[]> {
  const shown = new Map<Definition, Json[]>();
  for (const sides of bodies.placed.values())
    for (const { rows, samples, node } of [sides.request, sides.response]) {
      if (node === undefined || !rows.some(({ definition }) => definitions.has(definition!))) continue;
      for (const { content } of samples) {
        if (content.kind !== "json") continue;
        for (const { definition, value } of shownValues(node, content.value))
          if (definitions.has(definition)) addTo(shown, definition, value);
      }
    }
  return shown;
}
