import type { Operation } from "../apiref/model.ts";
import { contradictedRequests } from "../checks/contradicted-requests.ts";
import { misspeltSteps } from "../checks/misspelt-urls.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { missingPrefixes, missingSlashes } from "../checks/url-prefixes.ts";
import { urlSlips } from "../checks/url-slips.ts";

export const urlInconsistent = defineRule({
  name: "url-inconsistent",
  group: "operations",
  severity: "warning",
  fixable: true,
  summary:
    "a URL that differs from its siblings or its title as a slip does, or from that of the request in a sample",
  explanation: `The URLs of one resource begin alike. \`/widget/{widget_id}\` beside \`/widgets/{widget_id}\`, \`lamp_sets\` beside
\`lamp-sets\`, a word right behind a variable (\`/widgets/{widget_id}lamps\`), or a path without the version that the others begin
with is nearly always a slip, and readers who follow it get a 404. The fix writes what the siblings have. So is a word that is none
beside the title that has it (\`/colurs\` of \`List colours\`).
A sample that shows its request, as \`curl\` sends it or as it goes over the wire, has the path of its operation.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

Update widget
-------------

.. rest_method:: PUT /widgets/{widget_id}

Delete widget
-------------

.. rest_method:: DELETE /«widget»/{widget_id}
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

Update widget
-------------

.. rest_method:: PUT /widgets/{widget_id}

Delete widget
-------------

.. rest_method:: DELETE /widgets/{widget_id}
`,
  },
  *check({ apiRef }) {
    const operations = apiRef.documents.flatMap((document) => document.operations);
    const told = new Set<Operation>();
    for (const { operation, written, meant, span, siblings } of urlSlips(operations)) {
      told.add(operation);
      yield {
        message: `\`${written}\` is \`${meant}\` in the URLs of ${siblings} other operations. Write \`${meant}\`.`,
        span,
        edits: [{ span, text: meant }],
        ...inOperation(operation),
      };
    }
    for (const operation of operations)
      for (const { word, meant, span } of told.has(operation) ? [] : misspeltSteps(operation))
        yield {
          message: `\`${word}\` is not a word, and the title has \`${meant}\`. Write \`${meant}\` if the service does.`,
          span,
          ...inOperation(operation),
        };
    yield* missingSlashes(operations);
    yield* missingPrefixes(operations);
    for (const operation of operations)
      for (const { part, ...draft } of contradictedRequests(operation)) if (part === "url") yield draft;
  },
});
