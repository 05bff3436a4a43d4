import type { ApiRef, Operation } from "../apiref/model.ts";
import { isServedAt } from "../evidence/place.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { type Span, spanKey } from "../text/span.ts";
import type { Facts } from "./facts.ts";
import type { Matched, Unmatched } from "./match.ts";
import {
  barePath,
  collectionOf,
  isOfOtherVersion,
  type MountedPath,
  mountedPath,
  mountOf,
  shownPath,
} from "./paths.ts";

/** Tells of operations that no section documents, those of one resource in one. */
export function tellUndocumentedOperations(
  unmatched: readonly Unmatched[],
  kind: Matched["kind"],
  apiRef: ApiRef,
  operations: readonly Operation[],
  facts: Facts,
): void {
  const known = operations.filter(({ method, url }) => method !== "" && url !== "");
  for (const { name, method, path, action, siblings, place, isStub, count } of unmatched) {
    const nearest = siblings[0] ?? nearestTo(path, known);
    const { span, advice } = placeFor(path, nearest, known, apiRef);
    const shown = `${method} ${kind === "document" ? path : shownLike(path, nearest)}`;
    const said = action === undefined ? shown : `${shown} (${action})`;
    facts.add({
      rule: "verify-operation-undocumented",
      key: name,
      span,
      says: `No section documents ${action === undefined ? "" : `the action \`${action}\` of `}\`${shown}\`.`,
      advice,
      // routes that code has and refuses look so, and those that only list what is below
      ...(isStub || isAbove(path, known) ? { severity: "info" as const } : {}),
      related:
        nearest === undefined
          ? []
          : [{ span: nearest.methodSpan, message: "the operation that is most like it" }],
      place,
      exchanges: kind === "traffic" ? count : 0,
      isServed: isServedAt(place),
      kin: {
        key: `${spanKey(span)} ${strangeTo(known, resourceOf(path)).join("/")} ${isStub}`,
        name: said,
        saysOfAll: (names) => `No section documents ${enumeratedNames(names)}.`,
        adviceForAll: advice.replace("a section for it", "sections for them"),
        here: `\`${said}\``,
      },
    });
  }
}

/** Whether a path is the beginning of collections, and names none: a list of what is below. */
function isAbove(path: string, operations: readonly Operation[]): boolean {
  const own = barePath(mountedPath(path));
  const below = operations
    .map((one) => barePath(mountOf(one)))
    .filter(
      (segments) => segments.length > own.length && own.every((segment, at) => segment === segments[at]),
    );
  const isCollection = ([next, inside]: readonly string[]) =>
    next?.includes("{") === false && inside?.includes("{") === true;
  return (
    below.every((segments) => segments[own.length]?.includes("{") === false) &&
    below.some((segments) => isCollection(segments.slice(own.length)))
  );
}

/** Where the section of an operation belongs: in the chapter of its resource, else its chapter in the list of all. */
function placeFor(
  path: string,
  nearest: Operation | undefined,
  operations: readonly Operation[],
  { documents }: ApiRef,
): { readonly span: Span; readonly advice: string } {
  if (nearest !== undefined)
    return {
      span: nearest.enclosing?.title.span ?? nearest.titleSpan,
      advice: "Add a section for it to this chapter.",
    };
  const neighbour = alike(path, operations);
  const inclusion = neighbour && inclusionOf(neighbour);
  if (inclusion !== undefined)
    return { span: inclusion, advice: "Add a chapter with a section for it here." };
  const [first] = documents;
  const span = neighbour?.enclosing?.title.span ??
    neighbour?.titleSpan ??
    first!.title?.span ?? { file: first!.file, start: 0, end: 0 };
  return { span, advice: "Add a chapter with a section for it beside this one." };
}

/** The `include` that brings a chapter into its document. */
function inclusionOf({ section }: Operation): Span | undefined {
  let inclusion = section?.title.lines[0]?.includedFrom;
  while (inclusion?.from !== undefined) inclusion = inclusion.from;
  return inclusion?.directive.span;
}

/** The documented operation whose path has most of another in common, from the beginning on; of the same version. */
function nearestTo(path: string, operations: readonly Operation[]): Operation | undefined {
  const asked = mountedPath(path);
  const wanted = barePath(asked);
  let best: { readonly operation: Operation; readonly score: number } | undefined;
  for (const operation of operations) {
    const own = mountOf(operation);
    if (isOfOtherVersion(own, asked)) continue;
    const segments = barePath(own);
    let common = 0;
    while (common < wanted.length && isAlike(wanted[common]!, segments[common])) common++;
    // of operations that have as much in common the one with the least beside it
    const score = common - (segments.length - common) / 100;
    if (common > 0 && (best === undefined || score > best.score)) best = { operation, score };
  }
  return best?.operation ?? withResource(asked, operations);
}

/** The operation that has the resource elsewhere: `/v2/lbaas/quotas` for `/v2/quotas`. */
function withResource(asked: MountedPath, operations: readonly Operation[]): Operation | undefined {
  const name = collectionOf(asked);
  if (name === "") return undefined;
  return operations.find((one) => {
    const own = mountOf(one);
    return !isOfOtherVersion(own, asked) && barePath(own).includes(name);
  });
}

/** The operation whose collection is called most like that of a path; the last where none is. */
function alike(path: string, operations: readonly Operation[]): Operation | undefined {
  const asked = mountedPath(path);
  const wanted = collectionOf(asked);
  const own = operations.filter((one) => !isOfOtherVersion(mountOf(one), asked));
  const common = (one: Operation) => commonLength(collectionOf(mountOf(one)), wanted);
  const best = own.reduce<Operation | undefined>(
    (found, one) => (found === undefined || common(one) > common(found) ? one : found),
    undefined,
  );
  return best !== undefined && common(best) > SHORTEST_STEM ? best : own.at(-1);
}

/** Names that have only `os-` in common are not alike. */
const SHORTEST_STEM = 3;

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Whether a segment is that of a template, or what its variable stands for. */
function isAlike(segment: string, template: string | undefined): boolean {
  return segment === template || template?.includes("{") === true;
}

/** `widgets`, `widgets/detail`, `widgets/{id}` and `widgets/{id}/action` are of one resource. */
function resourceOf(path: string): readonly string[] {
  const segments = [...barePath(mountedPath(shownPath(path)))];
  while (segments.length > 1 && /^(?:\{.*\}|details?|actions?)$/.test(segments.at(-1)!)) segments.pop();
  return segments.map((segment) => (segment.includes("{") ? "{}" : segment));
}

/** The beginning of a resource's path with which no documented one begins: what is below belongs to it. */
function strangeTo(operations: readonly Operation[], resource: readonly string[]): readonly string[] {
  const documented = operations.map((one) => barePath(mountOf(one)));
  const end = resource.findIndex(
    (_, at) =>
      !documented.some((own) =>
        resource.slice(0, at + 1).every((segment, index) => isAlike(segment, own[index])),
      ),
  );
  return end === -1 ? resource : resource.slice(0, end + 1);
}

/** The path of a URL as reports name it: variables where the nearest operation has them, and for identifiers. */
function shownLike(path: string, nearest: Operation | undefined): string {
  const shown = shownPath(path);
  const own = nearest && barePath(mountOf(nearest));
  if (own === undefined) return shown;
  const below = barePath(mountedPath(path)).length;
  const segments = shown.split("/");
  const from = segments.length - below;
  let isCommon = true;
  return segments
    .map((segment, index) => {
      const template = own[index - from];
      if (index < from || template === undefined || !isCommon) return segment;
      if (template.includes("{")) return segment.includes("{") ? segment : "{id}";
      isCommon = segment === template;
      return segment;
    })
    .join("/");
}
