import type { Definition } from "../apiref/parameters-file.ts";
import { type Misplaced, misplacedRuns } from "../apiref/parameters-order.ts";
import { defineRule } from "../checks/subject.ts";
import type { Draft } from "../findings/finding.ts";

export const parametersUnsorted = defineRule({
  name: "parameters-unsorted",
  group: "definitions",
  severity: "warning",
  fixable: true,
  summary: "a definition out of os-api-ref's order: header, path, query, body; then by name",
  explanation: `In a file of thousands of lines people find a definition by its place, and see that it is there already. os-api-ref asks for
all of \`header\` first, then \`path\`, \`query\` and \`body\`, each by key with capitals taken as small letters, and warns where
the order is broken. Definitions that stand behind each other and all belong elsewhere, such as a block that was
appended, are one finding. \`apiref fix\` moves definitions with the comments above them.`,
  bad: {
    "index.rst": `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

   - limit: limit
   - name: name
   - owner: owner
`,
    "parameters.yaml": `
name:
  description: The name of the widget.
  in: body
  required: true
  type: string
owner:
  description: Whose widget it is.
  in: body
  required: true
  type: string
«limit»:
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
   - name: name
   - owner: owner
`,
    "parameters.yaml": `
limit:
  description: How many widgets to give.
  in: query
  required: false
  type: integer
name:
  description: The name of the widget.
  in: body
  required: true
  type: string
owner:
  description: Whose widget it is.
  in: body
  required: true
  type: string
`,
  },
  *check({ apiRef }) {
    for (const parameters of apiRef.parametersFiles.values())
      for (const run of misplacedRuns(parameters)) {
        const cause = `${parameters.file.path} ${run[0]!.definition.key}`;
        for (const misplaced of run) yield { ...draftOf(misplaced), ...(run.length === 1 ? {} : { cause }) };
      }
  },
});

function draftOf({ definition, after, edits }: Misplaced): Draft {
  return {
    message: `${titled(definition)} is out of order; it belongs ${placeBehind(after)}.`,
    span: definition.keySpan,
    ...(edits === undefined ? {} : { edits }),
  };
}

function placeBehind(after: Definition | undefined): string {
  return after === undefined ? "at the top" : `behind ${titled(after)}`;
}

function titled(definition: Definition): string {
  return `\`${definition.key}\` (${definition.in})`;
}
