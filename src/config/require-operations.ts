import { posix } from "node:path";
import type { ApiRef } from "../apiref/model.ts";
import type { Notice } from "../apiref/notice.ts";
import { UsageError } from "../usage-error.ts";
import type { Settings } from "./resolve.ts";

/** A tree without operations is the wrong tree; a document made from it would overwrite a good one. */
export function requireOperations(apiRef: ApiRef, { documents, workingDirectory }: Settings): void {
  if (apiRef.documents.some(({ operations }) => operations.length > 0)) return;
  if (documents !== undefined)
    throw new UsageError(
      `No document that matches ${documents.join(", ")} has an operation. Name documents as Sphinx does, such as \`v3/index\`.`,
    );
  const shown = posix.relative(workingDirectory, apiRef.root) || ".";
  const unread = apiRef.notices.find(isOfUnread);
  if (unread !== undefined)
    throw new UsageError(
      `No document in ${shown} that was read has an operation (\`rest_method\`), and ${unread.detail.path} ${UNREAD[unread.rule]}. Mend that, or name the source folder of an os-api-ref tree.`,
    );
  throw new UsageError(
    `No document in ${shown} has an operation (\`rest_method\`). Name the source folder of an os-api-ref tree.`,
  );
}

/** Why a document was not read, by the rule that would tell of it. */
const UNREAD = {
  "document-unreadable": "cannot be read",
  "path-outside": "lies outside the repository",
  "file-too-large": "has more than 8 MiB",
  "not-utf8": "is not UTF-8",
} as const;

function isOfUnread(notice: Notice): notice is Notice & { readonly rule: keyof typeof UNREAD } {
  return Object.hasOwn(UNREAD, notice.rule);
}
