import { noticesFor } from "../apiref/notice.ts";
import { parseJson } from "../data/json.ts";
import type { Draft } from "../findings/finding.ts";
import { span } from "../text/span.ts";
import type { Subject } from "./subject.ts";

/** What keeps samples that no document includes from being JSON: one warning a file, for no page shows it yet. */
export function* unusedSyntaxMistakes({ apiRef }: Subject): Iterable<Draft> {
  for (const { span: place } of noticesFor(apiRef.notices, "sample-unused")) {
    const { file } = place;
    if (file.text.trim() === "") continue;
    const parsed = parseJson(file.text);
    const [fault] = "value" in parsed ? parsed.repeated : parsed.errors;
    if (fault === undefined) continue;
    const { offset, length, message } = fault;
    yield { message, span: span(file, offset, offset + length), severity: "warning" };
  }
}
