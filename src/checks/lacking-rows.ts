import type { Operation, ParameterRow, Sample, Side } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Mismatch } from "../samples/check.ts";
import { readSample } from "../samples/read.ts";
import { groupedBy } from "../text/grouped.ts";
import { leafOf } from "../text/leaf.ts";
import { remembered } from "../text/remembered.ts";
import { hasWordMore } from "../text/similar.ts";
import { type Charge, countSamples } from "./blame.ts";
import { chargesOf } from "./charges.ts";
import { exchangedSamples, namesInFile } from "./exchanged-samples.ts";
import { addsOnly, isEntryOfMap } from "./partial-tables.ts";
import { operationsByTarget, targetOf } from "./same-target.ts";
import { slipsOfSamples } from "./slips-of-samples.ts";
import type { Subject } from "./subject.ts";
import { swappedTable } from "./swapped-tables.ts";
import { isPlainPatch, takesPatch } from "./told-in-text.ts";

/** What samples show that no row names, by who is to mend it. */
export interface LackingRows {
  /** Rows that all samples spell otherwise, be it one. */
  readonly misspelt: readonly (readonly Charge[])[];
  /** Slips of samples, and what no table is to blame for. */
  readonly atSamples: readonly Charge[];
  /** Definitions whose inside no table describes, with the names in it. */
  readonly ofDefinitions: readonly {
    readonly lacks: readonly LackingRow[];
    readonly names: readonly string[];
  }[];
  /** All other tables that lack rows. */
  readonly ofTables: readonly (readonly LackingRow[])[];
}

/** Looks for the properties of samples that no row names. */
export const lackingRows = remembered((subject: Subject): LackingRows => {
  const charges = unexcused(subject);
  const slips = groups(charges, ({ mismatch }) => {
    const { meantRow } = mismatch;
    return meantRow && [meantRow.definition ?? meantRow, meantRow.name, leafOf(namesIn(mismatch)[0]!)];
  });
  const isSlipOfSample = slipsOfSamples(subject);
  const misspelt = slips.filter((slip) => {
    const { mismatch } = slip[0]!;
    const [shown, row] = [leafOf(namesIn(mismatch)[0]!), leafOf(mismatch.meantRow!.name)];
    const samples = countSamples(slip);
    if (isSaidByUrl(slip[0]!, shown, row)) return true;
    return !(samples === 1 && isAnother(mismatch)) && !isSlipOfSample(shown, row, samples);
  });
  const told = new Set(misspelt.flat());
  const tables = tablesOf(charges.filter((charge) => !told.has(charge)));
  const ofDefinitions = groups(
    tables.lacking,
    ({ inside }) => inside?.definition && [inside.definition],
  ).flatMap((lacks) => {
    const names = sharedNames(lacks);
    return names === undefined ? [] : [{ lacks, names }];
  });
  const shared = new Set(ofDefinitions.flatMap(({ lacks }) => lacks));
  const ofTables = groups(
    tables.lacking.filter((lack) => !shared.has(lack)),
    ({ operation, row }) => [tableName(operation, row)],
  );
  return { misspelt, atSamples: tables.none, ofDefinitions, ofTables };
});

/** Whether the URL ends in what the sample calls the whole body (`widgets` of `/widgets`), and not in the row's name. */
function isSaidByUrl({ mismatch, operations }: Charge, shown: string, row: string): boolean {
  const [operation] = operations.keys();
  const last = operation?.target.path.split("/").at(-1);
  return namesIn(mismatch)[0] === shown && last === shown && last !== row;
}

/** What samples show that no row names, but for what is told otherwise. */
function unexcused(subject: Subject): Charge[] {
  const byTarget = operationsByTarget(subject.apiRef);
  const exchanged = exchangedSamples(subject.apiRef);
  // What the sample that is meant shows as well, the table lacks all the same.
  const isMeant = (name: string, sample: Sample) => {
    const meant = exchanged.get(sample);
    return meant === undefined || namesInFile(meant).has(leafOf(name));
  };
  const charges = chargesOf(
    subject,
    "undocumented",
    (mismatch, sample, operation) =>
      !hasTable(operation, sample.side) ||
      !namesIn(mismatch).some((name) => isMeant(name, sample)) ||
      addsOnly(operation, sample.side) ||
      swappedTable(operation) !== undefined ||
      areLinks(mismatch) ||
      isDescribedElsewhere(mismatch) ||
      isNamedBesideRow(mismatch) ||
      isOfPatchDocument(mismatch, sample, operation) ||
      isEntryOfMap(operation, mismatch, sample) ||
      namesIn(mismatch).every((name) => isRowElsewhere(operation, sample.side, name)) ||
      byTarget
        .get(targetOf(operation))!
        .some((other) => other !== operation && documents(other, sample.side, mismatch.property)),
  );
  return charges.map((charge) => withoutTold(charge, isMeant));
}

/** What is told at rows of the table, or of a sample that stands for another, is left out of what no row names. */
function withoutTold(
  { sample, mismatch, operations }: Charge,
  isMeant: (name: string, sample: Sample) => boolean,
): Charge {
  const left = (mismatch: Mismatch, operation: Operation): Mismatch => {
    const { strangers = [] } = mismatch;
    const shownBy =
      operation.samples.find(({ file, side }) => file === sample.file && side === sample.side) ?? sample;
    const others = strangers.filter(
      ({ path }) => !isRowElsewhere(operation, sample.side, path) && isMeant(path, shownBy),
    );
    return others.length === strangers.length ? mismatch : { ...mismatch, strangers: others };
  };
  return {
    sample,
    mismatch,
    operations: new Map([...operations].map(([operation, one]) => [operation, left(one, operation)])),
  };
}

/** Whether what no row names is how a JSON Patch document is written. */
function isOfPatchDocument(mismatch: Mismatch, sample: Sample, operation: Operation): boolean {
  if (sample.side !== "request") return false;
  if (takesPatch(operation) && namesIn(mismatch).every(isOfPatch)) return true;
  const content = readSample(sample);
  return content.kind === "json" && isPlainPatch(operation, content.value);
}

/** Whether a name is one of an operation of JSON Patch (RFC 6902, 4). */
function isOfPatch(name: string): boolean {
  return ["op", "path", "value", "from"].includes(leafOf(name));
}

/** What every list of links holds (JSON Home, RFC 8288), which no table describes anew. */
const OF_LINKS: ReadonlySet<string> = new Set(["href", "rel", "type", "title"]);

/** Whether all that no row names stands in links, by the name of what holds them, or by the words or the key of its definition. */
function areLinks(mismatch: Mismatch): boolean {
  const { key = "", description = "" } = mismatch.inside?.definition ?? {};
  const isInLinks =
    /(?:^|[_-])links?(?:$|[_-])/i.test(key) ||
    /^\W*(?:an? |the )?(?:list of |array of |\w+ )?links?\b/i.test(description);
  return namesIn(mismatch).every((name) => {
    const steps = name.split(".");
    return OF_LINKS.has(steps.pop()!) && (isInLinks || /links?$/i.test(steps.pop() ?? ""));
  });
}

/** Whether the definition of the nearest row says that what the sample shows may be written instead: "Alternatively, ``hue``". */
function isNamedBesideRow(mismatch: Mismatch): boolean {
  const [name, ...others] = namesIn(mismatch);
  const text = mismatch.meantRow?.definition?.description ?? "";
  if (name === undefined || others.length > 0) return false;
  return [...text.matchAll(INSTEAD)].some(([sentence]) => sentence.includes(`\`\`${leafOf(name)}\`\``));
}

/** Sentences that give a parameter a second name. */
const INSTEAD = /\b(?:alternatively|alias(?:es)?|synonyms?|(?:may|can) also be)\b[^.]*/gi;

/** Whether the definition of what holds all that no row names says where it is described: `:ref:`, `:doc:` or another place of the page. */
function isDescribedElsewhere({ inside }: Mismatch): boolean {
  return /:(?:ref|doc):`|`[^`<]{0,200}<#[^`>]{0,200}>`_/.test(inside?.definition?.description ?? "");
}

/** A table of an operation that lacks rows for what a sample shows; the row beside which they would stand. */
export interface LackingRow {
  readonly operation: Operation;
  readonly row: ParameterRow;
  readonly mismatch: Mismatch;
  /** The row of the list or object that holds the names, where no row names anything in it and parameters.yaml defines it. */
  readonly inside: ParameterRow | undefined;
}

/**
 * Whether one sample alone shows a name with a word more or less than that of a row (`group_size` for `group`), and requests may
 * do without the row: then it is most likely another property.
 */
function isAnother(mismatch: Mismatch): boolean {
  const { meantRow } = mismatch;
  if (meantRow === undefined || meantRow.definition?.required === true) return false;
  const [shown, row] = [leafOf(namesIn(mismatch)[0]!), leafOf(meantRow.name)];
  // Rows that are called as their keys say more than the name.
  const isKey = meantRow.name === meantRow.key && row.length > shown.length;
  return hasWordMore(shown, row) && !isKey && !areOneThing(shown, row);
}

/** Whether one of two names is the other and says that it is its identifier: `group` and `group_id`. */
function areOneThing(a: string, b: string): boolean {
  return a.replace(IDENTIFIER, "") === b.replace(IDENTIFIER, "");
}

const IDENTIFIER = /[_-](?:id|uuid|ref)s?$/i;

/** The tables that lack rows, and what is told at the sample: slips, and what no table is to blame for. */
function tablesOf(charges: readonly Charge[]): { lacking: LackingRow[]; none: Charge[] } {
  const lacking: LackingRow[] = [];
  const none: Charge[] = [];
  for (const charge of charges) {
    const { sample } = charge;
    for (const [operation, mismatch] of charge.operations) {
      const { inside } = mismatch;
      const row = mismatch.beside ?? operation.rows.findLast((own) => isOfBody(own, sample.side));
      if ((mismatch.meant !== undefined && !isAnother(mismatch)) || row === undefined) {
        none.push(charge);
        break;
      }
      const isShared = inside?.definition !== undefined && !isDefinedInTable(inside);
      lacking.push({ operation, row, mismatch, inside: isShared ? inside : undefined });
    }
  }
  return { lacking, none };
}

/** Items by their keys, whose parts are compared by identity; those without a key are left out. */
function groups<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => readonly unknown[] | undefined,
): Item[][] {
  const numbers = new Map<unknown, number>();
  const numberOf = (part: unknown) => {
    const number = numbers.get(part) ?? numbers.size;
    numbers.set(part, number);
    return number;
  };
  return [...groupedBy(items, (item) => keyOf(item)?.map(numberOf).join(" ")).values()];
}

/** A table by the place of its first row: in a part that several operations include, it is one table. */
function tableName({ rows }: Operation, row: ParameterRow): string {
  const { side, span } = rows.find(({ table }) => table === row.table) ?? row;
  return `${side} ${span.start} ${span.file.path}`;
}

/** The names that no row has, as paths. */
export function namesIn({ property, strangers }: Mismatch): readonly string[] {
  return strangers?.map(({ path }) => path) ?? [property];
}

/**
 * What several tables lack inside of one definition, as names in it; undefined where it is one table, or where the tables
 * show different things.
 */
function sharedNames(lacks: readonly LackingRow[]): readonly string[] | undefined {
  if (new Set(lacks.map(({ row, operation }) => tableName(operation, row))).size < 2) return undefined;
  const inEach = lacks.map(({ mismatch }) => namesIn(mismatch).map(leafOf));
  const common = inEach.reduce((left, names) => left.filter((name) => names.includes(name)));
  return common.length === 0 ? undefined : [...new Set(inEach.flat())];
}

function isOfBody({ side, definition }: ParameterRow, wanted: Side): boolean {
  return side === wanted && definition?.in === "body";
}

/** What the rows of one side of an operation say, whichever of its tables they stand in. */
interface SideRows {
  hasBody: boolean;
  /** Whether the file of some definitions could not be read. */
  lacksFile: boolean;
  /** The names of rows whose definition is missing or of another place. */
  readonly elsewhere: Set<string>;
  /** The last steps of the names of the body. */
  readonly ofBody: Set<string>;
}

const rowsOf = remembered(({ rows }: Operation): ReadonlyMap<Side, SideRows> => {
  const sides = new Map<Side, SideRows>();
  for (const { side, name, definition, file } of rows) {
    const own = sides.get(side) ?? {
      hasBody: false,
      lacksFile: false,
      elsewhere: new Set<string>(),
      ofBody: new Set<string>(),
    };
    sides.set(side, own);
    if (definition === undefined && file === undefined) own.lacksFile = true;
    if (definition?.in !== "body") own.elsewhere.add(definition?.in === undefined ? leafOf(name) : name);
    else {
      own.hasBody = true;
      own.ofBody.add(leafOf(name));
    }
  }
  return sides;
});

/** Whether a side has a table of its body whose definitions could be read; else that is what is told. */
function hasTable(operation: Operation, side: Side): boolean {
  const rows = rowsOf(operation).get(side);
  return rows?.hasBody === true && !rows.lacksFile;
}

/** Whether the table has the name, with a definition that is missing or of another place; that is told at the row. */
function isRowElsewhere(operation: Operation, side: Side, property: string): boolean {
  return rowsOf(operation).get(side)?.elsewhere.has(leafOf(property)) === true;
}

/** Whether an operation has rows for a property and for the envelope that holds it: `port.status`. */
function documents(operation: Operation, side: Side, property: string): boolean {
  const names = property.split(".");
  if (names.length < 2) return false;
  const known = rowsOf(operation).get(side)?.ofBody;
  return [names[0]!, names.at(-1)!].every((name) => known?.has(name) === true);
}
