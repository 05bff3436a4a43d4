import { noticed } from "../checks/notices.ts";
import { defineRule } from "../checks/subject.ts";
import { didYouMean } from "../text/similar.ts";

export const statusKindInvalid = defineRule({
  name: "status-kind-invalid",
  group: "status codes",
  severity: "error",
  fixable: false,
  summary: "a `rest_status_code` that is neither success nor error",
  explanation: `The first word behind \`rest_status_code::\` says what the codes of the list are, \`success\` or \`error\`. os-api-ref shows an
error message in place of the list where it is something else.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_status_code:: «sucess» status.yaml

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
  check: (subject) =>
    noticed(subject, "status-kind-invalid", ({ kind }) =>
      kind === ""
        ? "`rest_status_code` has no kind. Write `success` or `error` and the file behind the `::`."
        : `\`${kind}\` is not a kind of status codes; expected \`success\` or \`error\`.${didYouMean(kind, ["success", "error"])}`,
    ),
});
