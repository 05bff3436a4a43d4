import type { Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import type { Bodies } from "../bodies/read-bodies.ts";
import { shownValues } from "../bodies/shown-values.ts";
import { jsonTypeOf } from "../data/json-value.ts";
import { describedType } from "../schema/described-type.ts";
import { type JsonType, parseType } from "../schema/types.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { spanKey } from "../text/span.ts";
import type { Charge } from "./blame.ts";
import { chargesOf } from "./charges.ts";
import { quotedType, shownType } from "./described-blame.ts";
import { definitionsByStem, stemOf } from "./key-stems.ts";
import { lookedUpAs } from "./lookups.ts";
import { collectionOf, speaksOfResource } from "./resource-nouns.ts";
import { usesOfDefinitions } from "./shown-rows.ts";

/** A row that looks up a definition of another type than its samples show, though other samples show that it is right elsewhere. */
export interface WrongLookup {
  readonly row: ParameterRow;
  readonly operation: Operation;
  /** The type that the samples show. */
  readonly type: JsonType;
  /** The definition that fits both; undefined where none does. */
  readonly meant: Definition | undefined;
  /** A row that a sample confirms, of the definition that no sample confirms here; undefined where there is none. */
  readonly fitting: ParameterRow | undefined;
  /** What the samples have against the definition that the row looks up. */
  readonly charges: readonly Charge[];
}

/**
 * The rows whose samples contradict the type of their definition, where another definition has the type and the name: one that is
 * called as the row (`lamp: lamp_quota`, while `lamp` is an object) or as the definition (`lamp`, `lamp_1`), or that no row looks
 * up. It is not the definition that is wrong then, nor the samples. Where the words of the other definition are not of the
 * resource (the height of a lamp for how many lamps a customer may have), the row is as wrong, but no definition fits;
 * rows of the same table that have the same fault have it with none at hand, too. So has a list or an object where the other samples of
 * the definition show the other: nobody writes one for the other by mistake.
 */
export const wrongLookups = remembered((bodies: Bodies): readonly WrongLookup[] => {
  const { apiRef } = bodies;
  const suspects = groupedBy(chargesOf({ apiRef, bodies }, "type"), ({ mismatch: { row, quotedNull } }) =>
    quotedNull === true || row?.definition === undefined || isDefinedInTable(row) ? "" : spanKey(row.span),
  );
  suspects.delete("");
  if (suspects.size === 0) return [];
  const uses = usesOfDefinitions(apiRef);
  const usedAs = ({ file, name, definition }: ParameterRow, type: JsonType) =>
    lookedUpAs(apiRef, name).filter(
      (other) =>
        other !== definition &&
        other.in === definition?.in &&
        hasType(other, type) &&
        file?.definitions.get(other.key) === other,
    );
  const { agreeing, confirmed } = agreements(bodies, suspects);
  const candidates = [...suspects].flatMap(([place, charges]) => {
    const [{ mismatch, operations }] = charges as [Charge];
    const row = mismatch.row!;
    const [operation] = operations.keys();
    // Whoever writes `"true"` puts a value into quotes.
    if (charges.some((charge) => quotedType(row.definition!, charge) !== undefined)) return [];
    const [type, ...others] = [...new Set(charges.map(shownType))];
    // A definition that describes what the samples show has the wrong type only.
    if (describedType(row.definition!.description) === type) return [];
    if (operation === undefined || type === undefined || others.length > 0 || agreeing.has(place)) return [];
    const fitting = confirmed.get(row.definition!);
    const unused = nearTo(row, type, fitting !== undefined, (other) => uses.has(other));
    const near = unused.length === 0 && isOtherStructure({ row, type }) ? usedAs(row, type) : unused;
    const meant = near.length === 1 && fitsWords(near[0]!, operation, uses) ? near[0] : undefined;
    return [{ row, operation, type, meant, fitting, charges, near }];
  });
  const faulty = new Set(
    candidates.flatMap((one) => (one.near.length === 1 && one.fitting !== undefined ? [tableOf(one)] : [])),
  );
  return candidates.filter(
    (one) =>
      one.meant !== undefined ||
      (one.fitting !== undefined &&
        one.near.length < 2 &&
        (faulty.has(tableOf(one)) || isOtherStructure(one))),
  );
});

/** Whether the samples of a row show a list, and its definition is that of one object, or the other way round. */
function isOtherStructure({ row, type }: Pick<WrongLookup, "row" | "type">): boolean {
  const declared = parseType(row.definition!.type ?? "")?.types ?? [];
  const other: JsonType = type === "array" ? "object" : "array";
  return (
    (type === "array" || type === "object") && declared.length > 0 && declared.every((one) => one === other)
  );
}

/** What the rows of one table of an operation have in common. */
export function tableOf({ row, operation }: Pick<WrongLookup, "row" | "operation">): string {
  return JSON.stringify([spanKey(operation.titleSpan), row.table]);
}

/** Whether the words of a definition are of the operation's resource, or another operation of its collection looks it up. */
function fitsWords(
  definition: Definition,
  operation: Operation,
  uses: ReturnType<typeof usesOfDefinitions>,
): boolean {
  if (speaksOfResource(definition, operation)) return true;
  const collection = collectionOf(operation);
  return (uses.get(definition) ?? []).some(
    ({ operation: other }) => other !== undefined && collectionOf(other) === collection,
  );
}

/** Which of the rows some sample agrees with, by their places, and a row of each definition with which some sample does. */
function agreements(bodies: Bodies, suspects: ReadonlyMap<string, readonly Charge[]>) {
  const definitions = new Set([...suspects.values()].map(([charge]) => charge!.mismatch.row!.definition!));
  const agreeing = new Set<string>();
  const confirmed = new Map<Definition, ParameterRow>();
  for (const sides of bodies.placed.values())
    for (const { rows, samples, node } of [sides.request, sides.response]) {
      if (node === undefined || !rows.some(({ definition }) => definitions.has(definition!))) continue;
      for (const { content } of samples)
        if (content.kind === "json")
          for (const { row, definition, value } of shownValues(node, content.value)) {
            if (!definitions.has(definition) || value === null) continue;
            if (!hasType(definition, jsonTypeOf(value) as JsonType)) continue;
            if (!confirmed.has(definition)) confirmed.set(definition, row);
            agreeing.add(spanKey(row.span));
          }
    }
  return { agreeing, confirmed };
}

/** The definitions that a row may have been meant to look up: of its name and the type that its samples show. */
function nearTo(
  { name, file, definition }: ParameterRow,
  type: JsonType,
  isConfirmed: boolean,
  isUsed: (other: Definition) => boolean,
): readonly Definition[] {
  if (file === undefined || definition === undefined) return [];
  const fits = (other: Definition | undefined): other is Definition =>
    other !== undefined &&
    other !== definition &&
    other.in === definition.in &&
    other.broken !== true &&
    hasType(other, type);
  const own = file.definitions.get(name);
  // What other rows are right to look up is another thing; so is what nobody else looks up, where the better one lies unused.
  if (fits(own) && (isConfirmed || !isUsed(own))) return [own];
  const stem = stemOf(definition);
  return [
    ...new Set([
      ...(definitionsByStem(file).get(stem) ?? []),
      ...(isConfirmed ? (byWord(file).get(lastWord(name)) ?? []) : []),
    ]),
  ].filter((other) => fits(other) && !isUsed(other) && isCalled(other, name, stem));
}

/** Whether a key says the whole name of a row, or is that of the definition but for its kind. */
function isCalled(other: Definition, name: string, stem: string): boolean {
  const said = stemOf(other);
  return said === stem || said === name || said.endsWith(`_${name}`) || said.endsWith(`-${name}`);
}

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
