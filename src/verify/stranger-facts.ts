import type { ParameterRow } from "../apiref/model.ts";
import { type BodyComparison, bodyKey, holderName, tableKey, witnesses } from "./comparison.ts";
import { isDoubtful, isLinks, isShownWithout } from "./doubts.ts";
import type { Fact } from "./facts.ts";
import type { Stranger } from "./known-strangers.ts";
import type { MissingProperty } from "./missing-property.ts";

/** What facts of a property that a table lacks have in common. */
export function strangerFact(
  stranger: Stranger,
  comparison: BodyComparison,
  row?: ParameterRow,
): Omit<Fact, "says" | "advice"> {
  const { around, name, node, property } = stranger;
  const { body, kind, tables } = comparison;
  const spot = spotFor(stranger, comparison, row);
  const { after, before, beside } = spot;
  const { operation, side } = body;
  const isUnused = comparison.shownUnused(operation, side, name);
  const isElsewhere = tables.ofResource(operation, side, name);
  // what is called so is of the resource, and not of an object inside it
  const isNested = holderName([...stranger.path, name]) !== "";
  const definition = isNested ? undefined : tables.definitionFor(name, [...property.types.keys()], beside);
  return {
    rule: "verify-property-undocumented",
    key: `${tableKey(body.operation, beside)} ${around.rows[0]?.name ?? ""} ${name}`,
    span: beside.span,
    operation: body.operation,
    related: [after, before]
      .filter((other) => other !== undefined && other !== beside)
      .map((other) => ({
        span: other!.span,
        message: other === after ? "it stands behind this" : "it stands before this",
      })),
    properties: [missingProperty(stranger, comparison, spot)],
    place: property.place,
    ...witnesses(property, kind),
    ...(isShownWithout(stranger)
      ? {
          against: isElsewhere
            ? "Other tables of the resource name it, and a sample shows the rest without it."
            : "A sample shows the rest without it.",
        }
      : {}),
    ...(isLinks(stranger) ? {} : { ifWeak: { of: "stand-in", name } as const }),
    ...(isElsewhere || isUnused ? { isConfirmed: true } : {}),
    ...(isUnused || (node.properties.get(name)?.shown.size ?? 0) > 0 ? { isShown: true } : {}),
    ...(definition === undefined ? {} : { defined: definition }),
    body: bodyKey(body),
    since: comparison.versions.min,
    ...(isDoubtful(stranger, comparison) ? { severity: "info" as const } : {}),
  };
}

/** What a row for a property would say. */
export function missingProperty(
  stranger: Stranger,
  { body, kind }: BodyComparison,
  { after, before, beside }: Spot,
): MissingProperty {
  const { seen, path, name, property } = stranger;
  const { operation, side } = body;
  return {
    operation,
    side,
    path: [...path, name],
    types: [...property.types.keys()],
    required:
      seen.required.has(name) || (kind === "traffic" && seen.objects > 0 && property.count >= seen.objects),
    table: beside.table,
    after,
    before,
  };
}

/** Where the row of a property belongs. */
export interface Spot {
  /** The rows of the properties that stand next to it in the evidence. */
  readonly after: ParameterRow | undefined;
  readonly before: ParameterRow | undefined;
  /** The row at which the finding stands. */
  readonly beside: ParameterRow;
}

/** @param row one that has the name, for other microversions */
export function spotFor(
  { seen, node, name, around }: Stranger,
  { body }: BodyComparison,
  row?: ParameterRow,
): Spot {
  const names = [...seen.properties.keys()];
  const at = names.indexOf(name);
  const rowOf = (other: string) => node.properties.get(other)?.rows[0];
  const first = (list: readonly string[]) => list.map(rowOf).find((row) => row !== undefined);
  const after = first(names.slice(0, at).reverse());
  const before = first(names.slice(at + 1));
  return { after, before, beside: row ?? after ?? before ?? around.rows[0] ?? body.rows.at(-1)! };
}
