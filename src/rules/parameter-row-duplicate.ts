import type { ParameterRow } from "../apiref/model.ts";
import { defineRule, ofOperations } from "./subject.ts";

export const parameterRowDuplicate = defineRule({
  name: "parameter-row-duplicate",
  group: "definitions",
  severity: "warning",
  fixable: false,
  summary: "the same row twice in one table",
  explanation: `A row that stands twice in a table shows the parameter twice. Often the second was meant to be another one: correct its
name or key, or remove it. A name may return under another key where bodies nest.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
   - «limit: limit»
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
  check: ofOperations(function* (operation) {
    const first = new Map<string, ParameterRow>();
    for (const row of operation.rows) {
      const identity = JSON.stringify([row.table, row.name, row.key]);
      const before = first.get(identity);
      if (before === undefined) first.set(identity, row);
      else
        yield {
          message: `The row \`${row.name}: ${row.key}\` stands twice in this table. Remove one, or correct its name or key.`,
          span: row.span,
          related: [{ span: before.span, message: "first here" }],
        };
    }
  }),
});
