import { fileName, inOperation } from "../checks/naming.ts";
import { shownStatuses } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";
import { didYouMean } from "../text/similar.ts";

export const statusReasonUndefined = defineRule({
  name: "status-reason-undefined",
  group: "status codes",
  severity: "error",
  fixable: false,
  summary: "a reason that the code does not have in status.yaml; with the nearest one",
  explanation: `\`- 409: locked\` picks the reason \`locked\` of the code 409 from status.yaml, a plain \`- 409\` its \`default\`. Where status.yaml
has no such reason, the page shows the default one, or cannot be built.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: error status.yaml

   - 409: «lokced»
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
  *check(subject) {
    for (const { status, operation } of shownStatuses(subject.apiRef)) {
      const { code, codeSpan, reason, reasonSpan, origin } = status;
      const entry = origin.kind === "directive" ? origin.file?.entries.get(code) : undefined;
      // An entry without any reason is a finding of `status-file-invalid`.
      if (entry === undefined || entry.reasons.size === 0 || entry.reasons.has(reason ?? "default")) continue;
      const names = [...entry.reasons.keys()];
      const choice = names.map((name) => `\`${name}\``).join(", ");
      const file = fileName(entry.span.file);
      yield {
        message:
          reason === undefined
            ? `\`${code}\` has no reason \`default\` in ${file}. Write one there, or name one of its reasons here: ${choice}.`
            : `\`${code}\` has no reason \`${reason}\` in ${file}, only ${choice}.${didYouMean(reason, names)}`,
        span: reasonSpan ?? codeSpan,
        related: [{ span: entry.codeSpan, message: "looked up here" }],
        ...inOperation(operation),
      };
    }
  },
});
