import type { ParsedDocument } from "../rst/parse.ts";
import type { Span } from "../text/span.ts";

/** RST in a YAML value: the description of a definition, the reason of a status code. */
export interface DescribedText {
  readonly parsed: ParsedDocument;
  /** The place in the YAML file of a place in the text. */
  place(inText: Span): Span;
}
