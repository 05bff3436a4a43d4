import type { SeenNode } from "../evidence/seen.ts";
import type { BodyNode } from "../schema/body.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { type BodyComparison, pathText } from "./comparison.ts";
import { common, fieldSpan, objectKin, placeKey } from "./facts-of-row.ts";

/** Tells of a documented place that may be null where nothing says so; those of one object are one. */
export function compareNull(
  seen: SeenNode,
  node: BodyNode,
  path: readonly string[],
  { body, facts, kind, isOfBothSides, told }: BodyComparison,
): void {
  const place = seen.types.get("null");
  const types = node.type?.types ?? [];
  if (place === undefined || types.length === 0 || types.includes("null") || node.shown.has("null")) return;
  // a schema of null and nothing else is what is left of an operation that is gone: it says nothing of a value
  if (kind === "document" && seen.types.size === 1) return;
  if (node.rows.some((row) => told.null(row.definition))) return;
  if (told.nullOfAll(body.operation, body.side)) return;
  const row = node.rows[0]!;
  const isShared = row.definition !== undefined && isOfBothSides(row.definition);
  const { holder, ...kin } = objectKin(body, path, "null");
  facts.add({
    rule: "verify-null",
    key: placeKey(row, "null"),
    span: fieldSpan(row, "type"),
    says: `\`${pathText(path)}\` may be null in the ${body.side}, and its definition does not say so.`,
    advice: isShared
      ? `Requests and responses share the definition: say in the description when the ${body.side} has null.`
      : `Say so in the description, or write \`type: ${row.definition?.type ?? "string"} or null\`.`,
    // that code takes more than it is documented to take harms no one
    ...(kind === "document" && body.side === "request" ? { severity: "info" as const } : {}),
    ...(node.shown.size > 0 ? { against: "A sample shows another value." } : {}),
    ...common(seen, row, body, kind),
    kin: {
      ...kin,
      saysOfAll: (names, count) =>
        names.length === 1
          ? `\`${kin.name}\` may be null, and ${count} definitions do not say so.`
          : `${enumeratedNames(names, names.length)}${holder} may be null, and ${count > names.length ? count : "their"} definitions do not say so.`,
      adviceForAll: "Say so in the descriptions.",
      here: `nor does that of \`${kin.name}\``,
    },
    place,
  });
}
