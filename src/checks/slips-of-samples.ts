import type { Sample } from "../apiref/model.ts";
import { once } from "../text/once.ts";
import { hasWordsSwapped, nearest } from "../text/similar.ts";
import { identityOf } from "./blame.ts";
import { oddNames } from "./odd-items.ts";
import { quotedIn } from "./other-body.ts";
import { shownRows } from "./shown-rows.ts";
import type { Subject } from "./subject.ts";

/** Whether samples, of which there are so many, misspell the name of a row, rather than the row theirs. */
export type IsSlipOfSample = (shown: string, row: string, samples: number) => boolean;

/**
 * Samples are recorded, rows are typed: where one sample and a row differ, it is the row that is wrong. Unless what the
 * one sample shows differs in nothing but capitals, or is no name that any row or definition has, nor more of the tree's samples
 * than have the row's, and hardly a letter away from it, or has its words in another order. What one item of a list has where
 * the others have the row's name is no name, either.
 */
export function slipsOfSamples({ apiRef, bodies }: Subject): IsSlipOfSample {
  let known: ReadonlySet<string> | undefined;
  let odd: ReadonlySet<string> | undefined;
  const samplesWith = once(() => countsOfNames(bodies.samples.map(({ sample }) => sample)));
  return (shown, row, samples) => {
    if (shown.toLowerCase() === row.toLowerCase()) return samples === 1;
    if (nearest(shown, [row]) === undefined && !hasWordsSwapped(shown, row)) return false;
    known ??= new Set([
      ...[...shownRows(apiRef)].flatMap((one) => one.row.name.split(".")),
      ...[...apiRef.parametersFiles.values()].flatMap(({ definitions }) => [...definitions.keys()]),
    ]);
    odd ??= new Set(bodies.samples.flatMap(({ sample }) => oddNames(sample).map(({ name }) => name)));
    if (odd.has(shown)) return samples === 1;
    const times = samplesWith().get(shown) ?? 0;
    return !known.has(shown) && (times < 2 || times <= (samplesWith().get(row) ?? 0));
  };
}

/** How many samples have each name. */
function countsOfNames(samples: readonly Sample[]): ReadonlyMap<string, number> {
  const identities = new Map(samples.map((sample) => [identityOf(sample), sample]));
  const counts = new Map<string, number>();
  for (const sample of identities.values())
    for (const name of quotedIn(sample)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
