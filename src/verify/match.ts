import type { Operation, Side } from "../apiref/model.ts";
import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import type { Evidence, Observation } from "../evidence/evidence.ts";
import type { EvidencePlace } from "../evidence/place.ts";
import { newSeen, type SeenNode, uniteSeen } from "../evidence/seen.ts";
import { addObservation, newOperationEvidence, type OperationEvidence } from "./operation-evidence.ts";
import { barePath, mountOf, shownPath } from "./paths.ts";
import { pickOperations } from "./pick-operations.ts";
import type { RepeatsSample } from "./repeated-samples.ts";
import { matcherOf } from "./templates.ts";

/** An operation of the evidence that no section documents. */
export interface Unmatched {
  /** `POST /v2/shares/{id}/action (extend)`. */
  readonly name: string;
  readonly method: string;
  /** As the evidence has it; reports show `shownPath` of it. */
  readonly path: string;
  readonly action: string | undefined;
  /** The documented operations of the same path, of other actions. */
  readonly siblings: readonly Operation[];
  readonly place: EvidencePlace;
  /** Whether the evidence has nothing of it but the route. */
  readonly isStub: boolean;
  /** Whether the evidence calls it deprecated. */
  readonly isDeprecated: boolean;
  /** What its bodies show, united. */
  readonly bodies: Partial<Record<Side, SeenNode>>;
  count: number;
}

/** What of one evidence is of which documented operation. */
export interface Matched {
  readonly kind: Evidence["kind"];
  readonly evidence: readonly OperationEvidence[];
  readonly unmatched: readonly Unmatched[];
  readonly seen: number;
  readonly matched: number;
  readonly notes: readonly string[];
  /** Of a document, the operations that it has. */
  readonly documented: readonly Pick<Observation, "method" | "path" | "action">[];
}

/** What came to one mount point of one host: one service, as far as one can tell. */
interface Endpoint {
  readonly evidence: Map<string, OperationEvidence>;
  readonly unmatched: Map<string, Unmatched>;
  matched: number;
  /** Of these, how many name more than a service, which any path of a word or two may be. */
  certain: number;
  missed: number;
}

/** Of the exchanges with a service this share is documented, else it is taken for another service. */
const OWN_SHARE = 0.5;

/** Finds the documented operation of each observation, and puts together what is of one. */
export function matchAll(
  evidence: Evidence,
  operations: readonly Operation[],
  placed: PlacedBodies,
  isRepeated: RepeatsSample,
): Matched {
  const match = matcherOf(operations);
  const endpoints = new Map<string, Endpoint>();
  const documented: Observation[] = [];
  const identity = identities();
  let repeated = 0;
  for (const observation of evidence.observations()) {
    if (observation.kind === "document") documented.push({ ...observation, bodies: [] });
    const key = endpointOf(observation);
    const endpoint = endpoints.get(key) ?? {
      evidence: new Map(),
      unmatched: new Map(),
      matched: 0,
      certain: 0,
      missed: 0,
    };
    endpoints.set(key, endpoint);
    addTo(endpoint, observation, match(observation), placed, identity, (...of) => {
      const isCopy = isRepeated(...of);
      if (isCopy) repeated++;
      return isCopy;
    });
  }
  const known = [...endpoints.values()];
  const most = known.reduce((highest, { matched }) => Math.max(highest, matched), 0);
  const isDocument = evidence.kind === "document";
  const isOfService = isDocument || known.some(({ certain }) => certain > 0);
  const own = known.filter((one) => isDocument || (isOfService && isOwn(one, most)));
  const foreign = known.filter((one) => !own.includes(one));
  const passedOver = foreign.reduce((sum, { matched, missed }) => sum + matched + missed, 0);
  const sum = (count: (endpoint: Endpoint) => number) => own.reduce((total, one) => total + count(one), 0);
  const names = new Set(documented.map(({ method, path }) => `${method} ${path}`));
  const unmatched = own.flatMap((one) => [...one.unmatched.values()]);
  const missing = new Set(unmatched.filter(({ action }) => action === undefined).map(({ name }) => name));
  return {
    kind: evidence.kind,
    evidence: own.flatMap((one) => [...one.evidence.values()]),
    unmatched,
    seen: isDocument ? names.size : sum(({ matched, missed }) => matched + missed),
    matched: isDocument ? names.size - missing.size : sum(({ matched }) => matched),
    notes: [
      ...(passedOver === 0 ? [] : [`exchanges with other services, passed over: ${passedOver}`]),
      ...(repeated === 0
        ? []
        : [`bodies that repeat a sample to the letter, and are no evidence beside it: ${repeated}`]),
    ],
    documented,
  };
}

function isOwn({ matched, missed }: Endpoint, most: number): boolean {
  return matched > 0 && (matched / (matched + missed) >= OWN_SHARE || matched === most);
}

function addTo(
  endpoint: Endpoint,
  observation: Observation,
  candidates: readonly Operation[],
  placed: PlacedBodies,
  identity: (operation: Operation) => number,
  isRepeated: RepeatsSample,
): void {
  const { method, path, versions, action, kind, status = 200 } = observation;
  const { operations, unknownAction } = pickOperations(candidates, observation, placed);
  if (operations.length === 0) {
    // of other microversions
    if (candidates.length > 0 && unknownAction === undefined) return;
    // `HEAD` is `GET` without a body, and what is answered so is there or not
    if (method === "HEAD" || method === "OPTIONS" || (kind === "traffic" && status >= 400)) return;
    const shown = kind === "document" ? path : shownPath(path);
    const name = `${method} ${shown}${unknownAction === undefined ? "" : ` (${unknownAction})`}`;
    const known = endpoint.unmatched.get(name);
    endpoint.missed++;
    const own: Unmatched = known ?? {
      name,
      method,
      path,
      action: unknownAction,
      siblings: candidates,
      place: observation.place,
      isStub: observation.isStub === true,
      isDeprecated: observation.isDeprecated === true,
      bodies: {},
      count: 0,
    };
    endpoint.unmatched.set(name, own);
    own.count++;
    for (const { side, seen } of observation.bodies) {
      own.bodies[side] ??= newSeen(seen.place);
      uniteSeen(own.bodies[side], seen);
    }
    return;
  }
  endpoint.matched++;
  if (kind === "document" || path === "/" || operations.some((one) => barePath(mountOf(one)).length > 0))
    endpoint.certain++;
  const key = `${operations.map(identity).join()} ${action ?? ""} ${versions.min ?? ""} ${versions.max ?? ""}`;
  const known = kind === "traffic" ? endpoint.evidence.get(key) : undefined;
  const found = known ?? newOperationEvidence(observation, operations);
  if (known === undefined)
    endpoint.evidence.set(kind === "traffic" ? key : `${endpoint.evidence.size}`, found);
  const bodies = observation.bodies.filter((body) => !isRepeated(body, operations));
  addObservation(found, { ...observation, bodies });
}

/** Numbers for operations, by which keys are made. */
function identities(): (operation: Operation) => number {
  const known = new Map<Operation, number>();
  return (operation) => {
    const number = known.get(operation) ?? known.size;
    known.set(operation, number);
    return number;
  };
}

/** The host, and the path before the version. */
function endpointOf({ host, path, kind }: Observation): string {
  if (kind === "document") return "";
  const mount = /^((?:\/[^/]+){0,2}?\/v\d+)(?:\.\d+)*(?=\/|$)/i.exec(path)?.[1] ?? "";
  return `${host}${mount}`;
}
