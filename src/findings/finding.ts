import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/** How bad a finding is. */
export type Severity = "error" | "warning" | "info";

/** A second place that explains a finding. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** One mistake, at the place where a person would correct it. Plain data. */
export interface Finding {
  /** The stable name of the rule, `unknown-parameter` or `openapi/operation-summary`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What was found with its value in backticks, what was expected, what to do. */
  readonly message: string;
  readonly span: Span;
  readonly related?: readonly RelatedPlace[];
  /** `POST /v2/share-replicas`; absent where the finding belongs to no one operation. */
  readonly operation?: string;
  /** Names that the message lists, where each is a fact of its own: the finding is allowed if all of them are. */
  readonly names?: readonly string[];
  /** The automatic fix, where there is one. */
  readonly edits?: readonly Edit[];
  /**
   * What findings of one rule have in common that one mistake made in several places, such as a table that was copied or a
   * wrong key: people are told of them as of one (`joined.ts`).
   */
  readonly cause?: string;
  /** The name that the message says and that alone tells it from others of its cause: people are told the names of the others. */
  readonly called?: string;
}

/**
 * A finding as a rule gives it: the rule's name and severity are added by the run. A finding that is less bad than
 * others of its rule says so; a severity that people set for the rule holds for all.
 */
export type Draft = Omit<Finding, "rule" | "severity"> & { readonly severity?: Severity };
