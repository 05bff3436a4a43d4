import { causeIn } from "../checks/cause.ts";
import { fileName } from "../checks/naming.ts";
import { shownStatuses } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";

export const statusReasonUnused = defineRule({
  name: "status-reason-unused",
  group: "status codes",
  severity: "info",
  fixable: false,
  wholeTree: true,
  summary: "a reason of status.yaml that no list names",
  explanation: `A reason beside \`default\` is shown where a list names it: \`- 409: locked\`. One that no list names is a left-over, or its
lists were forgotten and show the reason \`default\`. Remove it, or name it where it holds.`,
  bad: {
    "index.rst": `
Widgets
=======

Delete widget
-------------

.. rest_method:: DELETE /widgets/1

.. rest_status_code:: error status.yaml

   - 409
`,
    "status.yaml": `
409:
  default: |
    Another request is in the way.
  «locked»: |
    Somebody has locked the widget.
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Delete widget
-------------

.. rest_method:: DELETE /widgets/1

.. rest_status_code:: error status.yaml

   - 409: locked
`,
    "status.yaml": `
409:
  default: |
    Another request is in the way.
  locked: |
    Somebody has locked the widget.
`,
  },
  *check({ apiRef }) {
    const used = new Set<string>();
    const mistaken = new Set<string>();
    for (const { status } of shownStatuses(apiRef)) {
      const { code, reason = "default", origin } = status;
      used.add(`${code} ${reason}`);
      // What a misspelt reason meant is not unused.
      if (origin.kind === "directive" && origin.file?.entries.get(code)?.reasons.has(reason) === false)
        mistaken.add(code);
    }
    for (const { file, entries } of apiRef.statusFiles.values())
      for (const { code, reasons } of entries.values())
        for (const [reason, { nameSpan }] of reasons) {
          if (reason === "default" || mistaken.has(code) || used.has(`${code} ${reason}`)) continue;
          yield {
            message: `No list names the reason \`${reason}\` of \`${code}\` in ${fileName(file)}. Remove it, or name it where it holds: \`- ${code}: ${reason}\`.`,
            span: nameSpan,
            called: reason,
            ...causeIn(file),
          };
        }
  },
});
