import type { Operation, Sample } from "../apiref/model.ts";
import type { Draft, RelatedPlace } from "../findings/finding.ts";
import type { Mismatch } from "../samples/check.ts";
import { inOperation } from "./naming.ts";
import type { Subject } from "./subject.ts";

/**
 * A finding for each disagreement of one kind; for a sample that several operations show only once. `excused` says of
 * a disagreement that it is none after all.
 */
export function* mismatches(
  subject: Subject,
  kind: Mismatch["kind"],
  excused: (mismatch: Mismatch, sample: Sample, operation: Operation) => boolean = () => false,
): Iterable<Draft> {
  const { apiRef, bodies } = subject;
  const operationOf = new Map<Sample, Operation>();
  for (const { operations } of apiRef.documents)
    for (const operation of operations)
      for (const sample of operation.samples) operationOf.set(sample, operation);
  const told = new Set<string>();
  for (const { sample, mismatches: all } of bodies.samples)
    for (const mismatch of all) {
      if (mismatch.kind !== kind) continue;
      const operation = operationOf.get(sample);
      if (operation !== undefined && excused(mismatch, sample, operation)) continue;
      const { span, message } = mismatch;
      const key = `${span.start} ${message} ${span.file.path}`;
      if (told.has(key)) continue;
      told.add(key);
      const related = relatedPlaces(mismatch);
      yield {
        message,
        span,
        ...(related.length === 0 ? {} : { related }),
        ...(operation === undefined ? {} : inOperation(operation)),
      };
    }
}

/** The definition and the row that say otherwise. */
function relatedPlaces({ row }: Mismatch): RelatedPlace[] {
  if (row === undefined) return [];
  const named = { span: row.nameSpan, message: "the row" };
  return row.definition === undefined
    ? [named]
    : [{ span: row.definition.keySpan, message: "defined here" }, named];
}
