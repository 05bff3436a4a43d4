import { ofDrifts } from "../checks/drifts.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyOperationUnknown = defineRule({
  name: "verify-operation-unknown",
  group: "evidence",
  severity: "info",
  fixable: false,

  summary: "a documented operation that a document made from the code does not have",
  explanation: `The URL or the method is wrong, or the operation is gone. It is reported only for collections of which the document has other operations, and not for what stands above the beginning that all its paths share (\`/\` of a document whose paths all begin with \`/v2/\`); traffic never tells it.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /v2/widgets/{widget_id}

Delete widget
-------------

.. rest_method:: «DELETE» /v2/widgets/{widget_id}
`,
    "service.yaml": `
openapi: 3.1.0
info: {title: Widgets, version: "2"}
paths:
  /v2/widgets/{id}:
    get:
      responses: {"200": {description: OK}}
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /v2/widgets/{widget_id}

Delete widget
-------------

.. rest_method:: DELETE /v2/widgets/{widget_id}
`,
    "service.yaml": `
openapi: 3.1.0
info: {title: Widgets, version: "2"}
paths:
  /v2/widgets/{id}:
    get:
      responses: {"200": {description: OK}}
    delete:
      responses: {"204": {description: Gone}}
`,
  },
  check: ofDrifts("verify-operation-unknown"),
});
