import type { Operation, ParameterRow } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { Draft } from "../findings/finding.ts";
import { enumeration } from "../text/enumeration.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import { spanKey } from "../text/span.ts";
import { contradictions } from "./sample-mismatches.ts";
import type { Subject } from "./subject.ts";
import { type UnsampledRows, unsampledRows } from "./unsampled-rows.ts";

/** What samples lack that is required. */
export interface LackingRequired {
  /** What is lacking at a place that samples show. */
  readonly drafts: readonly Draft[];
  /** Rows of other tables that no sample shows anywhere. */
  readonly unsampled: readonly UnsampledRows[];
}

/**
 * What samples lack that is required. Where some rows of a table are lacking at a place that is known, and others anywhere, the
 * table and its samples disagree for one reason: it is one finding.
 */
export const lackingRequired = remembered((subject: Subject): LackingRequired => {
  const drafts = [...contradictions(subject, "required")];
  // Of drafts with one cause people read the first only.
  const first = new Map(drafts.toReversed().map((draft) => [draft.cause, draft]));
  const byOperation = groupedBy(
    drafts.filter((draft) => draft.cause === undefined || first.get(draft.cause) === draft),
    ({ operation }) => operation,
  );
  const others = new Map<Draft, readonly ParameterRow[]>();
  const unsampled = unsampledRows(subject).filter((table) => {
    const beside = (byOperation.get(operationName(table.operation)) ?? []).find((draft) =>
      isOfTable(draft, table),
    );
    if (beside === undefined) return true;
    others.set(beside, [...(others.get(beside) ?? []), ...table.rows]);
    return false;
  });
  return { drafts: drafts.map((draft) => withOthers(draft, others.get(draft) ?? [])), unsampled };
});

/** Whether a finding at a row or at a sample of an operation is of a row of the same table. */
function isOfTable({ span, related = [] }: Draft, { operation, rows }: UnsampledRows): boolean {
  const [{ table }] = rows as [ParameterRow];
  const places = placesOfRows(operation, table);
  const isHere = (key: string) => places.has(key);
  if (isHere(spanKey(span))) return true;
  return (
    operation.samples.some(({ file }) => file === span.file) &&
    related.some((one) => isHere(spanKey(one.span)))
  );
}

function placesOfRows({ rows }: Operation, table: number): ReadonlySet<string> {
  return new Set(
    rows.flatMap((row) => (row.table === table ? [spanKey(row.nameSpan), spanKey(row.keySpan)] : [])),
  );
}

/** A finding that also names the rows of its table that no sample shows anywhere. */
function withOthers(draft: Draft, rows: readonly ParameterRow[]): Draft {
  if (rows.length === 0) return draft;
  return {
    ...draft,
    message: `${draft.message} No sample shows ${enumeration(
      rows.map(({ name }) => `\`${name}\``),
      "or",
    )} either.`,
    related: [
      ...(draft.related ?? []),
      ...rows.map(({ nameSpan }) => ({ span: nameSpan, message: "not shown either" })),
    ],
  };
}
