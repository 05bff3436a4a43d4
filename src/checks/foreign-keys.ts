import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { singular } from "../text/words.ts";
import { collectionOf, nounsOf, resourcesOf } from "./resource-nouns.ts";

interface Placed {
  readonly operation: Operation;
  readonly row: ParameterRow;
  readonly definition: Definition;
  /** What it has in common with the rows that say the same of one resource. */
  readonly place: string;
}

/** A row that looks up a definition of another resource. */
export interface ForeignKey {
  readonly row: ParameterRow;
  readonly operation: Operation;
  /** The resource that the definition speaks of. */
  readonly theirs: string;
  /** The one of which it ought to speak. */
  readonly ours: string;
  /** A row of the same name and resource that looks up one that does. */
  readonly model: ParameterRow;
  /** The definition with the row's key but for the resource (`lamp_name_request` for `shade_name_request`), alike in all else. */
  readonly meant: Definition | undefined;
}

/**
 * The rows that look up a definition of another resource, where the other tables of their resource look up one of their own
 * (`name: shade_name` in an update of lamps, `name: lamp_name` elsewhere): key and description must both speak of one
 * resource only.
 */
export const foreignKeys = remembered(({ documents }: ApiRef): readonly ForeignKey[] => {
  const operations = documents.flatMap((document) => document.operations);
  const resources = new Set(operations.flatMap(resourcesOf));
  return [...groupedBy(operations.flatMap(singleRows), ({ place }) => place).values()].flatMap((same) =>
    same.length > 1 ? foreignAmong(same, resources) : [],
  );
});

/** What is said of such a row. */
export function saidOfForeign({ row, theirs, ours, model, meant }: ForeignKey): string {
  const said = `\`${row.name}\` looks up \`${row.key}\`, which speaks of the ${theirs}`;
  return meant === undefined || meant.key === model.key
    ? `${said}; elsewhere it looks up \`${model.key}\`. Look that up${meant === undefined ? `, or another definition that speaks of the ${ours}` : ""}.`
    : `${said}. Look up \`${meant.key}\`.`;
}

/** The rows whose name stands once on its side; of several, each may belong to an object of its own. */
const singleRows = remembered((operation: Operation): readonly Placed[] => {
  const counts = new Map<string, number>();
  const count = ({ name, side }: ParameterRow) => counts.get(`${side} ${name}`) ?? 0;
  for (const row of operation.rows) counts.set(`${row.side} ${row.name}`, count(row) + 1);
  const collection = collectionOf(operation);
  return operation.rows.flatMap((row) =>
    row.definition === undefined || isDefinedInTable(row) || count(row) > 1
      ? []
      : [
          {
            operation,
            row,
            definition: row.definition,
            place: JSON.stringify([collection, row.name, row.definition.in]),
          },
        ],
  );
});

function foreignAmong(same: readonly Placed[], resources: ReadonlySet<string>): readonly ForeignKey[] {
  const uses = [...groupedBy(same, ({ row }) => row.key).values()];
  if (uses.length < 2) return [];
  const named = nounsOf(same[0]!.row.name);
  const own = new Set([...named, ...nounsOf(collectionOf(same[0]!.operation).split("/").at(-1)!)]);
  const ownIn = ([first]: readonly Placed[]) =>
    saidInBoth(first!.definition).filter((noun) => own.has(noun)).length;
  const model = uses.reduce((best, next) => {
    const more = ownIn(next) - ownIn(best);
    return more > 0 || (more === 0 && next.length > best.length) ? next : best;
  })[0]!;
  const ours = saidInBoth(model.definition).filter((noun) => own.has(noun));
  return same.flatMap(({ operation, row, definition }) => {
    const missing = ours.find((noun) => !nounsIn(definition).has(noun));
    const theirs = saidInBoth(definition).find(
      (noun) => resources.has(noun) && !own.has(noun) && !nounsIn(model.definition).has(noun),
    );
    if (missing === undefined || theirs === undefined) return [];
    if (!named.includes(missing) && isAbout(theirs, operation)) return [];
    const meant = withNoun(row, theirs, missing);
    return [{ row, operation, theirs, ours: missing, model: model.row, meant }];
  });
}

/** The definition whose key has another noun in the place of one, and that is alike in all else. */
function withNoun(
  { file, key, definition }: ParameterRow,
  noun: string,
  other: string,
): Definition | undefined {
  const swapped = key.replace(/[a-z0-9]+/gi, (word) =>
    singular(word.toLowerCase()) !== noun ? word : singular(word) === word ? other : `${other}s`,
  );
  const found = file?.definitions.get(swapped);
  return found !== undefined &&
    found.broken !== true &&
    found.in === definition!.in &&
    found.type === definition!.type &&
    found.required === definition!.required
    ? found
    : undefined;
}

/** Whether the title names a thing, or a row of the operation is that thing and so may hold the other. */
function isAbout(noun: string, { title, rows }: Operation): boolean {
  return nounsOf(title).includes(noun) || rows.some(({ name }) => singular(name.toLowerCase()) === noun);
}

/** The nouns of a key that the description says, too. */
const saidInBoth = remembered((definition: Definition): readonly string[] =>
  nounsOf(definition.key).filter((noun) => nounsIn(definition).has(noun)),
);

const nounsIn = remembered(
  ({ description }: Definition): ReadonlySet<string> => new Set(nounsOf(description)),
);
