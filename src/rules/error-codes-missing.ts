import type { Operation } from "../apiref/model.ts";
import { causeIn } from "../checks/cause.ts";
import { codeLists } from "../checks/code-lists.ts";
import { hasMistakenList } from "../checks/mistaken-code-lists.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { groupedBy } from "../text/grouped.ts";

export const errorCodesMissing = defineRule({
  name: "error-codes-missing",
  group: "operations",
  severity: "info",
  fixable: false,
  summary: "an operation without any error code",
  explanation: `Every request can fail: nobody is logged in (401), somebody is not allowed to (403), the thing does not exist (404). Programs
are written against these codes. List them with \`.. rest_status_code:: error status.yaml\`. Where most operations
of the tree list none, it is reported once. Operations without any code at all are findings of \`status-codes-missing\`.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - 401

«Show widget»
-----------

.. rest_method:: GET /widgets/1

.. rest_status_code:: success status.yaml

   - 200
`,
    "status.yaml": `
200:
  default: |
    Here it is.
401:
  default: |
    Nobody is logged in.
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - 401
`,
    "status.yaml": `
200:
  default: |
    Here it is.
401:
  default: |
    Nobody is logged in.
`,
  },
  *check({ apiRef }) {
    const operations = apiRef.documents.flatMap((document) => document.operations);
    const lacking = operations.filter(
      (operation) => needsErrors(operation) && !hasError(operation) && !hasMistakenList(operation, "error"),
    );
    const [first] = lacking;
    if (first === undefined) return;
    const listing = operations.filter(hasError).length;
    if (lacking.length > 1 && lacking.length > listing) {
      const who =
        listing === 0
          ? "No operation lists an error code"
          : `${lacking.length} operations, more than half of all, list no error code`;
      // A habit is nobody's: it stands at the top of the first document.
      yield {
        message: `${who}: a habit of the whole reference. Add ${codeLists(apiRef).error} to each, with the codes that it can answer.`,
        span: apiRef.documents[0]?.title?.span ?? first.titleSpan,
        related: [{ span: first.titleSpan, message: "the first of them" }],
      };
      return;
    }
    const byDocument = groupedBy(lacking, ({ document }) => document);
    const isHabit = ({ document }: Operation) =>
      new Set(byDocument.get(document)!.map(({ titleSpan }) => titleSpan.file)).size >= FILES_OF_A_HABIT;
    for (const operation of lacking)
      yield {
        message: `\`${operation.title}\` lists no error code. Add ${codeLists(apiRef).error} with those that it can answer.`,
        span: operation.titleSpan,
        ...inOperation(operation),
        ...(isHabit(operation) ? { cause: operation.document } : causeIn(operation.titleSpan.file)),
      };
  },
});

/** Who leaves them out in so many files of a document does so throughout. */
const FILES_OF_A_HABIT = 5;

/** Whoever asks for the versions of an API needs no login, and can do nothing wrong; what a webhook answers is its owner's. */
function needsErrors({ target, statuses }: Operation): boolean {
  return (
    statuses.length > 0 &&
    !target.webhook &&
    !/^(?:\/(?:v[\d.]+|\{[\w-]*version[\w-]*\}))?\/?$|^\/versions\/?$/.test(target.path)
  );
}

function hasError({ statuses }: Operation): boolean {
  return statuses.some(({ code, kind }) => kind === "error" || /^[45]/.test(code));
}
