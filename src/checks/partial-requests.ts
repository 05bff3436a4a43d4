import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { spanKey } from "../text/span.ts";
import { type Charge, fieldOf } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { inOperation } from "./naming.ts";
import { optionalTwin } from "./optional-twins.ts";
import { isUpdate, requiredByUpdates } from "./required-by-updates.ts";
import { usesOfDefinitions } from "./shown-rows.ts";

/** Rows of one request that require what its samples leave out, though the rows are wrong to. */
export interface PartialRequest {
  readonly operation: Operation;
  readonly charges: readonly Charge[];
  /** Nothing is to be said of these rows: `update-row-required` does. */
  readonly isTold: boolean;
  /** No other row looks up their definitions. */
  readonly isOwn: boolean;
}

/**
 * The requests whose rows or definitions are to blame for what samples lack: those of an update, which sends what is to change, or where
 * an optional twin of the definition exists (`colour` and `colour_optional`).
 *
 * @param charges what samples lack that is required
 */
export function partialRequests(apiRef: ApiRef, charges: readonly Charge[]): readonly PartialRequest[] {
  const told = new Set(requiredByUpdates(apiRef).map(({ row }) => spanKey(row.span)));
  const found = charges.flatMap((charge) => {
    const [operation] = charge.operations.keys();
    const { row } = charge.mismatch;
    if (operation === undefined || row?.definition === undefined || isDefinedInTable(row)) return [];
    if (charge.sample.side !== "request") return [];
    const isToldOf = told.has(spanKey(row.span));
    const hasTwin = optionalTwin(row) !== undefined;
    if (!isToldOf && !hasTwin && !isUpdate(operation)) return [];
    return [{ charge, operation, isTold: isToldOf, isOwn: !hasTwin && !isShared(apiRef, row) }];
  });
  return [
    ...groupedBy(
      found,
      ({ operation, isTold, isOwn }) => `${isTold} ${isOwn} ${spanKey(operation.directive.nameSpan)}`,
    ).values(),
  ].map((group) => ({ ...group[0]!, charges: group.map(({ charge }) => charge) }));
}

/** The finding at the first of the rows, or at its definition if that is its own; the samples are related. */
export function* atPartialRequest({ operation, charges, isTold, isOwn }: PartialRequest): Iterable<Draft> {
  if (isTold) return;
  const rows = [...groupedBy(charges, ({ mismatch }) => spanKey(mismatch.row!.span)).values()].map(
    ([charge]) => charge!.mismatch.row!,
  );
  const names = [...new Set(rows.map(({ name }) => `\`${name}\``))];
  const twins = rows.flatMap((row) => optionalTwin(row) ?? []);
  const [one, them] = names.length === 1 ? ["it", "its row"] : ["them", "their rows"];
  const keys = [...new Set(twins.map(({ key }) => `\`${key}\``))];
  const optional = names.length === 1 ? "an optional definition" : "optional definitions";
  const instead =
    keys.length === names.length
      ? enumeration(keys)
      : `${optional}${keys.length === 0 ? "" : ` such as ${enumeration(keys)}`}`;
  const advice = isOwn ? "Write `required: false`" : `Let ${them} look up ${instead}`;
  yield {
    message: `${enumeration(names)} ${names.length === 1 ? "is" : "are"} required in this request, but its sample leaves ${one} out. ${advice}, or add ${one} to the sample.`,
    span: isOwn ? fieldOf(rows[0]!.definition!, "required").span : rows[0]!.keySpan,
    // The sample may be incomplete.
    severity: "warning",
    related: [
      ...twins.map(({ keySpan }) => ({ span: keySpan, message: "this is optional" })),
      ...(isOwn ? [{ span: rows[0]!.nameSpan, message: "the row" }] : []),
      ...rows.slice(1).map(({ definition, keySpan }) => ({
        span: isOwn ? fieldOf(definition!, "required").span : keySpan,
        message: "here, too",
      })),
      ...charges.map(({ mismatch }) => ({ span: mismatch.span, message: "lacks it" })),
    ],
    ...inOperation(operation),
    ...causeIn(rows[0]!.span.file, ...rows.flatMap(({ name, key }) => [name, key])),
  };
}

/** Whether tables of other operations look up the definition of a row, too. */
function isShared(apiRef: ApiRef, { definition }: ParameterRow): boolean {
  const uses = usesOfDefinitions(apiRef).get(definition!)!;
  return new Set(uses.map(({ operation }) => operation)).size > 1;
}
