import type { ApiRef } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { resolveFromDocument } from "../apiref/sources.ts";
import type { Draft } from "../findings/finding.ts";
import { groupedBy } from "../text/grouped.ts";

/**
 * A finding for each file of definitions or codes that is not there: one mistake, however many directives name it. A directive
 * that names no file is one by itself.
 *
 * @param message for the name as it is written, empty where there is none; `missing` is the path where it leads
 */
export function* missingFiles(
  { notices, root }: ApiRef,
  rule: "parameters-file-not-found" | "status-file-not-found",
  message: (name: string, missing: string, from: string) => string,
): Iterable<Draft> {
  const missing = groupedBy(noticesFor(notices, rule), ({ detail: { path }, span: { file, start } }) =>
    path === "" ? `${file.path} ${start}` : resolveFromDocument(root, file.path, path),
  );
  for (const [path, [{ detail, span }, ...others]] of missing)
    yield {
      message: message(detail.path, path, span.file.path),
      span,
      ...(others.length === 0
        ? {}
        : { related: others.map((other) => ({ span: other.span, message: "named here, too" })) }),
    };
}
