import type { RelatedPlace } from "../findings/finding.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/**
 * Something that a reader noticed while reading: it records, the rule of the same name decides what it means,
 * how bad it is and what to say. `detail` holds the values that the rule's message needs.
 */
export interface Notice {
  /** The name of the rule that reports it, such as `include-not-found`. */
  readonly rule: string;
  readonly span: Span;
  readonly detail: Readonly<Record<string, string>>;
  readonly related?: readonly RelatedPlace[];
  readonly edits?: readonly Edit[];
}
