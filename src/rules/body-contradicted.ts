import type { Operation, Side } from "../apiref/model.ts";
import { deniedBody } from "../checks/denied-bodies.ts";
import { documentedBody } from "../checks/documented-body.ts";
import { sentencesOf } from "../checks/sentences.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { toldAction } from "../checks/told-actions.ts";

export const bodyContradicted = defineRule({
  name: "body-contradicted",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a text that says that there is no body, or another action in it, beside rows or a sample of it",
  explanation: `"The request has no body" was true when it was written, or of the operation that it was copied from; below it stands a table
of what the body holds, or a sample of it. Readers cannot tell which of the two is right. Take the sentence out, or the rows and the sample.
A sentence that says when the body is missing (\`if\`, \`unless\`, a microversion) contradicts nothing. So it is with "Specify the \`\`dim\`\` action in the request body" above samples that all send another action.`,
  bad: {
    "index.rst": `
Widgets
=======

Paint widget
------------

.. rest_method:: PUT /widgets/1/colour

The «body of the request is empty».

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: The colour that the widget gets.
  in: body
  required: true
  type: string
`,
  },
  good: {
    "index.rst": `
Widgets
=======

Paint widget
------------

.. rest_method:: PUT /widgets/1/colour

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - colour: colour
`,
    "parameters.yaml": `
colour:
  description: The colour that the widget gets.
  in: body
  required: true
  type: string
`,
  },
  check: ofOperations(function* (operation) {
    const told = new Set<Side>();
    for (const sentence of sentencesOf(operation)) {
      const action = toldAction(sentence, operation);
      if (action !== undefined)
        yield {
          message: `The text says to send the action \`${action.told}\`, but the sample sends \`${action.sent}\`. Correct the one that is wrong.`,
          span: action.place,
          related: [{ span: action.sample, message: "sent here" }],
        };
      const denied = deniedBody(sentence);
      if (denied === undefined || told.has(denied.side)) continue;
      const body = bodyOf(operation, denied.side);
      if (body === undefined) continue;
      told.add(denied.side);
      yield {
        message: `The text says that the ${denied.side} has no body, but ${body.said}. Take the sentence out, or ${body.them}.`,
        span: sentence.place(denied.start, denied.end),
        related: [{ span: body.span, message: "documented here" }],
      };
    }
  }),
});

/** What documents a body of all versions. */
function bodyOf(operation: Operation, side: Side) {
  return documentedBody(operation, {
    row: (row) => row.side === side && isOfAllVersions(row) && isOfAllVersions(row.definition),
    sample: (sample) => sample.side === side && isOfAllVersions(sample),
  });
}

function isOfAllVersions(versions: { minVersion?: unknown; maxVersion?: unknown } | undefined): boolean {
  return versions?.minVersion === undefined && versions?.maxVersion === undefined;
}
