import type { Operation, Sample } from "../apiref/model.ts";
import type { SampleCheck } from "../samples/check.ts";
import { shownObject } from "../samples/read.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { identityOf } from "./blame.ts";
import { operationsOfSamples } from "./charges.ts";
import { meantSamples } from "./exchanged-samples.ts";
import { shows, showsOtherBody } from "./other-body.ts";
import { addsOnly } from "./partial-tables.ts";
import { targetOf } from "./same-target.ts";
import type { Subject } from "./subject.ts";
import { swappedTable } from "./swapped-tables.ts";

/** A file that one operation includes by mistake: it is the sample of another one, which includes it, too. */
export interface ForeignSample {
  readonly sample: Sample;
  readonly operation: Operation;
  readonly owner: Operation;
}

/** Of fewer rows that a sample shows, it may be by chance. */
const FEWEST = 2;

/**
 * The samples that show none of the rows of the table beside them, while another operation includes the same file and its
 * tables name all that the file has: the wrong file is included. Those of which `sample-unused` tells are left out.
 */
export const foreignSamples = remembered((subject: Subject): ReadonlyMap<Sample, ForeignSample> => {
  const { apiRef, bodies } = subject;
  const operationOf = operationsOfSamples(apiRef);
  const checks = new Map(bodies.samples.map((check) => [check.sample, check]));
  const ofFiles = bodies.samples.filter(({ sample }) => sample.path !== undefined);
  const found = new Map<Sample, ForeignSample>();
  for (const same of groupedBy(ofFiles, ({ sample }) => `${sample.side} ${identityOf(sample)}`).values()) {
    const [strange, fitting] = [true, false].map((isStrange) =>
      same.filter((check) => isUndocumented(check) === isStrange),
    ) as [SampleCheck[], SampleCheck[]];
    if (strange.length === 0 || fitting.length === 0) continue;
    const owner = fitting
      .filter(({ outcome }) => outcome === "valid")
      .map(({ sample }) => ({ sample, operation: operationOf.get(sample) }))
      .find((one) => one.operation !== undefined && isShownBy(one.operation, one.sample))?.operation;
    if (owner === undefined) continue;
    for (const { sample } of strange) {
      const operation = operationOf.get(sample);
      if (operation === undefined || targetOf(operation) === targetOf(owner)) continue;
      const isOnly = operation.samples.filter(({ side }) => side === sample.side).length === 1;
      if (addsOnly(operation, sample.side) || swappedTable(operation) !== undefined) continue;
      if (isOnly && showsOtherBody(operation, sample.side, checks))
        found.set(sample, { sample, operation, owner });
    }
  }
  if (found.size > 0) for (const { sample } of meantSamples(apiRef)) found.delete(sample);
  return found;
});

function isUndocumented({ mismatches }: SampleCheck): boolean {
  return mismatches.some(({ kind }) => kind === "undocumented");
}

/** Whether a sample has rows of the operation's own table: several, or the one that holds all the others. */
function isShownBy({ rows }: Operation, sample: Sample): boolean {
  const names = new Set(
    rows
      .filter(({ side, definition }) => side === sample.side && definition?.in === "body")
      .map(({ name }) => name)
      .filter((name) => shows(sample, name)),
  );
  if (names.size >= FEWEST) return true;
  const [outer = "", ...others] = Object.keys(shownObject(sample) ?? {});
  return others.length === 0 && names.has(outer);
}
