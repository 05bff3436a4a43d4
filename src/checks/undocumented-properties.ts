import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft, RelatedPlace } from "../findings/finding.ts";
import type { Mismatch } from "../samples/check.ts";
import { enumeratedNames, enumeration } from "../text/enumeration.ts";
import { addTo } from "../text/grouped.ts";
import { leafOf, pathAbove } from "../text/leaf.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { spanKey } from "../text/span.ts";
import { atSample } from "./at-sample.ts";
import { type Charge, countSamples } from "./blame.ts";
import { causeIn } from "./cause.ts";
import { type ForeignSample, foreignSamples } from "./foreign-samples.ts";
import { type LackingRow, lackingRows, namesIn } from "./lacking-rows.ts";
import { unusedFor } from "./meant-samples.ts";
import { fileName, inOperation } from "./naming.ts";
import { oddNames, oddPlace } from "./odd-items.ts";
import { showsOtherBody } from "./other-body.ts";
import { type ReadyRow, readyRows } from "./ready-definitions.ts";
import { targetOf } from "./same-target.ts";
import type { Subject } from "./subject.ts";

/**
 * The properties of samples that no row names, each where it is mended: at the row that all samples spell otherwise, at the
 * definition whose inside no table describes, at the table that lacks rows, at the include of another operation's sample,
 * else at the sample.
 */
export const undocumentedProperties = remembered((subject: Subject): readonly Draft[] => [
  ...undocumentedIn(subject),
]);

function* undocumentedIn(subject: Subject): Iterable<Draft> {
  const { misspelt, atSamples, ofDefinitions, ofTables } = lackingRows(subject);
  for (const slip of misspelt) yield atMisspeltRow(slip);
  for (const charge of atSamples) yield { ...atSample(charge), ...copiedSlip(charge) };
  for (const { lacks, names } of ofDefinitions) yield atDefinition(lacks, names);
  const checks = new Map(subject.bodies.samples.map((check) => [check.sample, check]));
  const foreign = foreignSamples(subject);
  const ofHabit = habitsOf(ofTables);
  for (const lacks of ofTables) {
    const { operation, row } = lacks[0]!;
    const included = operation.samples.find((sample) => sample.side === row.side && foreign.has(sample));
    if (included !== undefined) {
      yield atInclude(foreign.get(included)!, subject);
      continue;
    }
    const isOther = showsOtherBody(operation, row.side, checks);
    yield {
      ...atTable(
        lacks,
        isOther,
        sharerOf(subject.apiRef, lacks),
        isOther ? [] : readyRows(subject.apiRef, lacks),
      ),
      // Tables of one resource are copies of one another, also in what they lack.
      ...(isOther ? {} : (ofHabit(lacks) ?? causeOfTable(lacks))),
    };
  }
  const told = [...misspelt.flat(), ...atSamples, ...ofTables.flat()].map(({ mismatch }) => mismatch);
  yield* atOddNames(subject, told);
}

/** What samples have in common that misspell a name alike: one was copied. */
function copiedSlip({ mismatch }: Charge): Pick<Draft, "cause"> {
  const [shown, ...others] = namesIn(mismatch);
  if (shown === undefined || others.length > 0 || mismatch.meant === undefined) return {};
  return { cause: JSON.stringify(["slip", leafOf(shown), mismatch.meant]) };
}

/** The findings at names with which one item of a list stands alone, unless they are told of as names that no row has. */
function* atOddNames({ bodies }: Subject, told: readonly Mismatch[]): Iterable<Draft> {
  const places = new Set(told.flatMap(({ strangers = [] }) => strangers.map(({ span }) => spanKey(span))));
  for (const { sample } of bodies.samples)
    for (const odd of oddNames(sample)) {
      const span = oddPlace(sample, odd);
      if (span === undefined || places.has(spanKey(span))) continue;
      places.add(spanKey(span));
      yield {
        message: `\`${odd.name}\` is \`${odd.meant}\` in the ${odd.others} other items of this list. Write \`${odd.meant}\`.`,
        span,
      };
    }
}

/** The operation at another URL that shows the same sample, and whose table has most of what this one's lacks; undefined for none. */
function sharerOf(apiRef: ApiRef, lacks: readonly LackingRow[]): Operation | undefined {
  const [{ operation, row, mismatch }] = lacks as [LackingRow];
  const names = [...new Set(lacks.flatMap((lack) => namesIn(lack.mismatch).map(leafOf)))];
  return (operationsByFile(apiRef).get(mismatch.span.file) ?? []).find((other) => {
    if (targetOf(other) === targetOf(operation)) return false;
    const own = new Set(
      other.rows.flatMap((one) =>
        one.side === row.side && one.definition?.in === "body" ? [leafOf(one.name)] : [],
      ),
    );
    return 2 * names.filter((name) => own.has(name)).length > names.length;
  });
}

/** The operations that show the samples of each file. */
const operationsByFile = remembered(
  ({ documents }: ApiRef): ReadonlyMap<SourceFile, readonly Operation[]> => {
    const found = new Map<SourceFile, Operation[]>();
    for (const { operations } of documents)
      for (const operation of operations)
        for (const { file, path } of operation.samples)
          if (file !== undefined && path !== undefined) addTo(found, file, operation);
    return found;
  },
);

/** The finding at the `literalinclude` that names the sample of another operation. */
function atInclude({ sample, operation, owner }: ForeignSample, { apiRef }: Subject): Draft {
  const own = unusedFor(apiRef, operation, sample);
  const theirs = owner.samples.find(
    (one) => one.file?.path === sample.file?.path && one.side === sample.side,
  );
  return {
    message: `\`${fileName(sample.file!)}\` is the sample of \`${owner.title}\`, and does not fit the table here. Include one of \`${operation.title}\` instead${
      own === undefined ? "" : `: no document includes \`${fileName(own)}\`, which may be meant`
    }.`,
    span: sample.pathSpan ?? sample.block.span,
    related: [
      ...(theirs === undefined
        ? []
        : [{ span: theirs.pathSpan ?? theirs.block.span, message: "here it fits the table" }]),
      ...(own === undefined
        ? []
        : [{ span: { file: own, start: 0, end: 0 }, message: "the sample that nothing includes" }]),
    ],
    ...inOperation(operation),
  };
}

/** The finding at the first row that looks a definition up under a name that all samples spell otherwise, be it one. */
function atMisspeltRow(charges: readonly Charge[]): Draft {
  const [{ mismatch, operations }] = charges as [Charge];
  const row = mismatch.meantRow!;
  const isOne = countSamples(charges) === 1;
  const rows = [...new Set(charges.map((charge) => charge.mismatch.meantRow!))];
  return {
    message: `\`${row.name}\` is \`${leafOf(namesIn(mismatch)[0]!)}\` in ${
      isOne ? "the sample" : "all samples that show it"
    }. Correct the row${rows.length === 1 ? "" : "s"}, or the sample${isOne ? "" : "s"}.`,
    span: row.nameSpan,
    related: [
      ...rows.slice(1).map((other) => ({ span: other.nameSpan, message: "this row, too" })),
      ...charges.map((charge) => ({ span: charge.mismatch.span, message: "shown here" })),
    ],
    ...inOperation([...operations.keys()][0]),
    ...habitOf(row, leafOf(namesIn(mismatch)[0]!), [...operations.keys()][0]),
  };
}

/** What rows of an operation have in common that are spelt by one wrong habit: with hyphens, or as their keys are, or are not. */
function habitOf(row: ParameterRow, shown: string, operation: Operation | undefined): Pick<Draft, "cause"> {
  const isHyphened = row.name !== shown && row.name.replaceAll("-", "_") === shown;
  const isKey = row.key === shown || (row.name === row.key && row.name.startsWith(`${shown}_`));
  if (operation === undefined || !(isHyphened || isKey)) return {};
  return causeIn(row.span.file, operation.title, isHyphened ? "hyphens" : "keys");
}

function atDefinition(lacks: readonly LackingRow[], names: readonly string[]): Draft {
  const definition = lacks[0]!.inside!.definition as Definition;
  const [them, rows] = names.length === 1 ? ["it", "a row"] : ["them", "rows"];
  return {
    message: `Samples show ${enumeratedNames(names, MOST_NAMES)} in \`${definition.key}\`, but nothing describes ${them}. Say in its description what ${them === "it" ? "it is" : "they are"}, or add ${rows} below its rows.`,
    span: definition.keySpan,
    related: shownPlaces(lacks),
    ...causeIn(definition.keySpan.file, ...names),
  };
}

/** Where each name is shown first, and one place of every sample. */
function shownPlaces(lacks: readonly LackingRow[]): RelatedPlace[] {
  const known = new Set<string>();
  return lacks.flatMap(({ mismatch }) => {
    const names = (mismatch.strangers ?? []).filter(({ path }) => !known.has(leafOf(path)));
    for (const { path } of names) known.add(leafOf(path));
    const spans = names.length === 0 ? [mismatch.span] : names.map(({ span }) => span);
    return spans.map((span) => ({ span, message: "shown here" }));
  });
}

/** More names are counted; where each is shown is related. */
const MOST_NAMES = 8;

/** Names as a sentence has them: those of one object without its path, `a and b of widget`. */
function namesInObject(paths: readonly string[]): string {
  const holders = new Set(paths.map(pathAbove));
  const [holder = ""] = holders;
  return paths.length < 3 || holders.size > 1 || holder === ""
    ? enumeratedNames(paths, MOST_NAMES)
    : `${enumeratedNames(paths.map(leafOf), MOST_NAMES)} of \`${holder}\``;
}

/**
 * @param isOther whether the samples show another body altogether
 * @param sharer another operation that shows the same sample and has the rows
 * @param ready those of the rows that only have to be written
 */
function atTable(
  lacks: readonly LackingRow[],
  isOther: boolean,
  sharer: Operation | undefined,
  ready: readonly ReadyRow[],
): Draft {
  const [{ operation, row }] = lacks as [LackingRow];
  const all = [...new Set(lacks.flatMap(({ mismatch }) => namesIn(mismatch)))];
  const names = namesInObject(all);
  return {
    message: isOther
      ? `The sample shows ${names}, and none of the rows of this table. Correct the table or the sample.`
      : `No row names ${names}. ${remedyFor(lacks, all.length, sharer, ready)}`,
    span: row.span,
    related: [
      ...shownPlaces(lacks),
      ...(sharer === undefined ? [] : [{ span: sharer.titleSpan, message: "shows the same sample" }]),
      ...ready.map(({ definition }) => ({ span: definition.keySpan, message: "no row looks this up" })),
    ],
    ...inOperation(operation),
  };
}

function leavesOf(lacks: readonly LackingRow[]): string[] {
  return [...new Set(lacks.flatMap(({ mismatch }) => namesIn(mismatch).map(leafOf)))].sort();
}

function causeOfTable(lacks: readonly LackingRow[]): Pick<Draft, "cause"> {
  const holders = lacks.map(({ mismatch }) => leafOf(mismatch.inside?.name ?? ""));
  return causeIn(lacks[0]!.row.span.file, ...leavesOf(lacks), "in", ...new Set(holders));
}

/** What the tables of so many files lack is left out by a habit of the tree. */
const FILES_OF_HABIT = 3;

/** Tells of a table which habit it is of: that all the names which it lacks are left out in the tables of many files (times, links). */
function habitsOf(
  tables: readonly (readonly LackingRow[])[],
): (lacks: readonly LackingRow[]) => Pick<Draft, "cause"> | undefined {
  const files = new Map<string, Set<SourceFile>>();
  for (const lacks of tables) {
    const key = leavesOf(lacks).join();
    files.set(key, (files.get(key) ?? new Set()).add(lacks[0]!.row.span.file));
  }
  const habits = new Map<string, string[][]>();
  for (const [key, { size }] of files)
    if (size >= FILES_OF_HABIT) {
      const names = key.split(",");
      for (const name of names) addTo(habits, name, names);
    }
  return (lacks) => {
    const leaves = leavesOf(lacks);
    // Of several, the one that leaves out most.
    const habit = (habits.get(leaves[0] ?? "") ?? [])
      .filter((names) => leaves.every((name) => names.includes(name)))
      .reduce<readonly string[]>((most, names) => (names.length > most.length ? names : most), []);
    return habit.length === 0 ? undefined : { cause: habit.join() };
  };
}

/**
 * Without the properties of a list that nothing else describes, the sample would show nothing of it.
 *
 * @param count of how many names the rows are lacking
 */
function remedyFor(
  lacks: readonly LackingRow[],
  count: number,
  sharer: Operation | undefined,
  ready: readonly ReadyRow[],
): string {
  const [some, them] = count === 1 ? ["a row", "it"] : ["rows", "them"];
  const written = enumeration(ready.map(({ text }) => `\`- ${text}\``));
  const rows = ready.length === 0 ? some : ready.length === count ? written : `rows, such as ${written},`;
  const holders = new Set(lacks.map(({ mismatch }) => mismatch.inside?.name));
  const [holder] = holders;
  if (sharer !== undefined)
    return `Add ${rows} to this table, or show a sample of its own: \`${sharer.title}\` shows the same one, and has the rows.`;
  if (holders.size > 1) return `Add ${rows} to this table.`;
  return holder === undefined
    ? `Add ${rows} to this table, or take ${them} out of the sample.`
    : `Add ${rows} below that of \`${holder}\`, or name ${them} in its description.`;
}
