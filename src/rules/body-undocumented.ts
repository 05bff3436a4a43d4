import { inOperation } from "../checks/naming.ts";
import { defineRule } from "../checks/subject.ts";

export const bodyUndocumented = defineRule({
  name: "body-undocumented",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "an action that documents no body",
  explanation: `Several actions share the URL \`…/action\`, and the one key of the request's body says which is meant. An operation that
documents neither rows nor a sample of its body cannot be called by anyone who does not know the key already.`,
  bad: {
    "index.rst": `
Widgets
=======

«Polish widgets»
--------------

.. rest_method:: POST /widgets/action
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Polish widgets
--------------

.. rest_method:: POST /widgets/action

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - polish: polish
`,
    "parameters.yaml": `
polish:
  description: The action.
  in: body
  required: true
  type: "null"
`,
  },
  *check({ bodies }) {
    for (const operation of bodies.undocumentedActions)
      yield {
        message: `\`${operation.title}\` documents no body, and an action needs one. Add the row of its key to the request's parameters, and a sample.`,
        span: operation.titleSpan,
        ...inOperation(operation),
      };
  },
});
