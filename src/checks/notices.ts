import { type NoticeDetails, type NoticeRule, noticesFor } from "../apiref/notice.ts";
import type { Draft } from "../findings/finding.ts";
import type { Span } from "../text/span.ts";
import type { Subject } from "./subject.ts";

/** A finding for each thing that the readers noticed for a rule. */
export function noticed<Name extends NoticeRule>(
  { apiRef }: Subject,
  rule: Name,
  message: (detail: NoticeDetails[Name], span: Span) => string,
): Draft[] {
  return noticesFor(apiRef.notices, rule).map(({ detail, span, related }) => ({
    message: message(detail, span),
    span,
    ...(related === undefined ? {} : { related }),
  }));
}
