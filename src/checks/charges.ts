import type { ApiRef, Operation, Sample } from "../apiref/model.ts";
import type { Mismatch } from "../samples/check.ts";
import { remembered } from "../text/remembered.ts";
import type { Charge } from "./blame.ts";
import type { Subject } from "./subject.ts";

/** The operation that shows each sample. */
export const operationsOfSamples = remembered(({ documents }: ApiRef): ReadonlyMap<Sample, Operation> => {
  const operationOf = new Map<Sample, Operation>();
  for (const { operations } of documents)
    for (const operation of operations)
      for (const sample of operation.samples) operationOf.set(sample, operation);
  return operationOf;
});

/** The disagreements of one kind; one for a sample that several operations show. `excused` says of one that it is none. */
export function chargesOf(
  { apiRef, bodies }: Subject,
  kind: Mismatch["kind"],
  excused: (mismatch: Mismatch, sample: Sample, operation: Operation) => boolean = () => false,
): Charge[] {
  const operationOf = operationsOfSamples(apiRef);
  const told = new Map<string, Charge & { readonly operations: Map<Operation, Mismatch> }>();
  for (const { sample, mismatches: all } of bodies.samples)
    for (const mismatch of all) {
      if (mismatch.kind !== kind) continue;
      const operation = operationOf.get(sample);
      if (operation !== undefined && excused(mismatch, sample, operation)) continue;
      const { span, message } = mismatch;
      const key = `${span.start} ${message} ${span.file.path}`;
      const known = told.get(key);
      const charge = known ?? { sample, mismatch, operations: new Map() };
      if (known === undefined) told.set(key, charge);
      if (operation !== undefined) charge.operations.set(operation, mismatch);
    }
  return [...told.values()];
}
