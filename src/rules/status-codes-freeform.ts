import type { ProseCodes, StatusRow } from "../apiref/model.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { proseCodesEdits } from "../fixes/prose-codes.ts";

export const statusCodesFreeform = defineRule({
  name: "status-codes-freeform",
  group: "status codes",
  severity: "warning",
  fixable: true,
  summary: "status codes listed as prose",
  explanation: `Codes in a sentence such as \`Normal response codes: 200\` are for people only, and say nothing of what each code means here.
\`rest_status_code\` shows a table with a reason for each code, from a status.yaml that all operations share.
\`apiref fix\` writes a section with these lists, adds what status.yaml lacks, and keeps what the prose says beyond a code
as a reason with a name.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

«Normal response codes: 200»

«Error response codes: conflict(409)»
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
    for (const document of subject.apiRef.documents)
      for (const operation of document.operations)
        for (const [origin, rows] of groupBy(operation.statuses)) {
          const codes = [...new Set(rows.map(({ code }) => code))];
          yield {
            message: `Status codes as prose: ${codes.join(", ")}. List them with \`rest_status_code\` and say what each means.`,
            span: origin.span,
            ...inOperation(operation),
            ...(edits.has(operation) ? { edits: edits.get(operation)! } : {}),
          };
        }
  },
});

/** The codes of each paragraph that lists some. */
function groupBy(statuses: readonly StatusRow[]): Map<ProseCodes, StatusRow[]> {
  const groups = new Map<ProseCodes, StatusRow[]>();
  for (const row of statuses) {
    if (row.origin.kind !== "prose") continue;
    const group = groups.get(row.origin);
    if (group === undefined) groups.set(row.origin, [row]);
    else group.push(row);
  }
  return groups;
}
