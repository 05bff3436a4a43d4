import type { ApiRef, Operation } from "../apiref/model.ts";
import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import { isServedAt } from "../evidence/place.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { spanKey } from "../text/span.ts";
import type { Fact, Facts } from "./facts.ts";
import type { Matched, Unmatched } from "./match.ts";
import { otherPathsAmong } from "./other-paths.ts";
import { outdatedOperations } from "./outdated.ts";
import { barePath, isAlike, mountedPath, mountOf, pathLike, shownPath } from "./paths.ts";
import { inclusionOf, nearestTo, placeFor } from "./place-of-operation.ts";
import { unincludedOperations } from "./unincluded-operations.ts";

/** Tells of operations that no section documents, those of one resource in one. */
export function tellUndocumentedOperations(
  unmatched: readonly Unmatched[],
  kind: Matched["kind"],
  apiRef: ApiRef,
  placed: PlacedBodies,
  facts: Facts,
): void {
  const operations = [...placed.keys()].filter(({ target }) => !target.webhook);
  const known = operations.filter(({ method, url }) => method !== "" && url !== "");
  const isOutdated = outdatedOperations(apiRef);
  const partOf = unincludedOperations(apiRef);
  const others = otherPathsAmong(unmatched, known, placed);
  for (const one of unmatched) {
    const { name, method, path, action, siblings, place, isStub, count } = one;
    const nearest = others.get(one) ?? siblings[0] ?? nearestTo(path, known);
    const isList = isAbove(path, known);
    // a route that is only there to refuse what is gone, or to lead further
    if (isStub && (one.isDeprecated || (nearest !== undefined && isOutdated(nearest)))) continue;
    if (isList && kind === "document" && isEmpty(one)) continue;
    const model = nearest ?? known.find((other) => isOfVersion(other, path)) ?? known[0];
    const shown = `${method} ${kind === "document" ? pathLike(path, model, isVariable) : pathLike(shownPath(path), model)}`;
    const said = action === undefined ? shown : `${shown} (${action})`;
    const of = action === undefined ? "" : `the action \`${action}\` of `;
    const fact = {
      rule: "verify-operation-undocumented",
      key: name,
      place,
      exchanges: kind === "traffic" ? count : 0,
      isServed: isServedAt(place),
    } as const satisfies Partial<Fact>;
    const here = `\`${said}\``;
    const part = partOf(method, path);
    const { span, advice } = placeFor(path, nearest, known, apiRef, isOutdated);
    if (part !== undefined) {
      facts.add({
        ...fact,
        span: (nearest && inclusionOf(nearest)) ?? span,
        says: `No page has \`${shown}\`: nothing includes \`${part.name}\`, which documents it.`,
        advice: "Include it here.",
        related: [{ span: part.span, message: "it is documented here" }],
        kin: {
          key: `part ${part.span.file.path}`,
          name: said,
          saysOfAll: (names) =>
            `No page has ${enumeratedNames(names)}: nothing includes \`${part.name}\`, which documents them.`,
          adviceForAll: "Include it here.",
          here,
        },
      });
      continue;
    }
    if (others.has(one)) {
      facts.doubt("second-path", said);
      continue;
    }
    facts.add({
      ...fact,
      span,
      says: `No section documents ${of}\`${shown}\`.`,
      advice: isStub ? LOOK.replaceAll("them", "it") : advice,
      ...(isStub || isList ? { severity: "info" as const } : {}),
      related:
        nearest === undefined
          ? []
          : [{ span: nearest.methodSpan, message: "the operation that is most like it" }],
      kin: {
        key: isStub ? "stubs" : `${spanKey(span)} ${strangeTo(known, resourceOf(path)).join("/")}`,
        name: said,
        saysOfAll: (names) => `No section documents ${enumeratedNames(names)}.`,
        adviceForAll: isStub ? LOOK : advice.replace("a section for it", "sections for them"),
        here,
      },
    });
  }
}

/** Whether a documented path names the version that another path names. */
function isOfVersion(operation: Operation, path: string): boolean {
  const { major } = mountedPath(path);
  return major !== undefined && mountOf(operation).major === major;
}

/** Of routes that code has and may refuse: one look settles all. */
const LOOK =
  "The document has neither words nor an answer for them: look whether the service does them, and document them only then.";

function isVariable(segment: string): boolean {
  return segment.includes("{");
}

/** Whether no body has anything by which it could be described. */
function isEmpty({ bodies }: Unmatched): boolean {
  return Object.values(bodies).every(({ properties, items }) => properties.size === 0 && items === undefined);
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
