import { describe, expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const SAMPLE = '\n**Example**\n\n.. code-block:: json\n\n   {"watts": 5}\n';

function told(text: string, request = "   - watts: watts\n", response = "", version = "") {
  return checkTree({
    "index.rst": `
Lamps
=====

Dim lamp
--------

.. rest_method:: POST /lamps

${text}

Request
~~~~~~~

${request === "" ? "" : `.. rest_parameters:: parameters.yaml\n\n${request}`}

Response
~~~~~~~~
${response}
`,
    "parameters.yaml": `watts:\n  description: Its watts.\n  in: body\n  required: true\n  type: integer\n${version}`,
  })
    .filter(({ rule }) => rule === "body-contradicted")
    .map(({ message }) => message);
}

const ROWS = (side: string) =>
  `The text says that the ${side} has no body, but a table has rows of it. Take the sentence out, or the rows.`;
const SAMPLES =
  "The text says that the response has no body, but a sample shows one. Take the sentence out, or the sample.";

test.each([
  "The body of the request is empty.",
  "Dims a lamp. There is no request body.",
  "This call does not have\na request body.",
  "The request has no body.",
])("%s", (text) => {
  expect(told(text)).toEqual([ROWS("request")]);
});

test.each([
  "There is no body content for the response of a successful POST request.",
  "No body is returned on success.",
  "The response to this call does not have a body.",
  "If successful, this method does not return a response body.",
])("%s", (text) => {
  expect(told(text, "", SAMPLE)).toEqual([SAMPLES]);
  expect(told(text)).toEqual([]);
});

test.each([
  ["a body that need not be there", "This call does not require a request body."],
  ["a condition", "If the lamp is off, the request has no body."],
  ["versions", "Starting with microversion 2.4, the request has no body."],
  ["a part of the body", "There is no request body of that size."],
  ["content of something else", "The lamp has no content."],
])("nothing of %s", (_, text) => {
  expect(told(text, undefined, SAMPLE)).toEqual([]);
});

test("nothing where the rows are those of some versions", () => {
  expect(told("The request has no body.", undefined, "", "  max_version: 2.3\n")).toEqual([]);
});

test("one finding a side, however often it is said", () => {
  expect(told("The request has no body. The body of the request is empty.")).toEqual([ROWS("request")]);
});

describe("the action that the text says to send", () => {
  const action = (text: string, samples: readonly string[], row = "level") =>
    checkTree({
      "index.rst": `Lamps\n=====\n\nDim lamp\n--------\n\n.. rest_method:: POST /lamps/1/action\n\n${text}\n\nRequest\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - ${row}: level\n\n${samples.map((sample) => `.. code-block:: json\n\n   ${sample}\n\n`).join("")}`,
      "parameters.yaml":
        "level:\n  description: How bright.\n  in: body\n  required: false\n  type: integer\n",
    })
      .filter(({ rule }) => rule === "body-contradicted")
      .map(({ message, span }) => `${span.file.text.slice(span.start, span.end)}: ${message}`);
  const TEXT = "Dims a lamp.\nSpecify the ``dim-lamp`` action in the request body.";

  test("is another than all samples send", () => {
    expect(action(TEXT, ['{"dim": {"level": 1}}', '{"dim": null}'])).toEqual([
      "dim-lamp: The text says to send the action `dim-lamp`, but the sample sends `dim`. Correct the one that is wrong.",
    ]);
  });

  test.each([
    ["one sample sends it", TEXT, ['{"dim": null}', '{"dim-lamp": null}'], "level"],
    ["a row has it", TEXT, ['{"dim": null}'], "dim-lamp"],
    ["there is no sample", TEXT, [], "level"],
    ["a sample has more keys than one", TEXT, ['{"dim": null}', '{"dim": 1, "level": 2}'], "level"],
    ["a sample is no object", TEXT, ["[1]"], "level"],
    ["the text only tells of another", "To undo it, use the ``light`` action.", ['{"dim": null}'], "level"],
  ])("is no matter where %s", (_, text, samples, row) => {
    expect(action(text, samples, row)).toEqual([]);
  });
});
