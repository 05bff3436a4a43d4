import type { Operation } from "../apiref/model.ts";
import type { VersionRange } from "../apiref/versions.ts";
import type { Observation } from "../evidence/evidence.ts";
import { type EvidencePlace, isServedAt } from "../evidence/place.ts";
import { newSeen, type SeenNode, uniteSeen } from "../evidence/seen.ts";

/** A query parameter, header or code as evidence has it. */
export interface SeenParameter {
  readonly place: EvidencePlace;
  count: number;
  /** Whether a service has shown it, or its code. */
  isServed: boolean;
  readonly maxVersion?: string;
  /** What its value may be, or was. */
  value?: SeenNode;
}

/** What observations of one operation at one microversion show together. */
export interface OperationEvidence {
  readonly kind: Observation["kind"];
  /** The documented operations that it is of; several where they share method and path, the likeliest first. */
  readonly operations: readonly Operation[];
  readonly versions: VersionRange;
  readonly place: EvidencePlace;
  readonly query: Map<string, SeenParameter>;
  readonly isQueryClosed: boolean;
  readonly headers: Readonly<Record<"request" | "response", Map<string, SeenParameter>>>;
  readonly statuses: Map<number, SeenParameter>;
  readonly bodies: { request?: SeenNode; response?: SeenNode };
}

/** Nothing yet of the operation that an observation is of. */
export function newOperationEvidence(
  observation: Observation,
  operations: readonly Operation[],
): OperationEvidence {
  const { kind, versions, place, isQueryClosed } = observation;
  return {
    kind,
    operations,
    versions,
    place,
    query: new Map(),
    isQueryClosed,
    headers: { request: new Map(), response: new Map() },
    statuses: new Map(),
    bodies: {},
  };
}

/** Adds what an observation shows. */
export function addObservation(evidence: OperationEvidence, observation: Observation): void {
  for (const { name, place, maxVersion, value } of observation.query) {
    const known = count(evidence.query, name, place, maxVersion);
    if (value === undefined) continue;
    known.value ??= newSeen(value.place);
    uniteSeen(known.value, value);
  }
  for (const side of ["request", "response"] as const)
    for (const { name, place } of observation.headers[side]) count(evidence.headers[side], name, place);
  if (observation.status !== undefined) count(evidence.statuses, observation.status, observation.place);
  for (const { side, seen } of observation.bodies) {
    const own = evidence.bodies[side] ?? newSeen(seen.place);
    evidence.bodies[side] = own;
    uniteSeen(own, seen);
  }
}

function count<Name>(
  seen: Map<Name, SeenParameter>,
  name: Name,
  place: EvidencePlace,
  maxVersion?: string,
): SeenParameter {
  const known = seen.get(name);
  if (known !== undefined) {
    known.count++;
    known.isServed ||= isServedAt(place);
    return known;
  }
  const first: SeenParameter = {
    place,
    count: 1,
    isServed: isServedAt(place),
    ...(maxVersion === undefined ? {} : { maxVersion }),
  };
  seen.set(name, first);
  return first;
}
