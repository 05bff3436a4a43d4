import type { Bodies } from "../bodies/read-bodies.ts";
import { shownValues } from "../bodies/shown-values.ts";
import { clearlyHolds } from "../samples/accepts.ts";
import { valueSchema } from "../schema/value-schema.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Charge } from "./blame.ts";

/**
 * The values for which a row was meant that a sample shows at two places of one name (`user.password` in `password`): where
 * the other one agrees with the definition, this is the place of no row, and its type says nothing.
 */
export function guessedTwice(bodies: Bodies, charges: readonly Charge[]): ReadonlySet<Charge> {
  const suspects = groupedBy(charges, ({ sample }) => sample);
  const found = new Set<Charge>();
  if (suspects.size === 0) return found;
  for (const sides of bodies.placed.values())
    for (const { node, samples } of [sides.request, sides.response])
      for (const { sample, content } of samples) {
        const charged = suspects.get(sample);
        if (charged === undefined || node === undefined || content.kind !== "json") continue;
        const rows = new Set(charged.map(({ mismatch }) => mismatch.row));
        const agreeing = [...shownValues(node, content.value)].filter(
          ({ row, definition, value }) =>
            rows.has(row) && clearlyHolds("type", valueSchema(definition).schema, value),
        );
        for (const charge of charged) {
          const { row, property } = charge.mismatch;
          if (agreeing.some((other) => other.row === row && pathOf(other.pointer) !== property))
            found.add(charge);
        }
      }
  return found;
}

/** `/widgets/0/colour` as people write it: `widgets.colour`. */
function pathOf(pointer: string): string {
  return pointer
    .split("/")
    .filter((step) => step !== "" && !/^\d+$/.test(step))
    .join(".");
}
