import type { Operation, Side } from "../apiref/model.ts";
import { deniedBody } from "../checks/denied-bodies.ts";
import { sentencesOf } from "../checks/sentences.ts";
import { defineRule, ofOperations } from "../checks/subject.ts";
import { isJsonObject, type Json } from "../data/json-value.ts";
import { readSample } from "../samples/read.ts";
import type { Span } from "../text/span.ts";

export const bodyContradicted = defineRule({
  name: "body-contradicted",
  group: "operations",
  severity: "warning",
  fixable: false,
  summary: "a text that says that there is no body, beside rows or a sample of it",
  explanation: `"The request has no body" was true when it was written, or of the operation that it was copied from; below it stands a table
of what the body holds, or a sample of it. Readers cannot tell which of the two is right. Take the sentence out, or the rows and the sample.
A sentence that says when the body is missing (\`if\`, \`unless\`, a microversion) contradicts nothing.`,
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
      const denied = deniedBody(sentence);
      if (denied === undefined || told.has(denied.side)) continue;
      const body = documentedBody(operation, denied.side);
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

/** The first row of a body that is one of all versions, or else a sample with something in it. */
function documentedBody({ rows, samples }: Operation, side: Side) {
  const row = rows.find(
    ({ side: own, definition, minVersion, maxVersion }) =>
      own === side &&
      definition?.in === "body" &&
      [minVersion, maxVersion, definition.minVersion, definition.maxVersion].every(
        (version) => version === undefined,
      ),
  );
  if (row !== undefined) return { said: "a table has rows of it", them: "the rows", span: row.span };
  const sample = samples.find((one) => {
    if (one.side !== side || one.minVersion !== undefined || one.maxVersion !== undefined) return false;
    const content = readSample(one);
    return content.kind === "json" && hasContent(content.value);
  });
  if (sample === undefined) return undefined;
  const span: Span = sample.pathSpan ?? sample.block.span;
  return { said: "a sample shows one", them: "the sample", span };
}

function hasContent(value: Json): boolean {
  return Array.isArray(value) ? value.length > 0 : isJsonObject(value) && Object.keys(value).length > 0;
}
