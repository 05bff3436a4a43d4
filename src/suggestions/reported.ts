import type { Bodies } from "../bodies/read-bodies.ts";
import { lackingRows } from "../checks/lacking-rows.ts";
import { showsOtherBody } from "../checks/other-body.ts";
import type { Subject } from "../checks/subject.ts";
import type { Finding } from "../findings/finding.ts";
import { spanKey } from "../text/span.ts";
import type { Comparison } from "../verify/compare.ts";
import { type Lack, lacksOf } from "./lack.ts";
import { lackOfEvidence } from "./lack-of-evidence.ts";

/** The rules whose findings ask for rows. */
const ASKS_FOR_ROWS = "sample-undocumented";
const EVIDENCE_ASKS = "verify-property-undocumented";

/** The rows that reported findings ask for: those of samples, or with evidence those of evidence. */
export function reportedLacks(findings: readonly Finding[], subject: Subject): Lack[] {
  return subject.comparison === undefined
    ? ofSamples(findings, subject)
    : ofEvidence(findings, subject.comparison, subject.bodies);
}

function ofEvidence(findings: readonly Finding[], { drifts }: Comparison, { placed }: Bodies): Lack[] {
  const asked = new Set(
    findings
      .filter(({ rule }) => rule === EVIDENCE_ASKS)
      .map(({ span, message }) => `${spanKey(span)} ${message}`),
  );
  return drifts.flatMap(({ properties = [], span, message }) => {
    if (!asked.has(`${spanKey(span)} ${message}`)) return [];
    return properties.flatMap((property) => lackOfEvidence(property, placed) ?? []);
  });
}

/** Where a sample shows another body than its table, nobody knows which is right. */
function ofSamples(findings: readonly Finding[], subject: Subject): Lack[] {
  const asked = new Set(
    findings.filter(({ rule }) => rule === ASKS_FOR_ROWS).map(({ span }) => spanKey(span)),
  );
  if (asked.size === 0) return [];
  const checks = new Map(subject.bodies.samples.map((check) => [check.sample, check]));
  const { ofDefinitions, ofTables } = lackingRows(subject);
  return lacksOf(
    [
      ...ofDefinitions
        .map(({ lacks }) => lacks)
        .filter(([first]) => asked.has(spanKey(first!.inside!.definition!.keySpan))),
      ...ofTables.filter(
        ([first]) =>
          asked.has(spanKey(first!.row.span)) && !showsOtherBody(first!.operation, first!.row.side, checks),
      ),
    ].flat(),
    subject.bodies,
  );
}
