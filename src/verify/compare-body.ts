import type { PlacedBody } from "../bodies/placed-bodies.ts";
import { addsToBody } from "../bodies/unplaced-rows.ts";
import type { SeenNode } from "../evidence/seen.ts";
import { isOpaque } from "../samples/undocumented.ts";
import type { BodyNode } from "../schema/body.ts";
import { asDocumented } from "../schema/json-schema.ts";
import { isPatternName } from "../schema/maps.ts";
import { compareRequired } from "./compare-required.ts";
import { compareValue } from "./compare-value.ts";
import { type BodyComparison, bodyKey, type Place } from "./comparison.ts";
import { tellOtherVersions } from "./other-versions.ts";
import { presenceKey } from "./renames.ts";
import { tellUndescribed } from "./undescribed-facts.ts";
import { tellStrangers } from "./undocumented-facts.ts";
import { tellUnknown } from "./unknown-facts.ts";
import { nodeAt } from "./version-rows.ts";

/** Holds a body of the evidence against what the tables say of it. */
export function compareBody(seen: SeenNode, comparison: BodyComparison): void {
  const { body, facts, versions } = comparison;
  if (isPatch(seen)) return;
  facts.see(bodyKey(body), versions.min);
  if (!hasRows(body)) {
    // Rows whose definition is missing describe it, too.
    if (!addsToBody(body.unplaced)) tellUndescribed(seen, comparison);
    return;
  }
  const node = asDocumented(body.node!);
  const inner = withoutEnvelope(seen, node);
  if (inner !== undefined && isOfOtherShape(inner.seen, node)) return;
  compare(
    inner === undefined
      ? { seen, node, path: [], around: node }
      : { seen: inner.seen, node, path: inner.path, around: node },
    comparison,
  );
}

/** A list of changes to another body (JSON Patch, RFC 6902), whose format no api-ref has to describe. */
function isPatch({ items }: SeenNode): boolean {
  return items?.properties.has("op") === true && items.properties.has("path");
}

function hasRows({ node, rows }: PlacedBody): boolean {
  return node !== undefined && rows.length > 0;
}

/** The outer name of a body needs no row: what stands in it, where the rows describe that. */
function withoutEnvelope(
  seen: SeenNode,
  node: BodyNode,
): { readonly seen: SeenNode; readonly path: readonly string[] } | undefined {
  const [entry, second] = seen.properties;
  if (entry === undefined || second !== undefined) return undefined;
  const [name, holder] = entry;
  const documented = node.properties.get(name);
  if (documented !== undefined && !documented.undocumented) return undefined;
  const inner = holder.items !== undefined && holder.properties.size === 0 ? holder.items : holder;
  const isDescribed = [...inner.properties.keys()].some(
    (one) => (node.properties.get(one)?.rows.length ?? 0) > 0,
  );
  if (!isDescribed) return undefined;
  return { seen: inner, path: inner === holder ? [name] : [name, "[]"] };
}

/**
 * Whether what stands in for a service answers with another body: samples show what is documented where its answer has an
 * envelope.
 */
function isOfOtherShape(seen: SeenNode, { properties }: BodyNode): boolean {
  return (
    !seen.isServed && [...properties.values()].some(({ rows, shown }) => rows.length > 0 && shown.size > 0)
  );
}

function compare(place: Place, comparison: BodyComparison): void {
  const { seen, node, path, around } = place;
  if (seen.items !== undefined && node.items !== undefined)
    step(seen.items, node.items, [...path, "[]"], around, comparison);
  if (seen.values !== undefined && node.values !== undefined)
    step(seen.values, node.values, [...path, "{}"], around, comparison);
  if (seen.properties.size === 0 && !seen.isClosed) return;
  // An object of which no row names any property is documented as a whole: its names may be data.
  if (isOpaque(node) && node.rows.length > 0 && node.values === undefined) return;
  if (isOpaque(around) && around.rows.length > 0 && node.values === undefined) return;
  if (node.properties.size === 0 && node.values === undefined) return;
  const isMap = [...node.properties.keys()].some(isPatternName) || standForKeys(node);
  compareProperties(place, isMap, comparison);
  if (isMap) return;
  tellUnknown(place, comparison);
  compareRequired(place, comparison);
}

function compareProperties(place: Place, isMap: boolean, comparison: BodyComparison): void {
  const { seen, node, path, around } = place;
  const strangers: [name: string, property: SeenNode][] = [];
  for (const [name, property] of seen.properties) {
    const known = node.properties.get(name);
    const at = [...path, name];
    if (known !== undefined && !known.undocumented) {
      const held = nodeAt(known, comparison.versions);
      if (held.rows.length === 0 && known.rows.length > 0) {
        tellOtherVersions({ ...place, name, property }, known.rows, comparison);
        continue;
      }
      for (const row of known.rows) comparison.facts.know(presenceKey(row, comparison.body.operation));
      step(property, held, at, around, comparison);
    } else if (node.values !== undefined) {
      step(property, node.values, [...path, "{}"], around, comparison);
    } else strangers.push([name, property]);
  }
  if (!isMap) tellStrangers(place, strangers, comparison);
}

function step(
  seen: SeenNode,
  placed: BodyNode,
  path: readonly string[],
  around: BodyNode,
  comparison: BodyComparison,
): void {
  const node = asDocumented(placed);
  if (node.rows.length > 0 && !compareValue(seen, node, path, comparison)) return;
  compare({ seen, node, path, around: node.rows.length > 0 ? node : around }, comparison);
}

/** Whether rows that hold others are no objects: they stand for the keys of a map. */
function standForKeys(node: BodyNode): boolean {
  return [...node.properties.values()].some(
    ({ rows, type, properties }) =>
      rows.length > 0 &&
      type !== undefined &&
      type.types.length > 0 &&
      !type.types.some((one) => one === "object" || one === "array") &&
      [...properties.values()].some((inside) => inside.rows.length > 0),
  );
}
