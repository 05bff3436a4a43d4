import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { isOfUrl } from "../apiref/url-rows.ts";
import { isWithoutRequestContent } from "../bodies/filter-rows.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { remembered } from "../text/remembered.ts";
import { stemOf } from "./key-stems.ts";
import { collectionNouns, collectionOf, nounsOf, saidNouns } from "./resource-nouns.ts";
import { shownRows, usesOfDefinitions } from "./shown-rows.ts";

/** A row that looks up another definition than the one that is called as it is. */
export interface Namesake {
  readonly row: ParameterRow;
  readonly operation: Operation;
  /** The key or the text of the definition says what the operation is about, and what the row looks up does not. */
  readonly isTold?: true;
}

/** Of more rows of one name only the first are looked at. */
const MOST_ROWS = 20;

/**
 * The row that may have been meant to look up a definition of a file, which no row does: it has its name, and looks up another
 * definition of the same place. Where the key says more than the name (`colour_lamp`, `colour_2`), the operation has to be
 * about that, and the definition that the row looks up must not be.
 */
function namesakeOf(definition: Definition, file: ParametersFile, apiRef: ApiRef): Namesake | undefined {
  const rows = (name: string) =>
    (rowsByName(apiRef).get(name) ?? [])
      .slice(0, MOST_ROWS)
      .filter(({ row, operation }) => row.file === file && hasPlaceOf(row, operation, definition));
  const stem = stemOf(definition);
  const said = saidNouns(definition);
  const read = readingsOf(stem).flatMap((reading) => {
    const about = new Set(nounsOf(reading.rest));
    const found = rows(reading.name).filter(({ operation }) => {
      const nouns = collectionNouns(operation);
      return nouns.length > 0 && nouns.length === about.size && nouns.every((noun) => about.has(noun));
    });
    return found.length === 0 ? [] : [{ ...reading, found }];
  });
  // Where `bulbs-lamp` may be the bulbs of a lamp, it is not the lamp of the bulbs.
  const isNamedFirst = read.some(({ isFirst }) => isFirst);
  for (const { name, isFirst, found } of read) {
    if (isNamedFirst && !isFirst) continue;
    const one = found.find(
      ({ row, operation }) =>
        isUnlike(row, definition, collectionNouns(operation)) ||
        (isFirst && row.key === name && isOtherwise(row.definition!, definition)),
    );
    if (one !== undefined) return { ...one, ...(isForOtherSide(definition, one) ? {} : { isTold: true }) };
  }
  const unlike = rows(stem).find(({ row, operation }) => {
    const nouns = collectionNouns(operation);
    return nouns.length > 0 && nouns.every((noun) => said.has(noun)) && isUnlike(row, definition, nouns);
  });
  if (unlike !== undefined) return isForOtherSide(definition, unlike) ? unlike : { ...unlike, isTold: true };
  return rows(definition.key)[0] ?? ofSide(definition, rows) ?? ofOtherPlace(definition, rows);
}

/**
 * A row that looks up a definition of another place: that of `colour-query` in a response for `colour`, and in a request without a
 * body that of `colour` for `colour-query`, or for `r_colour` whose words say what the operation is about.
 */
function ofOtherPlace(
  definition: Definition,
  rows: (name: string) => readonly Namesake[],
): Namesake | undefined {
  const { key } = definition;
  const said = saidNouns(definition);
  const isMeant = (rest: string, { row, operation }: Namesake) => {
    if (row.definition!.in === definition.in) return false;
    if (definition.in !== "query")
      return row.key.startsWith(key) && /^[-_](?:query|path)$/.test(row.key.slice(key.length));
    if (/^(?:in[-_])?query$/.test(rest)) return true;
    const nouns = collectionNouns(operation);
    return nounsOf(rest).length === 0 && nouns.length > 0 && nouns.every((noun) => said.has(noun));
  };
  for (const { name, rest } of [{ name: key, rest: "" }, ...readingsOf(key)]) {
    const found = rows(name).find((one) => isMeant(rest, one));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The definitions that no row looks up, each with the row that may have been meant to. */
export const namesakes = remembered((apiRef: ApiRef): ReadonlyMap<Definition, Namesake> => {
  const uses = usesOfDefinitions(apiRef);
  const found = new Map<Definition, Namesake>();
  for (const file of apiRef.parametersFiles.values())
    for (const definition of file.definitions.values()) {
      const namesake = uses.has(definition) ? undefined : namesakeOf(definition, file, apiRef);
      if (namesake !== undefined) found.set(definition, namesake);
    }
  return found;
});

/** The rows that look up a definition of another place than where they stand, with the unused one that may be meant. */
export const misplacedNamesakes = remembered((apiRef: ApiRef): ReadonlyMap<ParameterRow, Definition> => {
  const found = new Map<ParameterRow, Definition>();
  for (const [definition, { row, operation }] of namesakes(apiRef)) {
    if (row.definition!.in === definition.in) continue;
    const collection = collectionOf(operation);
    for (const other of (rowsByName(apiRef).get(leafOf(row.name)) ?? []).slice(0, MOST_ROWS))
      if (other.row.definition === row.definition && collectionOf(other.operation) === collection)
        found.set(other.row, definition);
  }
  return found;
});

/** Whether a row looks up a definition of the same place, or one of another place than that where it stands or may stand. */
function hasPlaceOf(row: ParameterRow, operation: Operation, definition: Definition): boolean {
  const { in: where } = row.definition!;
  if (where === definition.in) return true;
  if (definition.in === "query")
    return where === "body" && row.side === "request" && isWithoutRequestContent(operation);
  if (definition.in !== "body" || (where !== "path" && where !== "query")) return false;
  return row.side === "response" || (where === "path" && !isOfUrl(row, operation));
}

/** What a key says of the side, behind a name. */
const SIDE = /^(?<name>.+?)[_-](?:in[_-])?(?<side>request|response)$/;

/**
 * A row of the side that the key says, of the name before that and with the plain definition of it. Where that one requires what
 * the unused one does not, or the other way round, the side is what the two are there for.
 */
function ofSide(definition: Definition, rows: (name: string) => readonly Namesake[]): Namesake | undefined {
  const { name = "", side } = SIDE.exec(definition.key)?.groups ?? {};
  const found = rows(name).find(({ row }) => row.side === side && row.key === name);
  return found !== undefined && found.row.definition!.required !== definition.required
    ? { ...found, isTold: true }
    : found;
}

/** Whether the key says that it is of a request, and the row is one of a response. */
function isForOtherSide({ key }: Definition, { row }: Namesake): boolean {
  return SIDE.exec(key)?.groups?.side === "request" && row.side === "response";
}

/** Whether one says otherwise than another what type a value has, or whether it must be there. */
function isOtherwise(one: Definition, other: Definition): boolean {
  return one.type !== other.type || one.required !== other.required;
}

/** Whether what a row looks up is of another place, or does not say what the operation is about. */
function isUnlike(row: ParameterRow, definition: Definition, nouns: readonly string[]): boolean {
  return row.definition!.in !== definition.in || !saysAll(row, nouns);
}

function saysAll({ definition }: ParameterRow, nouns: readonly string[]): boolean {
  const said = saidNouns(definition!);
  return nouns.every((noun) => said.has(noun));
}

/** The ways in which a key may be that of a name and something else, the longest name first. */
function readingsOf(
  key: string,
): { readonly name: string; readonly rest: string; readonly isFirst: boolean }[] {
  return [...key.matchAll(/[_-]/g)]
    .flatMap(({ index }) => {
      const [before, behind] = [key.slice(0, index), key.slice(index + 1)];
      return [
        { name: before, rest: behind, isFirst: true },
        { name: behind, rest: before, isFirst: false },
      ];
    })
    .sort((a, b) => b.name.length - a.name.length);
}

/** The rows of operations that look something up, by their names. */
const rowsByName = remembered((apiRef: ApiRef) =>
  groupedBy(
    [...shownRows(apiRef)].flatMap(({ row, operation }) =>
      operation === undefined || row.definition === undefined || isDefinedInTable(row)
        ? []
        : [{ row, operation }],
    ),
    ({ row }) => leafOf(row.name),
  ),
);
