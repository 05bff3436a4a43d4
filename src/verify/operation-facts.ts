import type { ApiRef, Operation } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import { isAction } from "../bodies/placed-bodies.ts";
import type { EvidencePlace } from "../evidence/place.ts";
import { spanKey } from "../text/span.ts";
import type { Facts } from "./facts.ts";
import type { Matched, Unmatched } from "./match.ts";
import {
  collectionOf,
  isOfOtherVersion,
  likeness,
  type MountedPath,
  mountedPath,
  mountOf,
  segmentsOf,
} from "./paths.ts";
import { hasAction } from "./pick-operations.ts";
import { takesAnyMethod } from "./templates.ts";
import { tellUndocumentedOperations } from "./undocumented-operations.ts";

/** Tells of operations that one of the two sides does not have. */
export function tellOperations(matched: Matched, apiRef: ApiRef, placed: PlacedBodies, facts: Facts): void {
  const operations = [...placed.keys()].filter(({ target }) => !target.webhook);
  const unmatched = matched.unmatched.filter((one) => !isPartOf(one, operations));
  tellUndocumentedOperations(unmatched, matched.kind, apiRef, operations, facts);
  if (matched.kind === "document") tellUnknown(matched, operations, placed, facts);
}

/** Whether the api-ref has the values of a variable as operations of their own: `/services/enable` of `/services/{id}`. */
function isPartOf({ method, path, action }: Unmatched, operations: readonly Operation[]): boolean {
  if (action !== undefined) return false;
  const own = mountedPath(path);
  return operations.some(
    (operation) => operation.method.toUpperCase() === method && covers(own, mountOf(operation)),
  );
}

/** Whether a template takes another for one of its paths. */
function covers(own: MountedPath, other: MountedPath): boolean {
  if (isOfOtherVersion(own, other)) return false;
  return other.ways.some((way) => own.ways.some((one) => way.length > 0 && likeness(way, one) !== undefined));
}

/**
 * Documented operations that a document lacks, of collections of which it has others: a document of some handlers only
 * says nothing of the rest.
 */
function tellUnknown(
  { documented, evidence }: Matched,
  operations: readonly Operation[],
  placed: PlacedBodies,
  facts: Facts,
): void {
  const known = new Set(evidence.flatMap((one) => one.operations));
  const collections = new Map<string, EvidencePlace>();
  for (const { operations: own, place } of evidence)
    for (const operation of own) {
      const collection = collectionOf(mountOf(operation));
      if (!collections.has(collection)) collections.set(collection, place);
    }
  const mount = commonBeginning(documented.map(({ path }) => path));
  const mounts = new Map(documented.map(({ path }) => [path, mountedPath(path)]));
  const actions = documented.filter(({ action }) => action !== undefined);
  for (const operation of operations) {
    const place = collections.get(collectionOf(mountOf(operation)));
    if (place === undefined || operation.method === "" || operation.url === "") continue;
    if (takesAnyMethod(operation)) continue;
    const method = operation.method.toUpperCase();
    const path = operation.target.path;
    if (isAbove(path, mount)) continue;
    const covering = documented.filter(
      (one) => one.method === method && covers(mounts.get(one.path)!, mountOf(operation)),
    );
    const ofPath = actions.filter((one) => covering.some((other) => other.path === one.path));
    const isThere =
      isAction(operation) && ofPath.length > 0
        ? ofPath.some(({ action }) => hasAction(operation, action!, placed)) ||
          placed.get(operation)!.request.node === undefined
        : covering.length > 0;
    if (isThere || (known.has(operation) && ofPath.length === 0)) continue;
    facts.add({
      rule: "verify-operation-unknown",
      key: spanKey(operation.methodSpan),
      span: operation.methodSpan,
      says: `The code does not have \`${operationName(operation)}\`, as far as its document tells.`,
      advice: "Correct method and URL, or remove the section where the operation is gone.",
      operation,
      place,
      exchanges: 0,
      isServed: true,
    });
  }
}

/** The literal segments with which all paths of a document begin: where it is mounted. */
function commonBeginning(paths: readonly string[]): readonly string[] {
  const [first = [], ...others] = paths.map(segmentsOf);
  const differs = first.findIndex(
    (segment, at) => segment.includes("{") || others.some((other) => other[at] !== segment),
  );
  return differs === -1 ? first : first.slice(0, differs);
}

/** Whether a path ends before that beginning does: of what stands there, such as the list of versions, the document is silent. */
function isAbove(path: string, mount: readonly string[]): boolean {
  const segments = segmentsOf(path);
  return (
    segments.length < mount.length &&
    segments.every((segment, at) => segment === mount[at] || segment.includes("{"))
  );
}
