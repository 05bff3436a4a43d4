import type { Operation, ParameterRow, Sample, Side } from "../apiref/model.ts";
import { BODY_METHODS } from "../apiref/part-place.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeratedNames } from "../text/enumeration.ts";
import { leafOf } from "../text/leaf.ts";
import { remembered } from "../text/remembered.ts";
import { inOperation } from "./naming.ts";
import { shows } from "./other-body.ts";

/** The rows of a body that stand in a table of the wrong side. */
export interface SwappedTable {
  /** The side that the title names. */
  readonly side: Side;
  readonly rows: readonly ParameterRow[];
  readonly sample: Sample;
}

/** Of fewer rows that a sample shows, it may be by chance. */
const FEWEST = 2;

/**
 * The rows of the body of one side that are the other's: a sample of the other side has all of them, no sample of their own has any,
 * and the other side has no rows of a body.
 */
export const swappedTable = remembered((operation: Operation): SwappedTable | undefined => {
  if (!BODY_METHODS.has(operation.method.toUpperCase())) return undefined;
  return swappedIn(operation, "response", "request") ?? swappedIn(operation, "request", "response");
});

function swappedIn({ rows, samples }: Operation, side: Side, other: Side): SwappedTable | undefined {
  const ofBody = rows.filter(({ definition }) => definition?.in === "body");
  const own = ofBody.filter((row) => row.side === side);
  if (own.length < FEWEST || own.length < ofBody.length) return undefined;
  const [ours, theirs] = [side, other].map((one) =>
    samples.filter((sample) => sample.side === one && /^\s*[[{]/.test(sample.text)),
  );
  const isShown = ({ name }: ParameterRow, sample: Sample) => shows(sample, leafOf(name));
  if (ours!.length === 0 || ours!.some((sample) => own.some((row) => isShown(row, sample)))) return undefined;
  const sample = theirs!.find((one) => own.every((row) => isShown(row, one)));
  return sample && { side, rows: own, sample };
}

/** The finding at the first row. */
export function atSwapped(operation: Operation, { side, rows, sample }: SwappedTable): Draft {
  const other = side === "request" ? "response" : "request";
  const names = [...new Set(rows.map(({ name }) => name))];
  return {
    message: `The rows ${enumeratedNames(names, MOST_NAMES)} stand in a table of the ${side}, but only the sample of the ${other} has them. Put the table below a title that names the ${other}.`,
    span: rows[0]!.span,
    related: [{ span: sample.pathSpan ?? sample.block.span, message: "the sample that has them" }],
    ...inOperation(operation),
  };
}

const MOST_NAMES = 6;
