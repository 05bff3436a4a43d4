import type { Sample } from "../apiref/model.ts";
import { hasWordsSwapped, nearest } from "../text/similar.ts";
import { identityOf } from "./blame.ts";
import { oddNames } from "./odd-items.ts";
import { quotedIn } from "./other-body.ts";
import { shownRows } from "./shown-rows.ts";
import type { Subject } from "./subject.ts";

/** Whether a sample misspells the name of a row, rather than the row that of the sample. */
export type IsSlipOfSample = (shown: string, row: string) => boolean;

/**
 * Samples are recorded, rows are typed: where one sample and a row differ, it is the row that is wrong. Unless what the
 * sample shows differs in nothing but capitals, or is no name that any row, definition or other sample of the tree has, and
 * hardly a letter away from the row's, or has its words in another order. What one item of a list has where the others have
 * the row's name is no name, either.
 */
export function slipsOfSamples({ apiRef, bodies }: Subject): IsSlipOfSample {
  let known: ReadonlySet<string> | undefined;
  let odd: ReadonlySet<string> | undefined;
  return (shown, row) => {
    if (shown.toLowerCase() === row.toLowerCase()) return true;
    if (nearest(shown, [row]) === undefined && !hasWordsSwapped(shown, row)) return false;
    known ??= new Set([
      ...[...shownRows(apiRef)].flatMap((one) => one.row.name.split(".")),
      ...[...apiRef.parametersFiles.values()].flatMap(({ definitions }) => [...definitions.keys()]),
      ...namesOfTwo(bodies.samples.map(({ sample }) => sample)),
    ]);
    odd ??= new Set(bodies.samples.flatMap(({ sample }) => oddNames(sample).map(({ name }) => name)));
    return !known.has(shown) || odd.has(shown);
  };
}

/** The names that two samples or more have. */
function namesOfTwo(samples: readonly Sample[]): string[] {
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const sample of samples) {
    const identity = identityOf(sample);
    for (const name of quotedIn(sample))
      if (!first.has(name)) first.set(name, identity);
      else if (first.get(name) !== identity) found.add(name);
  }
  return [...found];
}
