import type { ApiRef } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import { resolveFromDocument } from "../apiref/sources.ts";
import { isInside } from "../files/work-tree.ts";

/**
 * Whether a part of the tree that a document includes is not there: then nobody can tell which definitions and samples it uses, and
 * `include-not-found` tells of it.
 */
export function lacksPart({ root, notices }: ApiRef): boolean {
  return noticesFor(notices, "include-not-found").some(({ span, detail }) =>
    isInside(resolveFromDocument(root, span.file.path, detail.path), root),
  );
}
