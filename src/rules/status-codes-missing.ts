import { hasMistakenList } from "../checks/mistaken-code-lists.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { refersElsewhere } from "../checks/told-in-text.ts";

export const statusCodesMissing = defineRule({
  name: "status-codes-missing",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "an operation without a success code",
  explanation: `Clients must know by which code they can tell that a request succeeded. List it with
\`.. rest_status_code:: success status.yaml\` below a title such as \`Response Codes\`.`,
  bad: {
    "index.rst": `
Widgets
=======

«List widgets»
------------

.. rest_method:: GET /widgets
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Response Codes
~~~~~~~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200
`,
    "status.yaml": `
200:
  default: |
    The widgets follow.
`,
  },
  check: ofOperations(function* (operation) {
    const { statuses } = operation;
    if (statuses.some(({ code, kind }) => kind === "success" || /^[123]/.test(code))) return;
    if (hasMistakenList(operation, "success") || refersElsewhere(operation)) return;
    yield {
      message: `\`${operation.title}\` lists ${
        statuses.length === 0 ? "no status codes" : "error codes, but no success code"
      }. Add \`.. rest_status_code:: success\` with the code of a request that succeeded.`,
      span: operation.titleSpan,
    };
  }),
});
