import type { ApiRef, Operation } from "../apiref/model.ts";
import type { PlacedBodies } from "../bodies/placed-bodies.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { spansOf } from "../evidence/read-evidence.ts";
import { documentedTypes } from "../samples/undocumented.ts";
import { remembered } from "../text/remembered.ts";
import { compareBody } from "./compare-body.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareQuery } from "./compare-query.ts";
import { compareStatuses } from "./compare-statuses.ts";
import type { BodyComparison } from "./comparison.ts";
import { definitionUses } from "./definition-uses.ts";
import type { Doubtful } from "./doubtful.ts";
import { type Drift, driftsOf } from "./drifts.ts";
import { Facts } from "./facts.ts";
import { doubtfulFilters } from "./filters.ts";
import { matchAll } from "./match.ts";
import type { OperationEvidence } from "./operation-evidence.ts";
import { tellOperations } from "./operation-facts.ts";
import { likeliest } from "./pick-operations.ts";
import { repeatsSample } from "./repeated-samples.ts";
import { shownBy } from "./shown-by.ts";
import { tablesOf } from "./tables.ts";
import { takesAnyMethod } from "./templates.ts";
import { toldInProse } from "./told-in-prose.ts";
import { toldInText } from "./told-in-text.ts";
import { shownUnused } from "./unused-samples.ts";

/** What of one FILE was compared. */
export interface ComparedFile {
  /** As the caller named it. */
  readonly name: string;
  readonly kind: Evidence["kind"];
  /** Operations of a document, exchanges of a log; of a log without those of other services. */
  readonly seen: number;
  readonly matched: number;
  /** What matched no documented operation, `POST /v2/shares/{id}/action (extend)`, with how often it was seen. */
  readonly unmatched: readonly { readonly operation: string; readonly count: number }[];
  /** What was passed over, in plain words. */
  readonly notes: readonly string[];
}

/** The documentation held against evidence. */
export interface Comparison {
  readonly drifts: readonly Drift[];
  /** What differs, too, and is no finding. */
  readonly doubtful: readonly Doubtful[];
  readonly files: readonly ComparedFile[];
  /** Documented operations that some evidence speaks of. */
  readonly operations: number;
}

/** Holds an api-ref against evidence. Pure, but for reading on in the evidence. */
export function compareEvidence(apiRef: ApiRef, placed: PlacedBodies, all: readonly Evidence[]): Comparison {
  const facts = new Facts();
  const compared = new Set<Operation>();
  const listsErrors = apiRef.documents.some(({ operations }) =>
    operations.some(({ statuses }) => statuses.some(({ kind }) => kind === "error")),
  );
  const isTold = toldInProse(apiRef);
  const shared = {
    facts,
    uses: definitionUses(placed.keys()),
    told: toldInText(apiRef),
    shownBy: shownBy(placed),
    tables: tablesOf(placed),
    shownUnused: shownUnused(apiRef),
  };
  const isRepeated = repeatsSample(apiRef);
  const files = all.map((evidence): ComparedFile => {
    const matched = matchAll(evidence, [...placed.keys()], placed, isRepeated);
    const isDoubtful = doubtfulFilters(matched, placed.keys());
    for (const one of matched.evidence) {
      for (const operation of one.operations) compared.add(operation);
      // what is passed on has whatever the other side makes of it
      if (one.operations.some(takesAnyMethod)) continue;
      compareParameters(one, isTold, isDoubtful, facts);
      compareQuery(one, shared);
      compareBodies(one, placed, shared);
      compareStatuses(one, listsErrors, facts);
    }
    tellOperations(matched, apiRef, placed, facts);
    return {
      name: evidence.name,
      kind: evidence.kind,
      seen: matched.seen,
      matched: matched.matched,
      unmatched: matched.unmatched.map(({ name, count }) => ({ operation: name, count })),
      notes: [...matched.notes, ...evidence.notes()],
    };
  });
  const counts = tablesByName(placed.keys());
  return {
    ...driftsOf(facts, (name) => counts.get(name) ?? 0, spansOf),
    files,
    operations: compared.size,
  };
}

function compareBodies(
  evidence: OperationEvidence,
  placed: PlacedBodies,
  shared: Pick<BodyComparison, "facts" | "uses" | "told" | "shownBy" | "tables" | "shownUnused">,
): void {
  const { operations, kind, versions, bodies } = evidence;
  for (const side of ["request", "response"] as const) {
    const seen = bodies[side];
    if (seen === undefined) continue;
    const [body, ...others] = likeliest(
      operations.map((operation) => placed.get(operation)![side]),
      seen,
    );
    if (body === undefined) continue;
    const elsewhere = body.node === undefined ? new Map() : typesIn(body.node);
    compareBody(seen, { kind, body, whole: seen, others, versions, elsewhere, ...shared });
  }
}

const typesIn = remembered(documentedTypes);

/** How many tables have a row of each name. */
function tablesByName(operations: Iterable<Operation>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rows } of operations) {
    const known = new Set<string>();
    for (const { name, side, table } of rows) {
      const key = `${side} ${table} ${name}`;
      if (known.has(key)) continue;
      known.add(key);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}
