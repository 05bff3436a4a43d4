import type { ApiRef, Operation } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import { isAction } from "../bodies/placed-bodies.ts";
import type { EvidencePlace } from "../evidence/place.ts";
import type { Span } from "../text/span.ts";
import type { Facts } from "./facts.ts";
import type { Matched, Unmatched } from "./match.ts";
import { likeness, type MountedPath, mountedPath, mountOf, segmentsOf, shownPath } from "./paths.ts";
import { hasAction } from "./pick-operations.ts";
import { isPlaceholder } from "./templates.ts";

/** Tells of operations that one of the two sides does not have. */
export function tellOperations(matched: Matched, apiRef: ApiRef, placed: PlacedBodies, facts: Facts): void {
  const operations = [...placed.keys()].filter(({ target }) => !target.webhook);
  for (const one of matched.unmatched)
    if (!isPartOf(one, operations)) tellUndocumented(one, matched.kind, apiRef, operations, facts);
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
  if (own.major !== undefined && other.major !== undefined && own.major !== other.major) return false;
  return other.ways.some((way) => own.ways.some((one) => way.length > 0 && likeness(way, one) !== undefined));
}

function tellUndocumented(
  { name, method, path, action, siblings, place, isStub, count }: Unmatched,
  kind: Matched["kind"],
  apiRef: ApiRef,
  operations: readonly Operation[],
  facts: Facts,
): void {
  const nearest = siblings[0] ?? nearestTo(path, operations);
  const span = sectionOf(nearest) ?? firstTitle(apiRef);
  const shown = `${method} ${kind === "document" ? path : shownPath(path)}`;
  facts.add({
    rule: "verify-operation-undocumented",
    key: name,
    span,
    says: `No section documents ${action === undefined ? "" : `the action \`${action}\` of `}\`${shown}\`.`,
    advice: "Add a section for it here.",
    // routes that code has and refuses look so
    ...(isStub ? { severity: "info" as const } : {}),
    related:
      nearest === undefined
        ? []
        : [{ span: nearest.methodSpan, message: "the operation that is most like it" }],
    place,
    exchanges: kind === "traffic" ? count : 0,
  });
}

/** The title of the chapter of an operation. */
function sectionOf(operation: Operation | undefined): Span | undefined {
  return operation?.enclosing?.title.span ?? operation?.titleSpan;
}

function firstTitle({ documents }: ApiRef): Span {
  const [first] = documents;
  return first!.title?.span ?? { file: first!.file, start: 0, end: 0 };
}

/** The operation whose path has most of another in common, from the beginning on. */
function nearestTo(path: string, operations: readonly Operation[]): Operation | undefined {
  const wanted = mountedPath(path).ways.at(-1)!;
  let best: { readonly operation: Operation; readonly score: number } | undefined;
  for (const operation of operations) {
    const own = mountOf(operation).ways.at(-1)!;
    let score = 0;
    while (score < wanted.length && isAlike(wanted[score]!, own[score])) score++;
    if (score > 0 && (best === undefined || score > best.score)) best = { operation, score };
  }
  return best?.operation;
}

function isAlike(a: string, b: string | undefined): boolean {
  return a === b || (a.includes("{") && b?.includes("{") === true);
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
      const collection = collectionOf(operation);
      if (!collections.has(collection)) collections.set(collection, place);
    }
  const mount = commonBeginning(documented.map(({ path }) => path));
  const mounts = new Map(documented.map(({ path }) => [path, mountedPath(path)]));
  const actions = documented.filter(({ action }) => action !== undefined);
  for (const operation of operations) {
    const place = collections.get(collectionOf(operation));
    if (place === undefined || operation.method === "" || operation.url === "") continue;
    const method = operation.method.toUpperCase();
    if (isPlaceholder(method)) continue;
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
      key: `${operation.methodSpan.file.path} ${operation.methodSpan.start}`,
      span: operation.methodSpan,
      says: `The code does not have \`${operationName(operation)}\`, as far as its document tells.`,
      advice: "Correct method and URL, or remove the section where the operation is gone.",
      operation,
      place,
      exchanges: 0,
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

function collectionOf(operation: Operation): string {
  return (
    mountOf(operation)
      .ways.at(-1)!
      .find((segment) => !segment.includes("{")) ?? ""
  );
}
