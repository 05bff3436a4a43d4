import { type Group, groupOccurrences } from "./groups.ts";
import { type Found, findOccurrences, type Occurrence } from "./occurrences.ts";
import type { ResponseBody } from "./response-body.ts";

/** The resources that the responses of an api-ref answer with. */
export interface FoundResources extends Pick<Found, "shown"> {
  readonly groups: readonly Group[];
}

/** Finds what becomes a schema of its own: resources in envelopes and lists, and objects that are in several places. */
export function findResources(bodies: readonly ResponseBody[]): FoundResources {
  const found = findOccurrences(bodies);
  const groups = groupOccurrences(found).filter(isShared);
  return { groups, shown: found.shown };
}

function isShared({ members }: Group): boolean {
  const [{ within, isBody }] = members as [Occurrence];
  return members.length > 1 || (within === undefined && !isBody);
}
