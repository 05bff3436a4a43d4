import { defineRule, ofOperations } from "../checks/subject.ts";

export const statusKindMismatch = defineRule({
  name: "status-kind-mismatch",
  group: "status codes",
  severity: "warning",
  fixable: false,
  summary: "an error code among the successes, a success among the errors, or a 201 that creates nothing",
  explanation: `Codes from 400 on are errors, those of the 200s are successes. A code in the wrong list sends readers, and the programs that
are made from the document, the wrong way. Redirections (300 to 399) may stand in either list.
201 says that something was created, which no GET, HEAD or DELETE does; there it was copied from a POST.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: success status.yaml

   - 200
   - «409»
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
  check: ofOperations(function* (operation) {
    const created = operation.statuses.find(({ code, kind }) => code === "201" && kind === "success");
    if (created !== undefined && /^(?:GET|HEAD|DELETE)$/i.test(operation.method))
      yield {
        message: `\`201\` says that something was created, but a ${operation.method.toUpperCase()} creates nothing. Write the code that the service answers, such as ${/^DELETE$/i.test(operation.method) ? "`204`" : "`200`"}.`,
        span: created.codeSpan,
      };
    for (const { code, codeSpan, kind } of operation.statuses) {
      const actual = /^[45]\d\d$/.test(code) ? "error" : /^2\d\d$/.test(code) ? "success" : kind;
      if (actual === kind) continue;
      yield {
        message:
          actual === "error"
            ? `\`${code}\` is an error, but stands among the success codes. Move it to the error codes.`
            : `\`${code}\` is a success, but stands among the error codes. Move it to the success codes.`,
        span: codeSpan,
      };
    }
  }),
});
