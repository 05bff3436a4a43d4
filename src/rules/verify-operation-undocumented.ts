import { ofDrifts } from "../checks/drifts.ts";
import { exampleTraffic } from "../checks/example-traffic.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyOperationUndocumented = defineRule({
  name: "verify-operation-undocumented",
  group: "evidence",
  severity: "warning",
  fixable: false,
  wholeTree: true,
  summary: "an operation of the evidence that no section documents",
  explanation: `The service has it: the document made from its code lists it, or traffic shows it answered. Method and path are compared by their shape, without mount points, versions, project ids and the word behind the version with which all others begin; actions by the key of their body. Those of one resource are one finding; one that the code has by another method than a documented one that it lacks, or with a slip in the path, is told at that one, once. It stands at the chapter whose operations are most like it, else where the chapter with the most similar name is included, else at the title of the first page, and never among what is obsolete. Where a part that nothing includes documents it, that part is to be included. A collection whose objects are those of a documented one seems a second path of it, which the summary names. What an extension adds (\`/OS-LAMPS/\`) belongs beside the chapters of other extensions. Routes of which a document has neither words nor parameters nor an answer are one info, since the code may refuse them; none where they are deprecated. What the service refused, \`HEAD\`, and exchanges with other services are left alone.`,
  bad: {
    "index.rst": `
«Widgets»
=======

Show widget
-----------

.. rest_method:: GET /v2/widgets/{widget_id}
`,
    "traffic.har": exampleTraffic(
      { method: "GET", url: "http://widgets.example/v2/widgets/1", status: 200 },
      { method: "DELETE", url: "http://widgets.example/v2/widgets/1", status: 204 },
    ),
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
    "traffic.har": exampleTraffic(
      { method: "GET", url: "http://widgets.example/v2/widgets/1", status: 200 },
      { method: "DELETE", url: "http://widgets.example/v2/widgets/1", status: 204 },
    ),
  },
  check: ofDrifts("verify-operation-undocumented"),
});
