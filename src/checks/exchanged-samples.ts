import { posix } from "node:path";
import type { ApiRef, Operation, Sample, Side } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { sideOfFileName } from "../apiref/sides.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type MeantSample, meantByJoints, meantByName } from "./meant-samples.ts";
import { targetOf } from "./same-target.ts";

/** So much better has the right sample to fit, as a share of all names of the sample and of the table. */
const MARGIN = 0.25;

/** So many of its names has a sample to have from the table beside which it belongs, and so large a share. */
const FEWEST_NAMES = 2;
const LEAST_SHARE = 0.8;

/** So many pairs of files are compared. */
const MOST_PAIRS = 20_000;

/**
 * The samples that operations show in the place of those that nothing includes: as their names say, and where the names inside say
 * it (the file fits another operation, which includes it, too, and the unused one fits here).
 */
export const meantSamples = remembered((apiRef: ApiRef): readonly MeantSample[] => {
  const byName = [...meantByName(apiRef), ...meantByJoints(apiRef)];
  const told = new Set(byName.map(({ meant }) => meant));
  const shown = new Set(byName.map(({ sample }) => sample));
  return [
    ...byName,
    ...meantByContent(apiRef).filter(({ meant, sample }) => !told.has(meant) && !shown.has(sample)),
  ];
});

/** Those that are shown in the place of others, with these: of what only the first shows nothing else is to be said there. */
export const exchangedSamples = remembered(
  (apiRef: ApiRef): ReadonlyMap<Sample, SourceFile> =>
    new Map(meantSamples(apiRef).map(({ sample, meant }) => [sample, meant])),
);

/** One of several inclusions of a file. */
interface Inclusion {
  readonly operation: Operation;
  readonly sample: Sample;
  readonly fit: number;
}

function meantByContent(apiRef: ApiRef): MeantSample[] {
  const unused = [...noticesFor(apiRef.notices, "sample-unused")].map(({ span }) => span.file);
  if (unused.length === 0) return [];
  const strange = groupedBy(strangeInclusions(apiRef), ({ sample }) => posix.dirname(sample.file!.path));
  const pairs: (MeantSample & { readonly place: string })[] = [];
  for (const [folder, files] of groupedBy(unused, ({ path }) => posix.dirname(path))) {
    const inclusions = strange.get(folder) ?? [];
    if (files.length * inclusions.length > MOST_PAIRS) continue;
    for (const file of files)
      for (const { operation, sample, fit } of inclusions)
        if (fitsBetter(file, operation, sample.side, fit))
          pairs.push({ operation, sample, meant: file, place: `${sample.side} ${targetOf(operation)}` });
  }
  // Each must fit one other alone.
  const isAlone = <Key>(key: (pair: (typeof pairs)[number]) => Key) => {
    const all = groupedBy(pairs, key);
    return (pair: (typeof pairs)[number]) => all.get(key(pair))!.length === 1;
  };
  const [isOneFile, isOnePlace] = [isAlone(({ meant }) => meant), isAlone(({ place }) => place)];
  return pairs.filter((pair) => isOneFile(pair) && isOnePlace(pair));
}

/** Where operations include a file that fits another operation, which includes it as well, much better. */
function strangeInclusions({ documents }: ApiRef): Inclusion[] {
  const inclusions = documents.flatMap(({ operations }) =>
    operations.flatMap((operation) =>
      operation.samples.flatMap((sample) =>
        sample.file === undefined || sample.path === undefined ? [] : [{ operation, sample }],
      ),
    ),
  );
  return [...groupedBy(inclusions, ({ sample }) => sample.file!.path).values()].flatMap((all) => {
    if (new Set(all.map(({ operation }) => targetOf(operation))).size < 2) return [];
    const fitting = all.map(({ operation, sample }) => ({
      operation,
      sample,
      fit: likeness(namesInSample(sample), tablesOf(operation)[sample.side]),
    }));
    const best = fitting.reduce((most, { fit }) => Math.max(most, fit), 0);
    return fitting.filter(({ fit, operation, sample }) => {
      const isOnly = operation.samples.filter(({ side }) => side === sample.side).length === 1;
      return isOnly && fit + MARGIN <= best;
    });
  });
}

function fitsBetter(file: SourceFile, operation: Operation, side: Side, fit: number): boolean {
  const told = sideOfFileName(posix.basename(file.path));
  if (told !== undefined && told !== side) return false;
  const [names, table] = [namesInFile(file), tablesOf(operation)[side]];
  return fitsTable(file, operation, side) && likeness(names, table) >= fit + MARGIN;
}

/** Whether nearly all names in a file are those of an operation's rows. */
export function fitsTable(file: SourceFile, operation: Operation, side: Side): boolean {
  const [names, table] = [namesInFile(file), tablesOf(operation)[side]];
  const known = [...names].filter((one) => table.has(one)).length;
  return known >= FEWEST_NAMES && known >= names.size * LEAST_SHARE;
}

/** The names of the properties in a file. */
export const namesInFile = remembered(({ text }: SourceFile) => namesOf(text));
const namesInSample = remembered(({ text }: Sample) => namesOf(text));

/** The names of the properties of a JSON text, whether or not it is whole. */
function namesOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/"([^"\\\n]+)"\s*:/g)].map(([, name]) => name!));
}

/** The names that the rows of each side have. */
const tablesOf = remembered(({ rows }: Operation): Readonly<Record<Side, ReadonlySet<string>>> => {
  const names = { request: new Set<string>(), response: new Set<string>() };
  for (const { side, name, definition } of rows)
    if (definition?.in === "body") for (const step of name.split(".")) names[side].add(step);
  return names;
});

/** How many of all names two sets share (Jaccard index). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((name) => b.has(name)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
