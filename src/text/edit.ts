import type { Span } from "./span.ts";

/** A change to a source text: the text of the span is replaced (an insertion has an empty span). */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}
