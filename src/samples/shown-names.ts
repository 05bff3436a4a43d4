import { isJsonObject, type Json } from "../data/json-value.ts";

/** How samples show names, at any depth. */
export interface ShownNames {
  /** The names of texts and numbers. */
  readonly asText: ReadonlySet<string>;
  /** The names of lists and objects with something in them. */
  readonly holding: ReadonlySet<string>;
  /** The names that stand in more than one place; the items of a list are one. */
  readonly scattered: ReadonlySet<string>;
}

/** A place for objects: what samples have at one path is one place. */
type Place = Map<string, Place>;

export function shownNames(samples: readonly Json[]): ShownNames {
  const asText = new Set<string>();
  const holding = new Set<string>();
  const scattered = new Set<string>();
  const firstPlaces = new Map<string, Place>();
  const read = (value: Json | undefined, place: Place): void => {
    if (Array.isArray(value)) for (const item of value) read(item, place);
    if (!isJsonObject(value)) return;
    for (const [name, own] of Object.entries(value)) {
      if (typeof own === "string" || typeof own === "number") asText.add(name);
      else if (typeof own === "object" && own !== null && Object.keys(own).length > 0) holding.add(name);
      if (firstPlaces.get(name) === undefined) firstPlaces.set(name, place);
      else if (firstPlaces.get(name) !== place) scattered.add(name);
      const inside = place.get(name) ?? new Map();
      place.set(name, inside);
      read(own, inside);
    }
  };
  const root: Place = new Map();
  for (const sample of samples) read(sample, root);
  return { asText, holding, scattered };
}
