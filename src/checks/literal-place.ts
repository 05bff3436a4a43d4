import type { Definition } from "../apiref/parameters-file.ts";
import { type Span, span } from "../text/span.ts";

/** Where a definition's text has a value in a literal or in quotes first; its key, where it cannot be told. */
export function placeOfLiteral({ fields, keySpan }: Definition, value: string): Span {
  const text = fields.get("description")?.valueSpan;
  if (text === undefined) return keySpan;
  const written = text.file.text.slice(text.start, text.end);
  for (const quote of ["``", "`", '"', "'"]) {
    const at = written.indexOf(`${quote}${value}${quote}`);
    if (at >= 0) return span(text.file, text.start + at, text.start + at + value.length + 2 * quote.length);
  }
  return keySpan;
}
