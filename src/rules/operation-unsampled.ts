import { causeIn } from "../checks/cause.ts";
import { fileName, inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";
import { fittingSamples, sidesWithoutSample } from "../checks/without-samples.ts";

export const operationUnsampled = defineRule({
  name: "operation-unsampled",
  group: "operations",
  severity: "info",
  fixable: false,
  summary: "a documented body without a sample",
  explanation: `A sample shows at a glance what a table of rows cannot: how a body nests. It also lets this tool check the rows. Take one from
the service's tests, and show it with \`literalinclude\` below a title such as \`Response Example\`.

Where the operation shows the sample of one side, and nothing includes the file of the other side beside it (\`widget-create-response.json\` beside
\`widget-create-request.json\`), the finding names that file.`,
  bad: {
    "index.rst": `
Widgets
=======

«Show widget»
-----------

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: The widget's colour.
  in: body
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

.. rest_method:: GET /widgets/1

Response
~~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour

Response Example
~~~~~~~~~~~~~~~~

.. literalinclude:: widget.json
   :language: javascript
`,
    "parameters.yaml": `
colour:
  description: The widget's colour.
  in: body
  required: true
  type: string
`,
    "widget.json": `
{"colour": "green"}
`,
  },
  *check({ apiRef }) {
    const fitting = fittingSamples(apiRef);
    for (const { operations } of apiRef.documents)
      for (const operation of operations) {
        const sides = sidesWithoutSample(operation);
        if (sides.length === 0) continue;
        const file = fitting.get(operation);
        const bodies = `\`${operation.title}\` documents the ${sides.join("'s and the ")}'s body`;
        const many = sides.length > 1;
        yield file === undefined
          ? {
              message: `${bodies}, but shows no sample of ${many ? "them. Add them" : "it. Add one"} with \`literalinclude\`.`,
              span: operation.titleSpan,
              ...inOperation(operation),
              ...causeIn(operation.titleSpan.file, ...sides),
            }
          : {
              message: `${bodies}, but shows no sample of it, and no document includes \`${fileName(file)}\`. Include that here.`,
              span: operation.titleSpan,
              related: [{ span: { file, start: 0, end: 0 }, message: "the sample that nothing includes" }],
              ...inOperation(operation),
            };
      }
  },
});
