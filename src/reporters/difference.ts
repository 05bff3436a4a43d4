import { reportIdentities } from "./fingerprints.ts";
import type { Report, ReportedFinding } from "./report.ts";

/** What one report says that an earlier one did not, and the other way round. */
export interface Difference {
  /** The later report with its new findings only. */
  readonly fresh: Report;
  /** Findings of the earlier report that are no more, at the places where they were. */
  readonly gone: readonly ReportedFinding[];
}

/** Compares the reports of two runs. A finding whose line has only moved is the same one. */
export function differenceOf(earlier: Report, later: Report): Difference {
  const before = reportIdentities(earlier);
  const now = reportIdentities(later);
  const wasThere = new Set(before);
  const isThere = new Set(now);
  const isFresh = (_: unknown, index: number): boolean => !wasThere.has(now[index]!);
  return {
    fresh: {
      ...later,
      findings: later.findings.filter(isFresh),
      origins: later.origins.filter(isFresh),
    },
    gone: earlier.findings.filter((_, index) => !isThere.has(before[index]!)),
  };
}
