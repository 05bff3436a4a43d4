import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { spanKey } from "../text/span.ts";
import type { Charge } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { definitionsByStem, stemOf } from "./key-stems.ts";
import { inOperation } from "./naming.ts";
import { isUpdate, requiredByUpdates } from "./required-by-updates.ts";
import { usesOfDefinitions } from "./shown-rows.ts";

/** Rows of one request that require what its samples leave out, though the rows are wrong to. */
export interface PartialRequest {
  readonly operation: Operation;
  readonly charges: readonly Charge[];
  /** Nothing is to be said of these rows: `update-row-required` does. */
  readonly isTold: boolean;
}

/**
 * The requests whose rows are to blame for what samples lack: an update, which sends what is to change, looks up a definition that
 * others require, too; or an optional twin of the definition exists (`colour` and `colour_optional`).
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
    const isWrong =
      isToldOf || optionalTwin(row) !== undefined || (isUpdate(operation) && isShared(apiRef, row));
    return isWrong ? [{ charge, operation, isTold: isToldOf }] : [];
  });
  return [
    ...groupedBy(
      found,
      ({ operation, isTold }) => `${isTold} ${spanKey(operation.directive.nameSpan)}`,
    ).values(),
  ].map((group) => ({ ...group[0]!, charges: group.map(({ charge }) => charge) }));
}

/** The finding at the first of the rows; the definitions and the samples are related. */
export function* atPartialRequest({ operation, charges, isTold }: PartialRequest): Iterable<Draft> {
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
  yield {
    message: `${enumeration(names)} ${names.length === 1 ? "is" : "are"} required in this request, but its sample leaves ${one} out. Let ${them} look up ${instead}, or add ${one} to the sample.`,
    span: rows[0]!.keySpan,
    // The sample may be incomplete.
    severity: "warning",
    related: [
      ...twins.map(({ keySpan }) => ({ span: keySpan, message: "this is optional" })),
      ...rows.slice(1).map(({ keySpan }) => ({ span: keySpan, message: "here, too" })),
      ...charges.map(({ mismatch }) => ({ span: mismatch.span, message: "lacks it" })),
    ],
    ...inOperation(operation),
    ...causeIn(rows[0]!.span.file, ...rows.flatMap(({ name, key }) => [name, key])),
  };
}

/** The definition that says the same as a row's, and is optional; undefined where there is none, or more than one. */
function optionalTwin({ file, definition }: ParameterRow): Definition | undefined {
  if (file === undefined || definition === undefined) return undefined;
  const twins = (definitionsByStem(file).get(stemOf(definition)) ?? []).filter(
    (other) =>
      !other.required &&
      other.in === definition.in &&
      other.type === definition.type &&
      // Requests cannot send what their service alone sets.
      !/\bread[- ]?only\b/i.test(other.description) &&
      !/res(?:p|ponse)s?(?:[_-]|$)/.test(other.key),
  );
  return twins.length === 1 ? twins[0] : undefined;
}

/** Whether tables of other operations look up the definition of a row, too. */
function isShared(apiRef: ApiRef, { definition }: ParameterRow): boolean {
  const uses = usesOfDefinitions(apiRef).get(definition!)!;
  return new Set(uses.map(({ operation }) => operation)).size > 1;
}
