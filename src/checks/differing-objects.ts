import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { shownValues } from "../bodies/shown-values.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { spanKey } from "../text/span.ts";
import { type Charge, fieldOf } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { inOperation } from "./naming.ts";
import { optionalTwin } from "./optional-twins.ts";
import type { IsShared } from "./shared-rows.ts";

/** What some objects of one table lack that is required, while others that stand at the same place have it. */
export interface DifferingObjects {
  readonly operation: Operation;
  readonly charges: readonly Charge[];
}

/**
 * Required rows that one operation's samples show in some objects and not in others: a brief view and a detailed one, or items of
 * one list. The samples themselves say that the property may lack.
 *
 * @param charges what samples lack that is required
 */
export function differingObjects(bodies: Bodies, charges: readonly Charge[]): readonly DifferingObjects[] {
  const shown = new Map<string, ReadonlySet<ParameterRow>>();
  const rowsShown = (operation: Operation, side: Side): ReadonlySet<ParameterRow> => {
    const key = `${side} ${spanKey(operation.directive.nameSpan)}`;
    const known = shown.get(key) ?? shownIn(bodies, operation, side);
    shown.set(key, known);
    return known;
  };
  const found = charges.flatMap((charge) => {
    const [operation] = charge.operations.keys();
    const { row, guessed } = charge.mismatch;
    if (operation === undefined || row?.definition === undefined || isDefinedInTable(row) || guessed === true)
      return [];
    return rowsShown(operation, charge.sample.side).has(row) ? [{ charge, operation }] : [];
  });
  return [
    ...groupedBy(
      found,
      ({ charge, operation }) => `${charge.mismatch.row!.table} ${spanKey(operation.directive.nameSpan)}`,
    ).values(),
  ].map((group) => ({ operation: group[0]!.operation, charges: group.map(({ charge }) => charge) }));
}

/** The finding at the first of the rows, or at its definition where no other row looks that up; the samples are related. */
export function atDiffering({ operation, charges }: DifferingObjects, isShared: IsShared): Draft {
  const rows = [...groupedBy(charges, ({ mismatch }) => mismatch.row!).keys()];
  const [first, ...others] = rows as [ParameterRow, ...ParameterRow[]];
  const names = [...new Set(charges.map(({ mismatch }) => `\`${mismatch.property}\``))];
  const [are, them] = names.length === 1 ? ["is", "it"] : ["are", "them"];
  const ofOne = rows.every((row) => !isShared(row));
  const twins = ofOne ? [] : twinsOfAll(rows);
  return {
    message: `${enumeration(names)} ${are} required, but only some of the objects in the samples here have ${them}. ${ofOne ? "Write `required: false`" : lookUp(rows, twins)}, or add ${them} where ${names.length === 1 ? "it is" : "they are"} missing.`,
    span: ofOne ? fieldOf(first.definition!, "required").span : first.keySpan,
    // The samples may be incomplete.
    severity: "warning",
    related: [
      ...(ofOne
        ? [{ span: first.nameSpan, message: "the row" }]
        : [{ span: first.definition!.keySpan, message: "defined here" }]),
      ...twins.map(({ keySpan }) => ({ span: keySpan, message: "this is optional" })),
      ...others.map(({ nameSpan }) => ({ span: nameSpan, message: "here, too" })),
      ...charges.map(({ mismatch }) => ({ span: mismatch.span, message: "lacks it" })),
    ],
    ...inOperation(operation),
    ...causeIn(first.span.file, "differing", ...rows.flatMap(({ name, key }) => [name, key])),
  };
}

/** The optional twins of the definitions of all rows; none if one has none. */
function twinsOfAll(rows: readonly ParameterRow[]): readonly Definition[] {
  const twins = rows.flatMap((row) => optionalTwin(row) ?? []);
  return twins.length === rows.length ? [...new Set(twins)] : [];
}

/** What rows are to look up instead. @param twins the optional twins of their definitions */
function lookUp(rows: readonly ParameterRow[], twins: readonly Definition[]): string {
  const instead = twins.length > 0 ? enumeration(twins.map(({ key }) => `\`${key}\``)) : undefined;
  return rows.length === 1
    ? `Let its row look up ${instead ?? "an optional definition"}`
    : `Let their rows look up ${instead ?? "optional definitions"}`;
}

/** The rows whose places the samples of one side of an operation show. */
function shownIn(bodies: Bodies, operation: Operation, side: Side): ReadonlySet<ParameterRow> {
  const { node, samples } = bodies.placed.get(operation)?.[side] ?? {};
  const rows = new Set<ParameterRow>();
  if (node === undefined) return rows;
  for (const { content } of samples ?? [])
    if (content.kind === "json") for (const { row } of shownValues(node, content.value)) rows.add(row);
  return rows;
}
