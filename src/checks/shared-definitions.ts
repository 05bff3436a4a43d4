import type { ApiRef, Operation, ParameterRow, Sample } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import { append } from "../text/append.ts";
import { remembered } from "../text/remembered.ts";
import { causeIn } from "./cause.ts";
import { inOperation } from "./naming.ts";

/**
 * The rows that look up the definition of another row where none of their own exists, and the description speaks of the other
 * row only. `tenant_id` and `project_id` may be one thing on purpose: samples must show two values, and none of the tree one.
 */
export function* sharedDefinitions({ documents }: ApiRef): Iterable<Draft> {
  const operations = documents.flatMap((document) => document.operations);
  const pairs = operations.flatMap((operation) =>
    operation.rows.flatMap((row) => {
      const owner = ownerOf(row, operation);
      return owner !== undefined && ownKey(row, owner) === undefined && speaksOfOwner(row, owner)
        ? [{ operation, row, owner }]
        : [];
    }),
  );
  if (pairs.length === 0) return;
  const nameOf = ({ row, owner }: (typeof pairs)[number]) => `${row.name} ${owner.name}`;
  const compared = new Map<string, boolean[]>();
  for (const pair of pairs) {
    const known = compared.get(nameOf(pair)) ?? [];
    compared.set(nameOf(pair), known);
    append(known, comparisons(pair.row, pair.owner, pair.operation));
  }
  for (const pair of pairs) {
    const same = compared.get(nameOf(pair))!;
    const { operation, row, owner } = pair;
    if (same.length === 0 || same.includes(true)) continue;
    yield {
      message: `\`${row.name}\` looks up \`${row.key}\`, the definition of \`${owner.name}\`. ${remedy(row)}`,
      span: row.keySpan,
      related: [{ span: owner.span, message: `\`${owner.name}\` looks it up here` }],
      ...inOperation(operation),
      ...causeIn(row.span.file, row.name, row.key),
    };
  }
}

function remedy(row: ParameterRow): string {
  const sibling = siblingKey(row);
  return sibling === undefined
    ? `Add a definition for \`${row.name}\`, and look that up.`
    : `Did you mean \`${sibling}\`?`;
}

/** A definition of the row's name that begins as the key does: `lamp_bulb_socket_id` for `socket_id: lamp_bulb_id`. */
function siblingKey({ name, key, file, definition }: ParameterRow): string | undefined {
  const ends = [...key.matchAll(/[_-]/g)].map(({ index }) => index + 1).reverse();
  return ends
    .map((end) => key.slice(0, end) + name)
    .find((candidate) => candidate !== key && file?.definitions.get(candidate)?.in === definition?.in);
}

/** The row of the same table that has the definition of a row under that definition's own name. */
export function ownerOf(row: ParameterRow, operation: Operation): ParameterRow | undefined {
  if (row.definition === undefined || isOwn(row)) return undefined;
  const owners = ownersIn(operation).get(row.table)?.get(row.definition)?.values() ?? [];
  return [...owners].find((other) => other.name !== row.name && !areAkin(other.name, row.name));
}

/** By table and definition: the rows that have the definition under its own name, the first of each name. */
const ownersIn = remembered(({ rows }: Operation) => {
  const owners = new Map<number, Map<Definition, Map<string, ParameterRow>>>();
  for (const row of rows) {
    if (row.definition === undefined || !isOwn(row)) continue;
    const ofTable = owners.get(row.table) ?? new Map<Definition, Map<string, ParameterRow>>();
    owners.set(row.table, ofTable);
    const ofDefinition = ofTable.get(row.definition) ?? new Map<string, ParameterRow>();
    ofTable.set(row.definition, ofDefinition);
    if (!ofDefinition.has(row.name)) ofDefinition.set(row.name, row);
  }
  return owners;
});

/** Whether a key is that of a name: the name itself, or with what tells its place behind it (`owner_id_path`). */
function isOwn({ name, key }: Pick<ParameterRow, "name" | "key">): boolean {
  return key === name || key.startsWith(`${name}_`) || key.endsWith(`_${name}`);
}

/** Whether one name says the other and more, as a shorter form of it does: `id`, `widget_id`. */
function areAkin(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.includes(short);
}

/** The key of the definition that a row should look up: the owner's with the row's name in it, else the name. */
export function ownKey(
  { name, key, file, definition }: ParameterRow,
  owner: ParameterRow,
): string | undefined {
  return [key.replace(owner.name, name), name].find(
    (candidate) => candidate !== key && file?.definitions.get(candidate)?.in === definition?.in,
  );
}

/**
 * Whether a definition describes the owner and not the other row: of two names that end alike (`lamp_id`, `bulb_id`,
 * `lamp_bulb_id`) it says a word that only the owner's has, and none that only the other has.
 */
function speaksOfOwner({ name, definition }: ParameterRow, owner: ParameterRow): boolean {
  const [ours, theirs] = [wordsOf(name), wordsOf(owner.name)];
  if (ours.length < 2 || theirs.length < 2 || ours.at(-1) !== theirs.at(-1)) return false;
  const said = new Set(wordsOf(definition!.description));
  const isSaid = (words: readonly string[], others: readonly string[]) =>
    words.some((word) => word.length > 2 && !others.includes(word) && said.has(word));
  return isSaid(theirs, ours) && !isSaid(ours, theirs);
}

/** For each sample that shows both rows whether it gives them one value. */
function comparisons({ name, side }: ParameterRow, owner: ParameterRow, { samples }: Operation): boolean[] {
  return samples.flatMap((sample) => {
    if (sample.side !== side) return [];
    const values = firstValues(sample);
    const [ours, theirs] = [values.get(name), values.get(owner.name)];
    return ours === undefined || theirs === undefined ? [] : [ours === theirs];
  });
}

/** The text or number that a sample gives each name where it stands first. */
const firstValues = remembered(({ text }: Sample): ReadonlyMap<string, string | undefined> => {
  const values = new Map<string, string | undefined>();
  for (const [, name, value] of text.matchAll(/"([^"\n]*)"(?=(?:\s*:\s*("[^"\n]*"|-?\d+))?)/g))
    if (!values.has(name!)) values.set(name!, value);
  return values;
});

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
