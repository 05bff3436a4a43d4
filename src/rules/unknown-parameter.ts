import { didYouMean } from "../text/similar.ts";
import { defineRule } from "./subject.ts";

export const unknownParameter = defineRule({
  name: "unknown-parameter",
  group: "definitions",
  severity: "error",
  fixable: false,
  summary: "a lookup key without a definition; with the nearest one",
  explanation: `A row of \`rest_parameters\` reads \`- name: key\`, and the key is looked up in parameters.yaml. Where the
file has no such key the rendered page silently lacks the parameter. Correct the key, or write its definition.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: «limti»
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
  *check({ apiRef, specification }) {
    for (const document of apiRef.documents)
      for (const operation of document.operations)
        for (const row of operation.rows) {
          if (row.definition !== undefined || row.file === undefined) continue;
          const name = specification.operationNames.get(operation);
          yield {
            message: `No definition for \`${row.key}\` in ${basename(row.file.file.path)}.${didYouMean(row.key, row.file.definitions.keys())}`,
            span: row.keySpan,
            related: [{ span: { file: row.file.file, start: 0, end: 0 }, message: "looked up here" }],
            ...(name === undefined ? {} : { operation: name }),
          };
        }
  },
});

function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
