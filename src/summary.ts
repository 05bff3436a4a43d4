import type { ApiRef } from "./apiref/model.ts";
import type { Bodies } from "./bodies/read-bodies.ts";
import type { Finding } from "./findings/finding.ts";
import { countBySeverity } from "./findings/severity.ts";
import type { ComparedFile, Comparison } from "./verify/compare.ts";
import type { Doubtful } from "./verify/doubtful.ts";

/** The run in figures, as the JSON report gives them. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Sphinx documents that hold operations. */
  readonly documents: number;
  /** Documented operations, before those of one path and method become one. */
  readonly operations: number;
  /** Rows of `rest_parameters`. */
  readonly parameters: number;
  readonly statusCodes: number;
  readonly samples: {
    /** Samples whose text was there. */
    readonly found: number;
    /** Those that were held against a schema: valid and invalid ones. */
    readonly validated: number;
    readonly valid: number;
    readonly invalid: number;
    readonly notJson: number;
  };
  /** What was compared with evidence; only where some was named. */
  readonly evidence?: ComparedSummary;
}

/** What of the evidence was compared. */
export interface ComparedSummary {
  /** Documented operations of which the evidence shows something. */
  readonly operations: number;
  readonly files: readonly ComparedFile[];
  /** What differs and is no finding, by the reason. */
  readonly doubtful: readonly Doubtful[];
}

/** Counts what was read, made and found. */
export function summarize(
  apiRef: ApiRef,
  bodies: Bodies,
  findings: readonly Finding[],
  comparison?: Comparison,
): Summary {
  const { error, warning, info } = countBySeverity(findings);
  const operations = apiRef.documents.flatMap((document) => document.operations);
  const outcomes = { valid: 0, invalid: 0, "not-json": 0, "not-validated": 0 };
  for (const { outcome } of bodies.samples) outcomes[outcome]++;
  return {
    errors: error,
    warnings: warning,
    infos: info,
    documents: apiRef.documents.filter((document) => document.operations.length > 0).length,
    operations: operations.length,
    parameters: operations.reduce((sum, { rows }) => sum + rows.length, 0),
    statusCodes: operations.reduce((sum, { statuses }) => sum + statuses.length, 0),
    samples: {
      found: operations.reduce(
        (sum, { samples }) => sum + samples.filter(({ file }) => file !== undefined).length,
        0,
      ),
      validated: outcomes.valid + outcomes.invalid,
      valid: outcomes.valid,
      invalid: outcomes.invalid,
      notJson: outcomes["not-json"],
    },
    ...(comparison === undefined
      ? {}
      : {
          evidence: {
            operations: comparison.operations,
            files: comparison.files,
            doubtful: comparison.doubtful,
          },
        }),
  };
}
