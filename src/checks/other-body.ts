import type { Operation, Sample, Side } from "../apiref/model.ts";
import type { SampleCheck } from "../samples/check.ts";
import { remembered } from "../text/remembered.ts";

/**
 * Whether the samples of one side have no name of its table, but others that no row names: they show another body. That is
 * one mistake, of which `sample-undocumented` tells.
 */
export function showsOtherBody(
  { rows, samples }: Operation,
  side: Side,
  checks: ReadonlyMap<Sample, SampleCheck>,
): boolean {
  const shown = samples.filter((sample) => sample.side === side && checks.has(sample));
  const isOther = shown.some((sample) =>
    checks.get(sample)!.mismatches.some(({ kind, meant }) => kind === "undocumented" && meant === undefined),
  );
  const ofBody = rows.filter((row) => row.side === side && row.definition?.in === "body");
  return (
    isOther &&
    ofBody.length > 0 &&
    !ofBody.some(({ name }) => name.split(".").some((step) => shown.some((sample) => shows(sample, step))))
  );
}

/** What stands between two quotes in a sample. */
export const quotedIn = remembered(
  ({ text }: Sample): ReadonlySet<string> => new Set(text.split('"').slice(1, -1)),
);

/** Whether a sample has a name anywhere. */
export function shows(sample: Sample, name: string): boolean {
  return name.includes('"') ? sample.text.includes(`"${name}"`) : quotedIn(sample).has(name);
}
