import { refusedPlaces } from "../checks/refused.ts";
import { strayParts } from "../checks/stray-parts.ts";
import { lookedUpKeys, rowsAtMargin, strayRows } from "../checks/stray-rows.ts";
import { defineRule } from "../checks/subject.ts";

export const operationPartStray = defineRule({
  name: "operation-part-stray",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a stray part of an operation: rows, sections or a method in a place where they belong to nothing",
  explanation: `An operation is a section with a \`rest_method\`, and what stands below its title. Rows that are not indented below their
directive, a section of responses beside its operation instead of below it, an operation without its \`rest_method\` are shown
as text or below something else, and the operation lacks them. The message says where the part belongs. A title of a request
or a response with nothing below it is told as information.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

«- limit: limit»
`,
    "others.rst": `
Others
======

Show a widget
-------------

.. rest_method:: GET /widgets/others

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  good: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
`,
  },
  *check({ apiRef }) {
    const isRefused = refusedPlaces(apiRef);
    const keys = lookedUpKeys(apiRef);
    for (const document of apiRef.documents) {
      if (document.operations.length === 0) continue;
      yield* strayParts(document);
      for (const { draft } of strayRows(document.blocks, keys)) yield draft;
      // Without a blank line above, docutils tells of the same line.
      for (const { directive, draft } of rowsAtMargin(document.blocks))
        if (directive.content.length > 0 && !isRefused(draft.span)) yield draft;
      for (const { section, directive } of document.operations)
        if (section === undefined)
          yield {
            message: "`rest_method` has no title above it, and os-api-ref fails on it. Put a title above it.",
            span: directive.nameSpan,
          };
    }
  },
});
