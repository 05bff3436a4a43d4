import type { SeenNode } from "../evidence/seen.ts";
import type { BodyNode } from "../schema/body.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { spanKey } from "../text/span.ts";
import { type BodyComparison, chapterKey, witnesses } from "./comparison.ts";
import { placeOfTable } from "./place-of-table.ts";

/** Tells of a body of which no row says anything: once for a chapter. */
export function tellUndescribed(seen: SeenNode, { body, facts, kind, told }: BodyComparison): void {
  const inner = seen.items !== undefined && seen.properties.size === 0 ? seen.items : seen;
  const names = [...inner.properties.keys()];
  const { operation, side, node } = body;
  // generators give every operation a body: what is written has more weight
  if (names.length === 0 || (kind === "document" && told.noBody(operation, side))) return;
  if (told.anyKeys(operation, side) || areData(inner, node)) return;
  const isShown =
    node !== undefined &&
    names.every((name) => node.properties.has(name) || node.items?.properties.has(name));
  facts.add({
    rule: "verify-property-undocumented",
    key: `${spanKey(operation.titleSpan)} ${side}`,
    span: placeOfTable(operation, side),
    says: `No table describes the body of the ${side}.`,
    advice: `It has ${enumeratedNames(names)}. ${names.length === 1 ? "Add a row for it." : "Add rows for them."}`,
    // readers have the sample, or the text
    ...(isShown ? { severity: "info" as const } : {}),
    operation,
    place: seen.place,
    ...witnesses(seen, kind),
    kin: {
      key: `${chapterKey(operation)} ${isShown}`,
      name: side,
      saysOfAll: (sides, count) =>
        `No table describes the body of ${count} ${sides.length > 1 ? "requests and responses" : `${side}s`}.`,
      adviceForAll: "Add a table to each.",
      here: `nor is that of this ${side}`,
    },
  });
}

/** Whether the names in a body are data: they stand for objects of one kind, and samples show such objects under other names. */
function areData({ properties }: SeenNode, node: BodyNode | undefined): boolean {
  if (node === undefined || node.properties.size === 0) return false;
  if ([...properties.keys()].some((name) => node.properties.has(name))) return false;
  const inside = [...node.properties.values()].flatMap((one) => [...one.properties.keys()]);
  return [...properties.values()].every((one) =>
    [...one.properties.keys()].some((name) => inside.includes(name)),
  );
}
