import { isJsonObject, type Json, jsonTypeOf } from "../data/json-value.ts";
import type { JsonType } from "../schema/types.ts";

/** What is known of the values of a property. */
export interface Evidence {
  /** The types of its values, `null` among them. */
  readonly types: ReadonlySet<JsonType>;
  /** Whether every object that could have the property has it. */
  readonly isAlways: boolean;
}

/** The step of a path that stands for any key of a map. */
const ANY_KEY = "<key>";

/** What bodies show at a path such as `widget.parts.weight`, through lists; undefined where none has the property. */
export function evidenceIn(bodies: Iterable<Json>, path: readonly string[]): Evidence | undefined {
  const types = new Set<JsonType>();
  let isAlways = true;
  const look = (value: Json, at: number): void => {
    if (Array.isArray(value)) for (const item of value) look(item, at);
    else if (isJsonObject(value)) {
      const step = path[at]!;
      const isLast = at === path.length - 1;
      const found = step === ANY_KEY ? Object.values(value) : [value[step]];
      for (const inner of found) {
        if (inner === undefined) isAlways &&= !isLast;
        else if (isLast) types.add(jsonTypeOf(inner));
        else look(inner, at + 1);
      }
    }
  };
  for (const body of bodies) look(body, 0);
  return types.size === 0 ? undefined : { types, isAlways };
}

/** What two places together show of one property. */
export function united(a: Evidence, b: Evidence): Evidence {
  return { types: new Set([...a.types, ...b.types]), isAlways: a.isAlways && b.isAlways };
}
