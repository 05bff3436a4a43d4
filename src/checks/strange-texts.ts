import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { parseType } from "../schema/types.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { singular } from "../text/words.ts";
import { stemOf } from "./key-stems.ts";
import { collectionNouns, nounsOf, resourceNouns, resourceSteps } from "./resource-nouns.ts";
import { shownRows, usesOfDefinitions } from "./shown-rows.ts";

/** A row whose definition speaks of another resource, while one that speaks of its own lies unused. */
export interface StrangeText {
  readonly row: ParameterRow;
  readonly operation: Operation;
  /** The resource that the definition speaks of. */
  readonly theirs: string;
  /** The definitions that nothing looks up, called as the other one but for a number or the like (`status`, `status_1`). */
  readonly meant: readonly Definition[];
}

/** Of more definitions of one name nobody could tell which was meant. */
const MOST_TWINS = 20;

/** The rows with a text of another resource, as where a table was copied. */
export const strangeTexts = remembered((apiRef: ApiRef): readonly StrangeText[] => {
  const unused = new Map(
    [...apiRef.parametersFiles.values()].map(
      (file) => [file, unusedByStem(file, usesOfDefinitions(apiRef))] as const,
    ),
  );
  const operations = apiRef.documents.flatMap((document) => document.operations);
  const resources = new Map(operations.flatMap(resourceSteps).map((nouns) => [nouns.join(" "), nouns]));
  return [...shownRows(apiRef)].flatMap(({ row, operation }) => {
    const { definition, file } = row;
    if (definition === undefined || file === undefined || operation === undefined || isDefinedInTable(row))
      return [];
    const ours = collectionNouns(operation);
    const twins = unused.get(file)?.get(stemOf(definition)) ?? [];
    const meant = (twins.length > MOST_TWINS ? [] : twins).filter(
      (other) => isAlike(other, definition) && ours.every((noun) => saidNouns(other).has(noun)),
    );
    const theirs =
      meant.length === 0 || ours.length === 0 ? undefined : strangerIn(row, definition, operation, resources);
    return theirs === undefined || meant.some((other) => theirs.every((noun) => saidNouns(other).has(noun)))
      ? []
      : [{ row, operation, theirs: theirs.join(" "), meant }];
  });
});

/** What is said of such a row. */
export function messageOf({ row, operation, theirs, meant }: StrangeText): string {
  const keys = meant.map(({ key }) => `\`${key}\``);
  const isOne = keys.length === 1;
  return `\`${row.name}\` looks up \`${row.key}\`, which speaks of the ${theirs}; nothing looks up ${enumeration(keys)}, which ${isOne ? "speaks" : "speak"} of the ${collectionNouns(operation).join(" ")}. Did you mean ${isOne ? keys[0] : enumeration(keys, "or")}?`;
}

function unusedByStem({ definitions }: ParametersFile, used: ReadonlyMap<Definition, unknown>) {
  return groupedBy(
    [...definitions.values()].filter((definition) => !used.has(definition)),
    stemOf,
  );
}

function isAlike(a: Definition, b: Definition): boolean {
  const [types = [], others = []] = [a, b].map(({ type = "" }) => parseType(type)?.types ?? []);
  return a.in === b.in && a.broken !== true && types.some((type) => others.includes(type));
}

/** The resource that a definition speaks of, where neither the operation nor any of its rows is about it. */
function strangerIn(
  row: ParameterRow,
  definition: Definition,
  operation: Operation,
  resources: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const { rows } = operation;
  // Of several rows of one name each may belong to an object of its own.
  if (rows.some((other) => other !== row && other.side === row.side && other.name === row.name))
    return undefined;
  const said = saidNouns(definition);
  const own = resourceNouns(operation);
  if (collectionNouns(operation).some((noun) => said.has(noun))) return undefined;
  const named = new Set([...nounsOf(row.name), ...rows.map(({ name }) => singular(name.toLowerCase()))]);
  return [...resources.values()]
    .filter(
      (nouns) =>
        nouns.every((noun) => said.has(noun)) && nouns.some((noun) => !own.has(noun) && !named.has(noun)),
    )
    .reduce<readonly string[] | undefined>(
      (longest, nouns) => (nouns.length > (longest?.length ?? 0) ? nouns : longest),
      undefined,
    );
}

const saidNouns = remembered(({ description }: Definition) => new Set(nounsOf(description)));
