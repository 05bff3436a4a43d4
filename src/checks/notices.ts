import type { Notice } from "../apiref/notice.ts";
import type { Draft } from "../findings/finding.ts";
import type { Subject } from "./subject.ts";

/** A finding for each thing that the readers noticed for a rule. */
export function* noticed(
  { apiRef }: Subject,
  rule: string,
  message: (notice: Notice) => string,
): Iterable<Draft> {
  for (const notice of apiRef.notices) {
    if (notice.rule !== rule) continue;
    yield {
      message: message(notice),
      span: notice.span,
      ...(notice.related === undefined ? {} : { related: notice.related }),
      ...(notice.edits === undefined ? {} : { edits: notice.edits }),
    };
  }
}
