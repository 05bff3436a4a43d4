import type { ApiRef, Operation } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import { isAction } from "../bodies/placed-bodies.ts";
import type { EvidencePlace } from "../evidence/place.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { spanKey } from "../text/span.ts";
import { chapterKey } from "./comparison.ts";
import type { Facts } from "./facts.ts";
import type { Matched, Unmatched } from "./match.ts";
import {
  barePath,
  collectionOf,
  isOfOtherVersion,
  likeness,
  type MountedPath,
  mountedPath,
  mountOf,
  segmentsOf,
} from "./paths.ts";
import { hasAction } from "./pick-operations.ts";
import { alikeName } from "./renames.ts";
import { takesAnyMethod } from "./templates.ts";
import { tellUndocumentedOperations } from "./undocumented-operations.ts";

/** Tells of operations that one of the two sides does not have. */
export function tellOperations(matched: Matched, apiRef: ApiRef, placed: PlacedBodies, facts: Facts): void {
  const operations = [...placed.keys()].filter(({ target }) => !target.webhook);
  const unmatched = matched.unmatched.filter((one) => !isPartOf(one, operations));
  const unknown = matched.kind === "document" ? unknownOperations(matched, operations, placed) : [];
  const meant = operationsMeant(unmatched, unknown);
  for (const [one, operation] of meant) tellMisnamed(one, operation, facts);
  const others = unmatched.filter((one) => !meant.has(one));
  tellUndocumentedOperations(others, matched.kind, apiRef, placed, facts);
  const known = new Set(meant.values());
  for (const one of unknown) if (!known.has(one.operation)) tellUnknown(one, facts);
}

/** A documented operation that a document lacks, and an operation of its collection that is there. */
interface Unknown {
  readonly operation: Operation;
  readonly place: EvidencePlace;
}

/** The documented operations that operations of a document may be, under another method or with a slip in the path. */
function operationsMeant(
  unmatched: readonly Unmatched[],
  unknown: readonly Unknown[],
): ReadonlyMap<Unmatched, Operation> {
  const meant = new Map<Unmatched, Operation>();
  const byLength = groupedBy(unknown, ({ operation }) => barePath(mountOf(operation)).length);
  const taken = new Set<Operation>();
  for (const one of unmatched) {
    if (one.action !== undefined || one.isStub) continue;
    const own = mountedPath(one.path);
    const found = (byLength.get(barePath(own).length) ?? []).find(
      ({ operation }) => !taken.has(operation) && isMisnamed(one.method, own, operation),
    );
    if (found === undefined) continue;
    taken.add(found.operation);
    meant.set(one, found.operation);
  }
  return meant;
}

/** Whether an operation has the path by another method that changes things, or by the same with one segment that is alike. */
function isMisnamed(method: string, own: MountedPath, operation: Operation): boolean {
  const other = mountOf(operation);
  if (isOfOtherVersion(own, other)) return false;
  const documented = operation.method.toUpperCase();
  const theirs = barePath(other);
  const differing = barePath(own).flatMap((segment, at) =>
    segment === theirs[at] || (segment.includes("{") && theirs[at]!.includes("{"))
      ? []
      : [[segment, theirs[at]!] as const],
  );
  if (documented !== method) return differing.length === 0 && CHANGES.has(documented) && CHANGES.has(method);
  const [[segment, wanted] = ["", ""]] = differing as [(readonly [string, string])?];
  return (
    differing.length === 1 &&
    !segment.includes("{") &&
    !wanted.includes("{") &&
    alikeName(segment, [wanted]) !== undefined
  );
}

const CHANGES: ReadonlySet<string> = new Set(["PATCH", "POST", "PUT"]);

function tellMisnamed({ method, path, place }: Unmatched, operation: Operation, facts: Facts): void {
  facts.add({
    rule: "verify-operation-undocumented",
    key: `${method} ${path}`,
    span: operation.methodSpan,
    says: `No section documents \`${method} ${path}\`, and the code does not have \`${operationName(operation)}\`, which may be the same.`,
    advice: "Correct method and URL, or add a section.",
    operation,
    place,
    exchanges: 0,
    isServed: true,
  });
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
function unknownOperations(
  { documented, evidence }: Matched,
  operations: readonly Operation[],
  placed: PlacedBodies,
): readonly Unknown[] {
  const unknown: Unknown[] = [];
  const known = new Set(evidence.flatMap((one) => one.operations));
  const collections = groupedBy(
    evidence.flatMap(({ operations: own, place }) =>
      own.map((operation) => ({
        path: barePath(mountOf(operation)),
        place,
        of: collectionOf(mountOf(operation)),
      })),
    ),
    ({ of }) => of,
  );
  const mount = commonBeginning(documented.map(({ path }) => path));
  const mounts = new Map(documented.map(({ path }) => [path, mountedPath(path)]));
  const actions = documented.filter(({ action }) => action !== undefined);
  for (const operation of operations) {
    const neighbours = collections.get(collectionOf(mountOf(operation)));
    if (neighbours === undefined || operation.method === "" || operation.url === "") continue;
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
    unknown.push({ operation, place: nearest(barePath(mountOf(operation)), neighbours).place });
  }
  return unknown;
}

/** The one of several whose path has most of another in common, from the beginning on. */
function nearest<One extends { readonly path: readonly string[] }>(
  path: readonly string[],
  all: readonly [One, ...One[]],
): One {
  const common = (one: One) => {
    const differs = path.findIndex((segment, at) => segment !== one.path[at]);
    return differs === -1 ? path.length : differs;
  };
  return all.reduce((best, one) => (common(one) > common(best) ? one : best));
}

function tellUnknown({ operation, place }: Unknown, facts: Facts): void {
  const name = operationName(operation);
  facts.add({
    rule: "verify-operation-unknown",
    key: spanKey(operation.methodSpan),
    span: operation.methodSpan,
    says: `The code does not have \`${name}\`, as far as its document tells.`,
    advice: "Correct method and URL, or remove the section where the operation is gone.",
    operation,
    kin: {
      key: `${chapterKey(operation)} ${collectionOf(mountOf(operation))}`,
      name,
      saysOfAll: (names) => `The code does not have ${enumeratedNames(names)}, as far as its document tells.`,
      adviceForAll: "Correct methods and URLs, or remove the sections where the operations are gone.",
      here: `\`${name}\``,
    },
    place,
    exchanges: 0,
    isServed: true,
  });
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
