import type { ParameterRow } from "../apiref/model.ts";
import { DEEPEST_NAME } from "../apiref/rest-parameters.ts";
import { isPatternName } from "./maps.ts";
import {
  childHolder,
  claim,
  isEntryStep,
  isFree,
  mapHolder,
  type Placement,
  plainWord,
  property,
  sameWord,
  valuesOf,
} from "./placement.ts";
import { objectIn, propertyOf, type Shape, turnIntoMap } from "./shape.ts";

/** Rule 1: a dotted name is a path; its first step may lie at any depth. */
export function placeDotted(placement: Placement, row: ParameterRow): void {
  const steps = row.name.split(".").map((step) => step.replace(/\[[^\]]*\]$/, ""));
  if (steps.length < 2 || steps.length > DEEPEST_NAME || steps.some((step) => step === "")) return;
  const first = firstStep(placement, steps);
  let at = first;
  for (const step of steps.slice(1)) {
    if (
      isPatternName(step) ||
      (isEntryStep(step) && describesEntries(placement, row, childHolder(at, undefined)))
    ) {
      const holder = mapHolder(at);
      turnIntoMap(holder, (place) => isFree(placement, place));
      at = valuesOf(holder);
    } else at = property(childHolder(at, undefined), step);
  }
  claim(placement, row, at, at.seen > 0 ? "sample" : "dotted");
}

/** Whether `extra_specs.key` and `extra_specs.value` both have rows, and no sample has such properties. */
function describesEntries(placement: Placement, row: ParameterRow, holder: Shape): boolean {
  const prefix = row.name.slice(0, row.name.lastIndexOf(".") + 1);
  return ["key", "value"].every((step) => placement.names.has(prefix + step) && !holder.properties.has(step));
}

/** Where the path of a dotted name begins: the place from which the samples go furthest along it. */
function firstStep(placement: Placement, steps: readonly string[]): Shape {
  let best: Shape | undefined;
  let furthest = -1;
  for (const candidate of placement.places.get(steps[0]!) ?? []) {
    let at: Shape | undefined = candidate;
    let reached = 0;
    for (const step of steps.slice(1)) {
      at = objectIn(at).properties.get(step);
      if (at === undefined) break;
      reached++;
    }
    if (reached > furthest) {
      best = candidate;
      furthest = reached;
    }
  }
  if (best !== undefined) return best;
  for (const other of placement.rowsOf.get(steps[0]!) ?? []) {
    const place = placement.placeOf.get(other);
    if (place !== undefined) return place;
  }
  // A prefix that is the envelope's name in the singular: `reservation.id` in `reservations`.
  const home = placement.home;
  if (home !== undefined && propertyOf(home).name !== "" && sameWord(propertyOf(home).name, steps[0]!))
    return propertyOf(home);
  for (const place of placement.placesOfWord.get(plainWord(steps[0]!)) ?? [])
    if (place.types.size > 0 && objectIn(place).properties.size > 0) return place;
  const holder = placement.home ?? placement.root;
  return property(holder, steps[0]!);
}
