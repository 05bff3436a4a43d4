import { lackingRows } from "../checks/lacking-rows.ts";
import { showsOtherBody } from "../checks/other-body.ts";
import type { Subject } from "../checks/subject.ts";
import type { Finding } from "../findings/finding.ts";
import type { Span } from "../text/span.ts";
import { type Lack, lacksOf } from "./lack.ts";

/** The rule whose findings ask for rows. */
const ASKS_FOR_ROWS = "sample-undocumented";

/** The rows that reported findings ask for. Where a sample shows another body than its table, nobody knows which is right. */
export function reportedLacks(findings: readonly Finding[], subject: Subject): Lack[] {
  const asked = new Set(
    findings.filter(({ rule }) => rule === ASKS_FOR_ROWS).map(({ span }) => placeOf(span)),
  );
  if (asked.size === 0) return [];
  const checks = new Map(subject.bodies.samples.map((check) => [check.sample, check]));
  const { ofDefinitions, ofTables } = lackingRows(subject);
  return lacksOf(
    [
      ...ofDefinitions
        .map(({ lacks }) => lacks)
        .filter(([first]) => asked.has(placeOf(first!.inside!.definition!.keySpan))),
      ...ofTables.filter(
        ([first]) =>
          asked.has(placeOf(first!.row.span)) && !showsOtherBody(first!.operation, first!.row.side, checks),
      ),
    ].flat(),
    subject.bodies,
  );
}

function placeOf({ file, start }: Span): string {
  return `${file.path} ${start}`;
}
