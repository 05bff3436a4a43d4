import type { ParameterRow } from "../apiref/model.ts";
import { fileName, inOperation } from "../checks/naming.ts";
import { shownRows } from "../checks/shown-rows.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";
import { type Suggest, suggestions } from "../text/similar.ts";

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
  *check(subject) {
    const suggest = suggestions();
    for (const { row, operation } of shownRows(subject.apiRef)) {
      if (row.definition === undefined)
        for (const draft of unknown(row, suggest)) yield { ...draft, ...inOperation(operation) };
    }
  },
});

function unknown({ file, key, keySpan }: ParameterRow, suggest: Suggest): Draft[] {
  // An empty or unreadable file is one finding of its own, not one for each row.
  if (file === undefined || file.definitions.size === 0) return [];
  return [
    {
      message: `No definition for \`${key}\` in ${fileName(file.file)}.${suggest(key, file.definitions.keys())}`,
      span: keySpan,
      related: [{ span: { file: file.file, start: 0, end: 0 }, message: "looked up here" }],
    },
  ];
}
