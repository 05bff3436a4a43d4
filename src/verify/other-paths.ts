import type { Operation, Side } from "../apiref/model.ts";
import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import { asDocumented } from "../schema/json-schema.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Unmatched } from "./match.ts";
import { barePath, isOfOtherVersion, type MountedPath, mountedPath, mountOf } from "./paths.ts";

/** Bodies of fewer names are alike by chance. */
const FEWEST_NAMES = 4;
/** So many of the names of a body are those of another that is the same. */
const SAME_SHARE = 0.8;

/**
 * The documented operations that undocumented ones are by a second path: a collection under another name, whose bodies are
 * the same. That one operation of a collection has the body of a documented one says the same of all that have a counterpart.
 */
export function otherPathsAmong(
  unmatched: readonly Unmatched[],
  operations: readonly Operation[],
  placed: PlacedBodies,
): ReadonlyMap<Unmatched, Operation> {
  const documented = groupedBy(
    operations.flatMap((operation) =>
      slotsOf(operation.method, mountOf(operation)).map((slot) => ({ ...slot, operation })),
    ),
    ({ key }) => key,
  );
  const counterparts = new Map(
    unmatched.map((one) => {
      const own = mountedPath(one.path);
      const found = slotsOf(one.method, own).flatMap(({ key, word }) =>
        (documented.get(key) ?? []).flatMap((other) =>
          isOfOtherVersion(own, mountOf(other.operation))
            ? []
            : [{ operation: other.operation, name: `${word} ${other.word}` }],
        ),
      );
      return [one, found];
    }),
  );
  const proven = new Set<string>();
  for (const [one, found] of counterparts)
    for (const { operation, name } of found)
      if (!proven.has(name) && hasSameBody(one, operation, placed)) proven.add(name);
  const others = new Map<Unmatched, Operation>();
  for (const [one, found] of counterparts) {
    const meant = found.find(({ name }) => proven.has(name));
    if (meant !== undefined) others.set(one, meant.operation);
  }
  return others;
}

/**
 * A path with each word in turn taken out, so that paths that differ in one word have one in common. What a version says of
 * itself (`/{api_version}`) may stand below a word, too: `/versions/{id}`.
 */
function slotsOf(method: string, mounted: MountedPath): { readonly key: string; readonly word: string }[] {
  const shape = barePath(mounted).map((segment) => (segment.includes("{") ? "{}" : segment));
  const verb = method.toUpperCase();
  if (shape.length === 0) return mounted.hasVersion ? [{ key: `${verb} */{}`, word: "" }] : [];
  return shape.flatMap((word, at) =>
    word === "{}"
      ? []
      : [{ key: `${verb} ${[...shape.slice(0, at), "*", ...shape.slice(at + 1)].join("/")}`, word }],
  );
}

function hasSameBody({ bodies }: Unmatched, operation: Operation, placed: PlacedBodies): boolean {
  return (["response", "request"] as const).some((side: Side) => {
    const seen = bodies[side];
    const { node, rows } = placed.get(operation)![side];
    if (seen === undefined || node === undefined || rows.length === 0) return false;
    const names = namesIn(seen);
    if (names.size < FEWEST_NAMES) return false;
    const own = namesIn(asDocumented(node));
    return [...names].filter((name) => own.has(name)).length >= SAME_SHARE * names.size;
  });
}

/** What evidence and documentation have in common. */
interface Named {
  readonly items?: Named | undefined;
  readonly properties: ReadonlyMap<string, Named>;
}

/** The paths of properties near the root, without lists. */
function namesIn(node: Named, within = "", names = new Set<string>()): Set<string> {
  if (node.items !== undefined) namesIn(node.items, within, names);
  if (within.split("/").length > DEEPEST) return names;
  for (const [name, property] of node.properties) {
    names.add(`${within}/${name}`);
    namesIn(property, `${within}/${name}`, names);
  }
  return names;
}

/** An envelope, and what stands in it. */
const DEEPEST = 2;
