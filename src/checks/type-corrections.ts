import type { Definition } from "../apiref/parameters-file.ts";
import { leafOf } from "../text/leaf.ts";
import type { Charge } from "./blame.ts";
import { shownOf } from "./shown-of.ts";
import type { Subject } from "./subject.ts";
import { type NewMismatch, newMismatches } from "./trial.ts";
import { type TypeCorrection, typeCorrection } from "./type-correction.ts";

/** Corrections show each other's consequences; more rounds than these leave the rest to a person. */
const MOST_ROUNDS = 4;

/**
 * The types that can be corrected without a person, of definitions that every sample contradicts: those after which no
 * sample disagrees with the tables in anything else.
 *
 * @param accused the definitions with all that samples show of them
 */
export function typeCorrections(
  { bodies }: Subject,
  accused: ReadonlyMap<Definition, readonly Charge[]>,
): ReadonlyMap<Definition, TypeCorrection> {
  const corrections = new Map<Definition, TypeCorrection>();
  for (const [definition, charges] of accused) {
    const correction = typeCorrection(definition, charges);
    if (correction !== undefined) corrections.set(definition, correction);
  }
  // What is neither true nor false somewhere has a third state, and perhaps a name for each.
  const switches = [...corrections].flatMap(([definition, { type }]) =>
    type === "boolean" ? [definition] : [],
  );
  for (const [definition, values] of shownOf(bodies, new Set(switches)))
    if (values.includes(null)) corrections.delete(definition);
  for (let round = 0; corrections.size > 0 && round < MOST_ROUNDS; round++) {
    const corrected = new Map(
      [...corrections].map(([definition, { type }]) => [definition, withType(definition, type)]),
    );
    const found = newMismatches(bodies, (row) => {
      const definition = row.definition && corrected.get(row.definition);
      return definition === undefined ? row : { ...row, definition };
    });
    if (found.length === 0) return corrections;
    const blamed = new Set(found.flatMap((one) => causesOf(one, new Set(corrected.values()))));
    for (const [definition, changed] of corrected) if (blamed.has(changed)) corrections.delete(definition);
  }
  return new Map();
}

/** The corrected definitions of the objects that a property stands in; all of the operation, where there is none. */
function causesOf({ mismatch, changed }: NewMismatch, corrected: ReadonlySet<Definition>): Definition[] {
  const names = new Set(mismatch.property.split("."));
  const all = changed.rows.filter(({ definition }) => definition !== undefined && corrected.has(definition));
  const holding = all.filter(({ name }) => names.has(leafOf(name)));
  return (holding.length > 0 ? holding : all).map(({ definition }) => definition!);
}

function withType(definition: Definition, type: string): Definition {
  const field = definition.fields.get("type")!;
  const fields = new Map(definition.fields).set("type", { ...field, value: type, text: type });
  return { ...definition, type, fields };
}
