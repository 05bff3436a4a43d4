import { spanKey } from "../text/span.ts";
import { holdsNothingElse } from "./closed.ts";
import { type BodyComparison, type Place, pathText, tableKey } from "./comparison.ts";
import { nodeAt } from "./version-rows.ts";

/** Tells of documented properties that the evidence excludes: its objects have no others than those that it names. */
export function tellUnknown(place: Place, { body, versions, facts, kind }: BodyComparison): void {
  const { seen, node, path } = place;
  if (kind !== "document" || !holdsNothingElse(seen)) return;
  for (const [name, property] of node.properties) {
    if (property.rows.length === 0 || property.origin === "flat" || property.origin === "neighbour") continue;
    const held = nodeAt(property, versions);
    if (held.rows.length === 0) continue;
    const row = held.rows[0]!;
    const full = pathText([...path, name]);
    facts.vote(
      `unknown ${tableKey(body.operation, row)} ${row.span.start} ${body.operation.titleSpan.start}`,
      // where a sample shows it, too, the documentation has two witnesses
      seen.properties.has(name) || property.shown.size > 0
        ? undefined
        : {
            rule: "verify-property-unknown",
            key: spanKey(row.span),
            span: row.span,
            says: `The ${body.side} has no \`${full}\`: its schema takes no other properties than those that it names.`,
            advice: "Remove the row, or say until which microversion it holds.",
            operation: body.operation,
            place: seen.place,
            exchanges: 0,
            isServed: true,
          },
    );
  }
}
