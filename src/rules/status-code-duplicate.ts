import type { Operation, StatusRow } from "../apiref/model.ts";
import { causeIn } from "../checks/cause.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { rowRemoval } from "../fixes/row-removal.ts";

export const statusCodeDuplicate = defineRule({
  name: "status-code-duplicate",
  group: "status codes",
  severity: "warning",
  fixable: true,
  summary: "the same code with the same reason twice in an operation",
  explanation: `A code that an operation lists twice with nothing that tells the two apart shows the same row twice. Remove one, correct
its code, or give it a reason of its own in status.yaml: \`- 409: locked\`.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: error status.yaml

   - 409
   - «409»
   - 409: locked
`,
    "status.yaml": `
200:
  default: |
    The widgets follow.
409:
  default: |
    Another request is in the way.
  locked: |
    Somebody has locked the widget.
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: error status.yaml

   - 409
   - 409: locked
`,
    "status.yaml": `
200:
  default: |
    The widgets follow.
409:
  default: |
    Another request is in the way.
  locked: |
    Somebody has locked the widget.
`,
  },
  check: ofOperations(function* (operation) {
    const first = new Map<string, StatusRow>();
    for (const row of operation.statuses) {
      const { code, reason, phrase, minVersion, maxVersion, origin } = row;
      const identity = JSON.stringify([code, reason, phrase, minVersion, maxVersion, origin.kind]);
      const before = first.get(identity);
      if (before === undefined || areOfTwoExchanges(before, row, operation)) first.set(identity, row);
      else {
        const edit = isSameAgain(row, before) ? rowRemoval(row.codeSpan) : undefined;
        yield {
          message: `\`${code}\` is listed twice for this operation. Remove one, or say when each is given.`,
          span: row.codeSpan,
          related: [{ span: before.codeSpan, message: "first here" }],
          ...causeIn(row.codeSpan.file, operation.title),
          ...(edit === undefined ? {} : { edits: [edit] }),
        };
      }
    }
  }),
});

/** Whether a request stands in front of each of two codes: an operation may take two of them. */
function areOfTwoExchanges(before: StatusRow, row: StatusRow, { rows }: Operation): boolean {
  const { file, start } = before.codeSpan;
  const requests = rows.filter(({ side, span }) => side === "request" && span.file === file);
  return (
    requests.some(({ span }) => span.start < start) &&
    requests.some(({ span }) => span.start > start && span.start < row.codeSpan.start)
  );
}

/** Whether a code stands in the list of the first once more. */
function isSameAgain({ origin, codeSpan }: StatusRow, first: StatusRow): boolean {
  return (
    origin.kind === "directive" &&
    first.origin.kind === "directive" &&
    origin.directive === first.origin.directive &&
    codeSpan.file === first.codeSpan.file &&
    codeSpan.start > first.codeSpan.end
  );
}
