import { defineRule, ofOperations } from "../checks/subject.ts";

export const urlMissing = defineRule({
  name: "url-missing",
  group: "operations",
  severity: "error",
  fixable: false,
  summary: "a `rest_method` without a URL",
  explanation: `\`rest_method\` reads \`.. rest_method:: GET /v1/widgets\`. Without its URL an operation has no place in the specification,
and nobody can call it.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET«»

Show widget
-----------

.. rest_method:: GET /widgets/1
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets
`,
  },
  check: ofOperations(function* (operation) {
    if (operation.url !== "") return;
    yield {
      message:
        operation.method === ""
          ? "`rest_method` has neither method nor URL. Write both behind the `::`: `GET /v1/widgets`."
          : `\`${operation.method}\` has no URL. Write the path behind it, from the slash on.`,
      span: operation.urlSpan,
    };
  }),
});
