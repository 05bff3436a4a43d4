import type { ApiRef, Operation, Sample } from "../apiref/model.ts";
import { canonicalText } from "../data/canonical-text.ts";
import type { Json } from "../data/json-value.ts";
import type { ObservedBody } from "../evidence/evidence.ts";
import { groupedBy } from "../text/grouped.ts";
import { once } from "../text/once.ts";
import { remembered } from "../text/remembered.ts";

/** Whether a body of some operations is one that the documentation shows, to the letter. */
export type RepeatsSample = (body: ObservedBody, operations: readonly Operation[]) => boolean;

/** No sample is longer. */
const MOST_VALUES = 5000;
/** Shorter ones are like samples of other operations by chance. */
const FEWEST_LETTERS = 60;

/**
 * Looks bodies of stand-ins up among the samples. Whoever wrote the stand-in copied them from the page: they bear no witness
 * beside it, and what is wrong with the sample, `lint` tells.
 */
export function repeatsSample(apiRef: ApiRef): RepeatsSample {
  const canonicalOf = remembered(({ text }: Sample) => {
    const value = parsed(text);
    return value === undefined ? undefined : canonicalText(value, MOST_VALUES);
  });
  const byText = once(() =>
    groupedBy(
      apiRef.documents.flatMap(({ operations }) =>
        operations.flatMap((operation) =>
          operation.samples.flatMap((sample) => {
            const canonical = canonicalOf(sample);
            return canonical === undefined ? [] : [{ canonical, operation }];
          }),
        ),
      ),
      ({ canonical }) => canonical,
    ),
  );
  return ({ standIn }, operations) => {
    const canonical = standIn === undefined ? undefined : canonicalText(standIn, MOST_VALUES);
    const shown = canonical === undefined ? undefined : byText().get(canonical);
    if (shown === undefined) return false;
    return (
      canonical!.length >= FEWEST_LETTERS || shown.some(({ operation }) => operations.includes(operation))
    );
  };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
