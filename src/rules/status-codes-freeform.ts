import type { ApiRef } from "../apiref/model.ts";
import { causeIn } from "../checks/cause.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { proseCodesEdits } from "../fixes/prose-codes.ts";

export const statusCodesFreeform = defineRule({
  name: "status-codes-freeform",
  group: "status codes",
  severity: "info",
  fixable: true,
  summary: "status codes listed as prose",
  explanation: `Codes in a sentence such as \`Normal response codes: 200\` are for people only, and say nothing of what each code means here.
\`rest_status_code\` shows a table with a reason for each code, from a status.yaml that all operations share.
\`apiref fix\` writes a section with these lists, adds what status.yaml lacks, and keeps what the prose says beyond a code
as a reason with a name.

Where most operations of the tree do it, that is one finding, at the first of them, with all the others as related places.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

«Normal response codes: 200»

Error response codes: conflict(409)
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

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - 409
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
  *check(subject) {
    const edits = proseCodesEdits(subject.apiRef);
    const isHabit = hasHabit(subject.apiRef);
    for (const document of subject.apiRef.documents)
      for (const operation of document.operations) {
        const [first, ...others] = new Set(
          operation.statuses.flatMap(({ origin }) => (origin.kind === "prose" ? [origin] : [])),
        );
        if (first === undefined) continue;
        const codes = new Set(
          operation.statuses.flatMap(({ code, origin }) => (origin.kind === "prose" ? [code] : [])),
        );
        const listed = new Set(
          operation.statuses.flatMap(({ code, origin }) => (origin.kind === "prose" ? [] : [code])),
        );
        const mend = [...codes].every((code) => listed.has(code))
          ? "`rest_status_code` lists them as well. Take the prose away, or what it repeats."
          : "List them with `rest_status_code` and say what each means.";
        yield {
          message: `Status codes as prose: ${[...codes].join(", ")}. ${mend}`,
          span: first.span,
          ...(others.length === 0
            ? {}
            : { related: others.map(({ span }) => ({ span, message: "more codes" })) }),
          ...inOperation(operation),
          ...(edits.has(operation) ? { edits: edits.get(operation)! } : {}),
          ...(isHabit ? { cause: mend } : causeIn(first.span.file, mend)),
        };
      }
  },
});

/** Whether most operations that tell their codes do so in prose: that is one mistake of the tree, not one of each. */
function hasHabit({ documents }: ApiRef): boolean {
  const telling = documents
    .flatMap(({ operations }) => operations)
    .filter(({ statuses }) => statuses.length > 0);
  const inProse = telling.filter(({ statuses }) => statuses.some(({ origin }) => origin.kind === "prose"));
  return inProse.length * 2 > telling.length;
}
