import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition, ParametersFile } from "../apiref/parameters-file.ts";
import { accepts, parseType } from "../schema/types.ts";
import { addTo } from "../text/grouped.ts";
import { type Evidence, united } from "./evidence.ts";
import { namesComeLast, styleOf } from "./file-style.ts";
import type { Lack } from "./lack.ts";
import { holderOf, resourceOf } from "./nouns.ts";
import { isPlain } from "./yaml-text.ts";

/** A definition that is to be made. */
export interface NewDefinition {
  readonly key: string;
  readonly parameters: ParametersFile;
  readonly evidence: Evidence;
  readonly isRequired: boolean;
  /** The rows that look it up. */
  readonly lacks: readonly Lack[];
}

interface PlacedRow {
  readonly operation: Operation;
  readonly row: ParameterRow;
}

/** The keys for rows that tables lack, and the definitions that have to be made for them. */
export interface Keys {
  readonly keyOf: ReadonlyMap<Lack, string>;
  readonly definitions: readonly NewDefinition[];
}

/**
 * Finds a definition for each row, or makes one for all that document one property of one object.
 *
 * @param isOwn whether a row is to have a new definition, and an optional one
 */
export function chooseKeys(lacks: readonly Lack[], isOwn: (lack: Lack) => boolean, apiRef: ApiRef): Keys {
  const rows = apiRef.documents.flatMap(({ operations }) =>
    operations.flatMap((operation) => operation.rows.map((row) => ({ operation, row }))),
  );
  const keyOf = new Map<Lack, string>();
  const groups = new Map<string, Lack[]>();
  for (const lack of lacks) {
    const { file } = lack.row;
    if (file === undefined) continue;
    const known = isOwn(lack) ? undefined : fittingDefinition(lack, file, rows);
    if (known !== undefined) keyOf.set(lack, known.key);
    else {
      const group = `${file.file.path} ${holderOf(lack.path, lack.operation)} ${lack.path.at(-1)} ${isOwn(lack)}`;
      addTo(groups, group, lack);
    }
  }
  const definitions: NewDefinition[] = [];
  const taken = new Set<string>();
  const isLast = namesComeLast(rows.map(({ row }) => row));
  for (const group of groups.values()) {
    const [first] = group as [Lack];
    const parameters = first.row.file!;
    const key = unusedKey(first, parameters, isLast, taken);
    taken.add(`${parameters.file.path} ${key}`);
    for (const lack of group) keyOf.set(lack, key);
    definitions.push({
      key,
      parameters,
      evidence: withTypes(group.map(({ evidence }) => evidence).reduce(united), first, rows),
      isRequired: group.every((lack) => lack.evidence.isAlways && !isOwn(lack)),
      lacks: group,
    });
  }
  return { keyOf, definitions };
}

/** Evidence of nulls alone with the types that rows of the same name have, most of all in tables of the same resource. */
function withTypes(evidence: Evidence, { path, operation }: Lack, rows: readonly PlacedRow[]): Evidence {
  if ([...evidence.types].some((type) => type !== "null")) return evidence;
  const resource = resourceOf(operation);
  const named = rows.filter(({ row }) => row.name.split(".").at(-1) === path.at(-1));
  const own = named.filter((other) => resourceOf(other.operation) === resource);
  const types = (own.length > 0 ? own : named)
    .map(({ row }) => parseType(row.definition?.type ?? "")?.types ?? [])
    .find((found) => found.length > 0);
  return types === undefined ? evidence : { ...evidence, types: new Set([...evidence.types, ...types]) };
}

/**
 * The definition that rows of the same name look up in tables of the same resource, most often on the same side; else the
 * one that is called so.
 */
function fittingDefinition(
  lack: Lack,
  parameters: ParametersFile,
  rows: readonly PlacedRow[],
): Definition | undefined {
  const name = lack.path.at(-1)!;
  const resource = resourceOf(lack.operation);
  const counts = new Map<Definition, number>();
  for (const { operation, row } of rows) {
    const { definition } = row;
    if (definition === undefined || row.file !== parameters || row.name.split(".").at(-1) !== name) continue;
    if (resourceOf(operation) !== resource || !fits(definition, lack) || !speaksOf(definition, name))
      continue;
    counts.set(definition, (counts.get(definition) ?? 0) + (row.side === lack.side ? 1000 : 1));
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const called = parameters.definitions.get(name);
  return most?.[0] ?? (called !== undefined && fits(called, lack) ? called : undefined);
}

/** Whether a key is a name, or has more words before it or behind it; else the definition is another property's. */
function speaksOf({ key }: Definition, name: string): boolean {
  const words = (text: string) => `_${text.toLowerCase().replace(/[.-]/g, "_")}_`;
  return words(key).includes(words(name));
}

/** Whether a definition may describe what is known of a property. */
function fits(definition: Definition, lack: Lack): boolean {
  const type = definition.type === undefined ? undefined : parseType(definition.type);
  return (
    definition.in === "body" &&
    definition.broken !== true &&
    type !== undefined &&
    [...lack.evidence.types].every((shown) => accepts(type.types, shown)) &&
    (!definition.required || lack.evidence.isAlways) &&
    definition.maxVersion === undefined
  );
}

/** A key that no definition of the file has: the name, or the name with the object that has the property. */
function unusedKey(
  { path, operation, side }: Lack,
  parameters: ParametersFile,
  isLast: boolean,
  taken: ReadonlySet<string>,
): string {
  const { joint } = styleOf(parameters);
  const name = path
    .at(-1)!
    .replace(/^\W+|\W+$/g, "")
    .replace(/[^\w.:-]+/g, "_");
  const withWord = (word: string): string => (isLast ? [word, name] : [name, word]).join(joint);
  const isFree = (key: string): boolean =>
    isPlain(key) && !parameters.definitions.has(key) && !taken.has(`${parameters.file.path} ${key}`);
  const holder = holderOf(path, operation);
  const candidates = [name, withWord(holder), withWord(resourceOf(operation)), [name, side].join(joint)];
  const free = candidates.find(isFree);
  if (free !== undefined) return free;
  for (let number = 2; ; number++) {
    const key = [withWord(holder), number].join(joint);
    if (isFree(key)) return key;
  }
}
