import { fileName, inOperation } from "../checks/naming.ts";
import { shownStatuses } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";

export const statusCodeUndefined = defineRule({
  name: "status-code-undefined",
  group: "status codes",
  severity: "error",
  fixable: false,
  summary: "a code that status.yaml does not have",
  explanation: `\`rest_status_code\` looks each code up in status.yaml, and the build of the page fails where it is missing. Write what the
code means into status.yaml, or correct the code.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: success status.yaml

   - 200
   - «499»
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
    for (const { status, operation } of shownStatuses(subject.apiRef)) {
      const { code, codeSpan, origin } = status;
      // An empty or unreadable file is one finding of its own, not one for each code.
      if (origin.kind !== "directive" || origin.file === undefined || origin.file.entries.size === 0)
        continue;
      const { file, entries } = origin.file;
      if (entries.has(code)) continue;
      yield {
        message: `No entry for \`${code}\` in ${fileName(file)}. Write what the code means there, or correct it.`,
        span: codeSpan,
        related: [{ span: { file, start: 0, end: 0 }, message: "looked up here" }],
        ...inOperation(operation),
      };
    }
  },
});
