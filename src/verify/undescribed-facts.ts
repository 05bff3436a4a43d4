import type { SeenNode } from "../evidence/seen.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { spanKey } from "../text/span.ts";
import { type BodyComparison, chapterKey, witnesses } from "./comparison.ts";
import { placeOfTable } from "./place-of-table.ts";

/** Of a body that is said not to be there. */
const LOOK = "The text says that there is no body: look which of them is right.";

/** Tells of a body of which no row says anything: once for a chapter. */
export function tellUndescribed(seen: SeenNode, { body, facts, kind, told }: BodyComparison): void {
  const inner = seen.items !== undefined && seen.properties.size === 0 ? seen.items : seen;
  const names = [...inner.properties.keys()];
  const { operation, side, node } = body;
  if (names.length === 0 || told.anyKeys(operation, side)) return;
  const isShown =
    node !== undefined &&
    names.every((name) => node.properties.has(name) || node.items?.properties.has(name));
  // generators give every operation an answer: what is written has more weight
  const isDenied = kind === "document" && told.noBody(operation, side);
  const mend = isDenied ? LOOK : "Add a table to each.";
  facts.add({
    rule: "verify-property-undocumented",
    key: `${spanKey(operation.titleSpan)} ${side}`,
    span: placeOfTable(operation, side),
    says: `No table describes the body of the ${side}.`,
    advice: `It has ${enumeratedNames(names)}. ${isDenied ? LOOK : names.length === 1 ? "Add a row for it." : "Add rows for them."}`,
    // readers have the sample, or the text
    ...(isShown || isDenied ? { severity: "info" as const } : {}),
    operation,
    place: seen.place,
    ...witnesses(seen, kind),
    kin: {
      key: `${chapterKey(operation)} ${isShown} ${isDenied}`,
      name: side,
      saysOfAll: (sides, count) =>
        `No table describes the body of ${count} ${sides.length > 1 ? "requests and responses" : `${side}s`}.`,
      adviceForAll: mend,
      here: `nor is that of this ${side}`,
    },
  });
}
