import type { SeenNode } from "../evidence/seen.ts";
import type { BodyNode } from "../schema/body.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { type BodyComparison, pathText } from "./comparison.ts";
import { variantOf } from "./definition-uses.ts";
import { common, fieldSpan, objectKin, placeKey } from "./facts-of-row.ts";

/** Tells of a documented place that may be null where nothing says so; those of one object are one. */
export function compareNull(
  seen: SeenNode,
  node: BodyNode,
  path: readonly string[],
  { body, facts, kind, uses, shownBy, told }: BodyComparison,
): void {
  const place = seen.types.get("null");
  const types = node.type?.types ?? [];
  if (place === undefined || types.length === 0 || types.includes("null") || node.shown.has("null")) return;
  // a schema of null and nothing else is what is left of an operation that is gone: it says nothing of a value
  if (kind === "document" && seen.types.size === 1) return;
  if (node.rows.some((row) => told.null(row.definition))) return;
  if (told.nullOfAll(body.operation, body.side)) return;
  const row = node.rows[0]!;
  const { definition } = row;
  const isShared = definition !== undefined && uses.ofBothSides(definition);
  // a definition that others use more is theirs
  const isBorrowed = isShared && uses.mostlyOfOther(definition, body.side);
  const { holder, ...kin } = objectKin(body, path, `null ${isBorrowed}`);
  const other = body.side === "request" ? "Responses" : "Requests";
  const variant = variantOf(row, (one) => told.null(one) || /null/.test(one.type ?? ""));
  const isShown =
    definition !== undefined && [...shownBy(definition).values()].some((shown) => shown.has("null"));
  facts.add({
    rule: "verify-null",
    key: placeKey(row, isBorrowed ? `null ${body.side}` : "null"),
    ...(isBorrowed ? { unlessTold: placeKey(row, "null") } : {}),
    says: `\`${pathText(path)}\` may be null in the ${body.side}, and its definition does not say so.`,
    advice: isBorrowed
      ? `${other} share the definition: give the ${body.side} one of its own that says so.`
      : isShared
        ? `Requests and responses share the definition: say in the description when the ${body.side} has null.`
        : `Say so in the description, or write \`type: ${definition?.type ?? "string"} or null\`.`,
    // that code takes more than it is documented to take harms no one
    ...(kind === "document" && body.side === "request" ? { severity: "info" as const } : {}),
    ...(node.shown.size > 0 && !isShown ? { against: "A sample shows another value." } : {}),
    // nobody has taken what a client sends to a stand-in
    ...(kind === "traffic" && body.side === "request"
      ? { ifWeak: { of: "stand-in", name: pathText(path) } as const }
      : {}),
    ...(isShown ? { isShown } : {}),
    ...(variant === undefined ? {} : { defined: variant }),
    ...common(seen, row, body, kind),
    span: isBorrowed ? row.span : fieldSpan(row, "type"),
    ...(isBorrowed ? { related: [{ span: definition.keySpan, message: "defined here" }] } : {}),
    kin: {
      ...kin,
      saysOfAll: (names, count) =>
        names.length === 1
          ? `\`${kin.name}\` may be null, and ${count} definitions do not say so.`
          : `${enumeratedNames(names, names.length)}${holder} may be null, and ${count > names.length ? count : "their"} definitions do not say so.`,
      adviceForAll: isBorrowed
        ? `${other} share the definitions: give the ${body.side} others that say so.`
        : "Say so in the descriptions.",
      here: `nor does that of \`${kin.name}\``,
    },
    place,
  });
}
