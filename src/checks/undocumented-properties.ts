import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import { isDefinedInTable } from "../apiref/parameter-table.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft } from "../findings/finding.ts";
import type { Mismatch } from "../samples/check.ts";
import { enumeration } from "../text/enumeration.ts";
import { type Charge, countSamples } from "./blame.ts";
import { inOperation } from "./naming.ts";
import { showsOtherBody } from "./other-body.ts";
import { operationsByTarget, targetOf } from "./same-target.ts";
import { atSample, chargesOf } from "./sample-mismatches.ts";
import type { Subject } from "./subject.ts";

/**
 * The properties of samples that no row names, each where it is mended: at the row that all samples spell otherwise, at the
 * definition whose inside no table describes, at the table that lacks rows, else at the sample.
 */
export function* undocumentedProperties(subject: Subject): Iterable<Draft> {
  const charges = unexcused(subject);
  const slips = groups(charges, ({ mismatch }) => {
    const { meantRow, names } = mismatch;
    return meantRow && [meantRow.definition ?? meantRow, meantRow.name, leafOf(names![0]!)];
  });
  const misspelt = slips.filter((slip) => countSamples(slip) > 1);
  for (const slip of misspelt) yield atMisspeltRow(slip);
  const told = new Set(misspelt.flat());

  const tables = tablesOf(charges.filter((charge) => !told.has(charge)));
  for (const charge of tables.none) yield atSample(charge);
  const shared = groups(tables.lacking, ({ inside }) => inside?.definition && [inside.definition]);
  const ofDefinitions = new Set<Lack>();
  for (const lacks of shared) {
    const common = sharedNames(lacks);
    if (common === undefined) continue;
    for (const lack of lacks) ofDefinitions.add(lack);
    yield atDefinition(lacks, common);
  }
  const checks = new Map(subject.bodies.samples.map((check) => [check.sample, check]));
  const perTable = groups(
    tables.lacking.filter((lack) => !ofDefinitions.has(lack)),
    ({ operation, row }) => [operation, row.side, row.table],
  );
  for (const lacks of perTable)
    yield atTable(lacks, showsOtherBody(lacks[0]!.operation, lacks[0]!.row.side, checks));
}

/** What samples show that no row names, but for what is told otherwise. */
function unexcused(subject: Subject): Charge[] {
  const byTarget = operationsByTarget(subject.apiRef);
  return chargesOf(
    subject,
    "undocumented",
    ({ property, names = [] }, { side }, operation) =>
      !hasTable(operation, side) ||
      names.every((name) => isRowElsewhere(operation, side, name)) ||
      byTarget
        .get(targetOf(operation))!
        .some((other) => other !== operation && documents(other, side, property)),
  );
}

/** A table of an operation that lacks rows for what a sample shows; the row beside which they would stand. */
interface Lack {
  readonly operation: Operation;
  readonly row: ParameterRow;
  readonly mismatch: Mismatch;
  /** The row of the list or object that holds the names, where no row names anything in it and parameters.yaml defines it. */
  readonly inside: ParameterRow | undefined;
}

/** The tables that lack rows, and what is told at the sample: slips, and what no table is to blame for. */
function tablesOf(charges: readonly Charge[]): { lacking: Lack[]; none: Charge[] } {
  const lacking: Lack[] = [];
  const none: Charge[] = [];
  for (const charge of charges) {
    const { mismatch, sample } = charge;
    const inside = mismatch.inside;
    for (const operation of charge.operations) {
      const row = mismatch.beside ?? operation.rows.findLast((own) => isOfBody(own, sample.side));
      if (mismatch.meant !== undefined || row === undefined) {
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
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item)?.map(numberOf).join(" ");
    if (key === undefined) continue;
    const others = found.get(key);
    if (others === undefined) found.set(key, [item]);
    else others.push(item);
  }
  return [...found.values()];
}

/** The finding at the first row that looks a definition up under a name that all samples spell otherwise. */
function atMisspeltRow(charges: readonly Charge[]): Draft {
  const [{ mismatch, operations }] = charges as [Charge];
  const row = mismatch.meantRow!;
  const rows = [...new Set(charges.map((charge) => charge.mismatch.meantRow!))];
  return {
    message: `\`${row.name}\` is \`${leafOf(mismatch.names![0]!)}\` in all samples that show it. Correct the row${
      rows.length === 1 ? "" : "s"
    }, or the samples.`,
    span: row.nameSpan,
    related: [
      ...rows.slice(1).map((other) => ({ span: other.nameSpan, message: "this row, too" })),
      ...charges.map((charge) => ({ span: charge.mismatch.span, message: "shown here" })),
    ],
    ...inOperation([...operations][0]),
  };
}

/**
 * What several tables lack inside of one definition, as names in it; undefined where it is one table, or where the tables
 * show different things.
 */
function sharedNames(lacks: readonly Lack[]): readonly string[] | undefined {
  if (
    new Set(
      lacks.map(
        ({ row, operation }) => `${operation.titleSpan.start} ${row.span.file.path} ${row.side} ${row.table}`,
      ),
    ).size < 2
  )
    return undefined;
  const inEach = lacks.map(({ mismatch }) => mismatch.names!.map(leafOf));
  const common = inEach.reduce((left, names) => left.filter((name) => names.includes(name)));
  return common.length === 0 ? undefined : [...new Set(inEach.flat())];
}

function atDefinition(lacks: readonly Lack[], names: readonly string[]): Draft {
  const definition = lacks[0]!.inside!.definition as Definition;
  const [them, rows] = names.length === 1 ? ["it", "a row"] : ["them", "rows"];
  return {
    message: `Samples show ${enumeration(named(names))} in \`${definition.key}\`, but nothing describes ${them}. Say in its description what ${them === "it" ? "it is" : "they are"}, or add ${rows} below its rows.`,
    span: definition.keySpan,
    related: lacks.map(({ mismatch }) => ({ span: mismatch.span, message: "shown here" })),
  };
}

/** More names are counted. */
const MOST_NAMES = 40;

function named(names: readonly string[]): string[] {
  const all = names.map((name) => `\`${name}\``);
  if (all.length > MOST_NAMES) all.splice(MOST_NAMES, all.length, `${all.length - MOST_NAMES} more`);
  return all;
}

/** @param isOther whether the samples show another body altogether */
function atTable(lacks: readonly Lack[], isOther: boolean): Draft {
  const [{ operation, row }] = lacks as [Lack];
  const all = [...new Set(lacks.flatMap(({ mismatch }) => mismatch.names ?? [mismatch.property]))];
  const names = enumeration(named(all));
  const [its, them] = all.length === 1 ? ["a row", "it"] : ["rows", "them"];
  return {
    message: isOther
      ? `The sample shows ${names}, and none of the rows of this table. Correct the table or the sample.`
      : `No row names ${names}. Add ${its} to this table, or take ${them} out of the sample.`,
    span: row.span,
    related: lacks.map(({ mismatch }) => ({ span: mismatch.span, message: "shown here" })),
    ...inOperation(operation),
  };
}

function isOfBody({ side, definition }: ParameterRow, wanted: Side): boolean {
  return side === wanted && definition?.in === "body";
}

/** Whether a side has a table of its body whose definitions could be read; else that is what is told. */
function hasTable({ rows }: Operation, side: Side): boolean {
  return (
    rows.some((row) => isOfBody(row, side)) &&
    !rows.some((row) => row.side === side && row.definition === undefined && row.file === undefined)
  );
}

/** Whether the table has the name, with a definition that is missing or of another place; that is told at the row. */
function isRowElsewhere({ rows }: Operation, side: Side, property: string): boolean {
  return rows.some(
    (row) => row.side === side && row.name === leafOf(property) && row.definition?.in !== "body",
  );
}

/** Whether an operation has rows for a property and for the envelope that holds it: `port.status`. */
function documents({ rows }: Operation, side: Side, property: string): boolean {
  const names = property.split(".");
  if (names.length < 2) return false;
  const has = (wanted: string) =>
    rows.some(
      ({ name, side: own, definition }) =>
        own === side && definition?.in === "body" && name.slice(name.lastIndexOf(".") + 1) === wanted,
    );
  return has(names[0]!) && has(names.at(-1)!);
}

/** `href` of `links.href`. */
function leafOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
