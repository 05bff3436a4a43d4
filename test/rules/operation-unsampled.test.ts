import { expect, test } from "vitest";
import { checkTree } from "../support/project.ts";

const definitions = `
colour:
  description: The colour.
  in: body
  required: true
  type: string
`;
const table = ".. rest_parameters:: parameters.yaml\n\n   - colour: colour\n";
const request = `Request\n-------\n\n${table}\n`;
const response = `Response\n--------\n\n${table}\n`;
const sample = (side: string) => `${side} Example\n----------------\n\n.. literalinclude:: widget.json\n\n`;

test.each([
  [
    "both sides",
    "PUT",
    request + response,
    "the request's and the response's body, but shows no sample of them",
  ],
  [
    "one side",
    "PUT",
    request + sample("Request") + response,
    "the response's body, but shows no sample of it",
  ],
  ["neither", "PUT", request + sample("Request") + response + sample("Response"), undefined],
  [
    "the title of the section says the side, whatever the text above the sample",
    "GET",
    `${response}Response Example\n----------------\n\nExample of a request for details:\n\n.. literalinclude:: widget.json\n`,
    undefined,
  ],
  [
    "a curl command in a code block sends the body",
    "PUT",
    `${request}Request Example\n---------------\n\n.. code-block:: bash\n\n   curl -d '{"colour": "red"}' http://x/\n`,
    undefined,
  ],
  [
    "a curl command sends the body even where it is shown below the response",
    "PUT",
    `${request}${response}${sample("Response")}**Example of the call**\n\n.. literalinclude:: call.json\n   :language: javascript\n`,
    undefined,
  ],
  ["a GET has no request body", "GET", request, undefined],
])("%s", (_, method, sections, said) => {
  const found = checkTree({
    "index.rst": `Widgets\n=======\n\n.. rest_method:: ${method} /widgets/1\n\n${sections}`,
    "parameters.yaml": definitions,
    "widget.json": '{"colour": "green"}',
    "call.json": `curl -X PUT http://x/widgets/1 \\\n  -d '{"colour": "red"}'`,
  }).filter(({ rule }) => rule === "operation-unsampled");
  expect(found.map(({ message }) => message)).toEqual(
    said === undefined ? [] : [expect.stringContaining(said)],
  );
});

/** What is said of samples in a tree where one operation shows the sample of its request. */
function toldOfFiles(...names: readonly string[]): string[] {
  const shown =
    request + sample("Request").replace("widget.json", "samples/widget-create-request.json") + response;
  return checkTree({
    "index.rst": `Create widget\n=============\n\n.. rest_method:: POST /widgets\n\n${shown}`,
    "parameters.yaml": definitions,
    ...Object.fromEntries(
      ["widget-create-request.json", ...names].map((name) => [`samples/${name}`, '{"colour": "green"}']),
    ),
  })
    .filter(({ rule }) => rule === "operation-unsampled" || rule === "sample-unused")
    .map(({ message }) => message);
}

test("the unused file of the side that has no sample is told once, at the operation", () => {
  expect(toldOfFiles("widget-create-response.json")).toEqual([
    "`Create widget` documents the response's body, but shows no sample of it, and no document includes `widget-create-response.json`. Include that here.",
  ]);
});

test("an unused file of another operation is told itself", () => {
  expect(toldOfFiles("widget-show-response.json").sort()).toEqual([
    "No document includes `widget-show-response.json`. Include it, or delete it.",
    "`Create widget` documents the response's body, but shows no sample of it. Add one with `literalinclude`.",
  ]);
});

test("the unused file with the operation's verb in the name of another sample of the page is named, where its names fit the table", () => {
  const rows = ".. rest_parameters:: parameters.yaml\n\n   - colour: colour\n   - size: size\n";
  const page = `Lamps\n=====\n\nList bulbs\n----------\n\n.. rest_method:: GET /bulbs\n\nResponse\n~~~~~~~~\n\n.. literalinclude:: lamp-bulbs-list-response.json\n\nCreate bulb\n-----------\n\n.. rest_method:: POST /bulbs\n\nResponse\n~~~~~~~~\n\n${rows}`;
  const told = (name: string, text: string) =>
    checkTree({
      "index.rst": page,
      "parameters.yaml": definitions + definitions.replaceAll("colour", "size"),
      "lamp-bulbs-list-response.json": "{}",
      [name]: text,
    })
      .filter(({ rule }) => rule === "operation-unsampled" || rule === "sample-unused")
      .map(({ rule, message }) => `${rule}: ${message.split(". ").at(-1)}`);
  const fitting = '{"colour": "red", "size": "small"}';
  const apart = [
    "operation-unsampled: Add one with `literalinclude`.",
    "sample-unused: Include it, or delete it.",
  ];
  expect(told("lamp-bulb-create-response.json", fitting)).toEqual([
    "operation-unsampled: Include that here.",
  ]);
  expect(told("lamp-bulb-create-response.json", '{"watts": 3, "volts": 4}')).toEqual(apart);
  expect(told("lamp-bulb-delete-response.json", fitting)).toEqual(apart);
  expect(told("shade-create-response.json", fitting)).toEqual(apart);
  expect(told("lamp-bulb-create-request.json", fitting)).toEqual(apart);
});
