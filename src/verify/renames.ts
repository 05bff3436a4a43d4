import type { Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { SeenNode } from "../evidence/seen.ts";
import type { BodyNode } from "../schema/body.ts";
import { sameWord } from "../schema/placement.ts";
import { accepts } from "../schema/types.ts";
import { extended, nearest } from "../text/similar.ts";
import { spanKey } from "../text/span.ts";
import type { BodyComparison } from "./comparison.ts";
import type { Stranger } from "./known-strangers.ts";
import { nodeAt } from "./version-rows.ts";

/** So many pairs of names are compared in one object. */
const MOST_PAIRS = 10_000;
/** What shorter descriptions say may be said of anything: "The name." */
const SHORTEST_DESCRIPTION = 20;

/**
 * The documented properties that strangers may be under another name, by the name of the stranger. The evidence does not
 * have them, their types agree, and the names are alike or the descriptions are the same.
 */
export function renamesIn(
  strangers: readonly Stranger[],
  { versions }: BodyComparison,
): ReadonlyMap<string, BodyNode> {
  const renames = new Map<string, BodyNode>();
  const [first] = strangers;
  if (first === undefined) return renames;
  const { seen, node } = first;
  const absent = [...node.properties.values()].filter(
    (one) => !seen.properties.has(one.name) && nodeAt(one, versions).rows.length > 0,
  );
  if (absent.length * strangers.length > MOST_PAIRS) return renames;
  const taken = new Set<BodyNode>();
  for (const { name, property } of strangers) {
    const fitting = absent.filter((one) => !taken.has(one) && isOfType(property, one));
    const found = meantBy(name, property, fitting) ?? showsInstead(name, node, fitting);
    if (found === undefined) continue;
    taken.add(found);
    renames.set(name, found);
  }
  return renames;
}

/** The one of several names that a name is, written otherwise or with a slip. */
export function alikeName(name: string, candidates: readonly string[]): string | undefined {
  const within = Math.max(1, Math.floor(name.length / 4));
  return candidates.find((one) => isSpelling(one, name)) ?? nearest(name, candidates, within);
}

/** What is known of a row where the evidence has what it names. */
export function presenceKey(row: ParameterRow, operation: Operation): string {
  return `present ${spanKey(row.span)} ${operation.titleSpan.start}`;
}

function meantBy(name: string, property: SeenNode, fitting: readonly BodyNode[]): BodyNode | undefined {
  const meant = alikeName(
    name,
    fitting.map((one) => one.name),
  );
  if (meant !== undefined) return fitting.find((one) => one.name === meant);
  const description = plainDescription(property.description);
  if (description.length < SHORTEST_DESCRIPTION) return undefined;
  const same = fitting.filter(({ rows }) => describe(rows[0]!.definition) === description);
  return same.length === 1 ? same[0] : undefined;
}

/** A row whose name samples never show, and go on with or cut short: `finished_at` where they have `finished`, too. */
function showsInstead(
  name: string,
  { properties }: BodyNode,
  fitting: readonly BodyNode[],
): BodyNode | undefined {
  if ((properties.get(name)?.shown.size ?? 0) === 0) return undefined;
  const unshown = fitting.filter(({ shown }) => shown.size === 0);
  const meant = extended(
    name,
    unshown.map((one) => one.name),
  );
  return unshown.find((one) => one.name === meant);
}

/** `volumeId` and `volume_id`; singular and plural are two. */
function isSpelling(a: string, b: string): boolean {
  return sameWord(a, b) && a.endsWith("s") === b.endsWith("s");
}

function isOfType({ types }: SeenNode, { type }: BodyNode): boolean {
  const documented = type?.types ?? [];
  const shown = [...types.keys()].filter((one) => one !== "null");
  return documented.length === 0 || shown.length === 0 || shown.some((one) => accepts(documented, one));
}

function describe(definition: Definition | undefined): string {
  return plainDescription(definition?.description);
}

/** What of a description stays whatever the markup. */
function plainDescription(text = ""): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "");
}
