import { groupOperations } from "../apiref/targets.ts";
import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";

export const pathParameterRenamed = defineRule({
  name: "path-parameter-renamed",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "one path under two spellings of its variables",
  explanation: `\`/widgets/{id}\` and \`/widgets/{widget_id}\` are one path: a server cannot tell them apart, and OpenAPI forbids to have both. The
specification uses the first spelling for all. Use one name, in the URLs and in their rows.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id

Delete widget
-------------

.. rest_method:: DELETE /widgets/{«id»}

.. rest_parameters:: parameters.yaml

   - id: widget_id
`,
    "parameters.yaml": `
widget_id:
  description: Which widget.
  in: path
  required: true
  type: string
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id

Delete widget
-------------

.. rest_method:: DELETE /widgets/{widget_id}

.. rest_parameters:: parameters.yaml

   - widget_id: widget_id
`,
    "parameters.yaml": `
widget_id:
  description: Which widget.
  in: path
  required: true
  type: string
`,
  },
  *check(subject) {
    for (const { groups } of groupOperations(subject.apiRef)) {
      const operations = groups.flatMap((group) => group.operations);
      const first = operations[0]!.target;
      for (const operation of operations)
        for (const [index, variable] of operation.target.variables.entries()) {
          const before = first.variables[index];
          if (before === undefined || before.name === variable.name) continue;
          yield {
            message: `\`{${variable.name}}\` stands where the same path has \`{${before.name}}\` elsewhere. Use one name for it in all of them.`,
            span: variable.span,
            related: [{ span: before.span, message: "the first spelling" }],
            ...inOperation(operation),
          };
        }
    }
  },
});
