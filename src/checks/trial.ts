import type { ApiRef, Operation, ParameterRow } from "../apiref/model.ts";
import { groupOperations } from "../apiref/targets.ts";
import { type Bodies, readBodies } from "../bodies/read-bodies.ts";
import type { Mismatch } from "../samples/check.ts";
import { spanKey } from "../text/span.ts";

/** What a sample would disagree with its tables in. */
export interface NewMismatch {
  readonly mismatch: Mismatch;
  readonly operation: Operation;
  /** The operation as it would be. */
  readonly changed: Operation;
}

/**
 * What samples would disagree with their tables in, that they agree in now, if rows were others.
 *
 * @param replaced what is to stand for a row; the row itself where nothing changes
 */
export function newMismatches(
  { apiRef, samples }: Pick<Bodies, "apiRef" | "samples">,
  replaced: (row: ParameterRow, operation: Operation) => ParameterRow,
): readonly NewMismatch[] {
  const changed = new Map<Operation, Operation>();
  for (const { operations } of apiRef.documents)
    for (const operation of operations) {
      const rows = operation.rows.map((row) => replaced(row, operation));
      if (rows.some((row, index) => row !== operation.rows[index]))
        changed.set(operation, { ...operation, rows });
    }
  if (changed.size === 0) return [];

  const before = new Map(samples.map((check) => [check.sample, check.mismatches]));
  const trial = readBodies(withOperations(apiRef, changed), undefined);
  const after = new Map(trial.samples.map((check) => [check.sample, check.mismatches]));
  return [...changed].flatMap(([operation, other]) =>
    operation.samples.flatMap((sample) => {
      const known = new Set((before.get(sample) ?? []).map(identity));
      return (after.get(sample) ?? [])
        .filter((mismatch) => !known.has(identity(mismatch)))
        .map((mismatch) => ({ mismatch, operation, changed: other }));
    }),
  );
}

/** A tree of the operations that changed, and of those that share a path with one, because they are placed together. */
function withOperations(apiRef: ApiRef, changed: ReadonlyMap<Operation, Operation>): ApiRef {
  const together = new Set<Operation>();
  for (const { groups } of groupOperations(apiRef)) {
    const all = groups.flatMap(({ operations }) => operations);
    if (all.some((operation) => changed.has(operation))) for (const one of all) together.add(one);
  }
  const documents = apiRef.documents.map((document) => ({
    ...document,
    operations: document.operations
      .filter((operation) => together.has(operation))
      .map((operation) => changed.get(operation) ?? operation),
  }));
  return { ...apiRef, documents };
}

/** What a mismatch is, but for its words, which name the definition. */
function identity({ kind, property, span }: Mismatch): string {
  return `${kind} ${spanKey(span)} ${property}`;
}
