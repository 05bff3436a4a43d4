import type { Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { shownValues } from "../bodies/shown-values.ts";
import { jsonTypeOf } from "../data/json-value.ts";
import { type JsonType, parseType } from "../schema/types.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { spanKey } from "../text/span.ts";
import type { Charge } from "./blame.ts";
import { chargesOf } from "./charges.ts";
import { quotedType, shownType } from "./described-blame.ts";
import { describedType } from "./described-type.ts";
import { stemOf } from "./key-stems.ts";
import { shownRows } from "./shown-rows.ts";

/** A row that looks up a definition of another type than its samples show, and the definition that fits both. */
export interface WrongLookup {
  readonly row: ParameterRow;
  readonly operation: Operation;
  readonly meant: Definition;
  /** What the samples have against the definition that the row looks up. */
  readonly charges: readonly Charge[];
}

/**
 * The rows whose samples contradict the type of their definition, where another definition has the type and the name: one that is
 * called as the row (`lamp: lamp_quota`, while `lamp` is an object) or as the definition (`lamp`, `lamp_1`), or that no row looks
 * up. It is not the definition that is wrong then, nor the samples.
 */
export const wrongLookups = remembered((bodies: Bodies): readonly WrongLookup[] => {
  const { apiRef } = bodies;
  const suspects = groupedBy(chargesOf({ apiRef, bodies }, "type"), ({ mismatch: { row, quotedNull } }) =>
    quotedNull === true || row?.definition === undefined || isDefinedInTable(row) ? "" : spanKey(row.span),
  );
  suspects.delete("");
  if (suspects.size === 0) return [];
  const uses = groupedBy(shownRows(apiRef), ({ row }) => row.definition);
  const { agreeing, confirmed } = agreements(bodies, suspects);
  return [...suspects].flatMap(([place, charges]) => {
    const [{ mismatch, operations }] = charges as [Charge];
    const row = mismatch.row!;
    const [operation] = operations.keys();
    // Whoever writes `"true"` puts a value into quotes.
    if (charges.some((charge) => quotedType(row.definition!, charge) !== undefined)) return [];
    const [type, ...others] = [...new Set(charges.map(shownType))];
    // A definition that describes what the samples show has the wrong type only.
    if (describedType(row.definition!.description) === type) return [];
    if (operation === undefined || type === undefined || others.length > 0 || agreeing.has(place)) return [];
    const meant = meantBy(row, type, confirmed.has(row.definition!), (other) => uses.has(other));
    return meant === undefined ? [] : [{ row, operation, meant, charges }];
  });
});

/** Which of the rows some sample agrees with, by their places, and which of their definitions some other row's sample does. */
function agreements(bodies: Bodies, suspects: ReadonlyMap<string, readonly Charge[]>) {
  const definitions = new Set([...suspects.values()].map(([charge]) => charge!.mismatch.row!.definition!));
  const agreeing = new Set<string>();
  const confirmed = new Set<Definition>();
  for (const sides of bodies.placed.values())
    for (const { rows, samples, node } of [sides.request, sides.response]) {
      if (node === undefined || !rows.some(({ definition }) => definitions.has(definition!))) continue;
      for (const { content } of samples)
        if (content.kind === "json")
          for (const { row, definition, value } of shownValues(node, content.value)) {
            if (!definitions.has(definition) || value === null) continue;
            if (!hasType(definition, jsonTypeOf(value) as JsonType)) continue;
            confirmed.add(definition);
            agreeing.add(spanKey(row.span));
          }
    }
  return { agreeing, confirmed };
}

/** The definition that a row was meant to look up; undefined where there is none, or more than one. */
function meantBy(
  { name, file, definition }: ParameterRow,
  type: JsonType,
  isConfirmed: boolean,
  isUsed: (other: Definition) => boolean,
): Definition | undefined {
  if (file === undefined || definition === undefined) return undefined;
  const fits = (other: Definition | undefined): other is Definition =>
    other !== undefined &&
    other !== definition &&
    other.in === definition.in &&
    other.broken !== true &&
    hasType(other, type);
  const own = file.definitions.get(name);
  // What other rows are right to look up is another thing; so is what nobody else looks up, where the better one lies unused.
  if (fits(own) && (isConfirmed || !isUsed(own))) return own;
  const stem = stemOf(definition);
  const near = [
    ...new Set([
      ...(byStem(file).get(stem) ?? []),
      ...(isConfirmed ? (byWord(file).get(lastWord(name)) ?? []) : []),
    ]),
  ].filter((other) => fits(other) && !isUsed(other) && isCalled(other, name, stem));
  return near.length === 1 ? near[0] : undefined;
}

/** Whether a key says the whole name of a row, or is that of the definition but for its kind. */
function isCalled(other: Definition, name: string, stem: string): boolean {
  const said = stemOf(other);
  return said === stem || said === name || said.endsWith(`_${name}`) || said.endsWith(`-${name}`);
}

const byStem = remembered(({ definitions }: ParametersFile) => groupedBy(definitions.values(), stemOf));

/** By the last word of their keys. */
const byWord = remembered(({ definitions }: ParametersFile) =>
  groupedBy(definitions.values(), (definition) => lastWord(stemOf(definition))),
);

function lastWord(name: string): string {
  return /[^_-]*$/.exec(name)![0];
}

function hasType({ type }: Definition, wanted: JsonType): boolean {
  const types = parseType(type ?? "")?.types ?? [];
  return types.includes(wanted) || (wanted === "integer" && types.includes("number"));
}
