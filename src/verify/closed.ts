import type { SeenNode } from "../evidence/seen.ts";

/** Whether an object has no other properties than those that are named. */
export function holdsNothingElse(seen: SeenNode): boolean {
  return seen.isClosed && seen.values === undefined && seen.properties.size > 0;
}
