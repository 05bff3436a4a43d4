import { expect, test } from "vitest";
import { readApiRef } from "../../src/apiref/read.ts";
import { sideIn, sideOfFileName } from "../../src/apiref/sides.ts";
import { ROOT, treeOf } from "../support/project.ts";

test.each([
  ["Request", "request"],
  ["Response body", "response"],
  ["Query parameters", "request"],
  ["Path variables", "request"],
  ["Reponse Example", "response"],
  ["Example response: create a request", "response"],
  ["Request example: ask for a response", "request"],
  ["A sample response to the request", "response"],
  ["Requests and responses", undefined],
  ["Notes", undefined],
])("the title `%s`", (title, side) => {
  expect(sideIn(title)).toBe(side);
});

test.each([
  ["widget-create-req.json", "request"],
  ["widget_requests-create-resp.json", "response"],
  ["response-request.json", "request"],
  ["requests-list.json", "request"],
  ["widgets.json", undefined],
])("the file name `%s`", (name, side) => {
  expect(sideOfFileName(name)).toBe(side);
});

/** `request colour`, `response big.json «A big one»`: what was read of an operation, in reading order. */
function read(below: string, method = "POST"): { found: string[]; prose: string } {
  const { files } = treeOf({
    "index.rst": `Widgets\n=======\n\n.. rest_method:: ${method} /widgets\n\n${below}`,
    "parameters.yaml": "colour:\n  in: body\n  type: string\n",
    "big.json": "{}",
    "big-resp.json": "{}",
  });
  const operation = readApiRef(files, ROOT).documents[0]!.operations[0]!;
  const rows = operation.rows.map(({ side, name, span }) => ({ at: span.start, text: `${side} ${name}` }));
  const samples = operation.samples.map(({ side, path, title, block }) => ({
    at: block.span.start,
    text: `${side} ${path ?? "block"}${title === "" ? "" : ` «${title}»`}`,
  }));
  const prose = [...operation.description, ...operation.notes.flatMap(({ blocks }) => blocks)];
  return {
    found: [...rows, ...samples].sort((a, b) => a.at - b.at).map(({ text }) => text),
    prose: prose.map(({ span }) => span.file.text.slice(span.start, span.end)).join("|"),
  };
}

const table = ".. rest_parameters:: parameters.yaml\n\n   - colour: colour\n";
const indented = table.replace(/^(?=.)/gm, "  ");
const sides = ["request colour", "response colour"];

test.each<[string, string, string[], string?]>([
  ["bold", `**Request parameters**\n\n${table}\n**Response parameters**\n\n${table}`, sides],
  ["a colon", `Request Parameters:\n\n${table}\nResponse Parameters:\n\n${table}`, sides],
  ["nothing but the word", `Request\n\n${table}\nResponse\n\n${table}`, sides],
  ["a rubric", `.. rubric:: Request\n\n${table}\n.. rubric:: Response body\n\n${table}`, sides],
  ["a term", `Request\n${indented}\n**Response**\n${indented}`, sides],
  ["a field", `:Request:\n${indented}\n:Response:\n${indented}`, sides],
  [
    "a label in a section for the other side",
    `Request Example\n---------------\n\n.. literalinclude:: big.json\n\n**Response parameters**\n\n${table}`,
    ["request big.json «Request Example»", "response colour"],
  ],
  [
    "what follows a response stays in it",
    `Response\n--------\n\n${table}\nDetails\n-------\n\n${table}\n.. literalinclude:: big.json\n`,
    ["response colour", "response colour", "response big.json «Details»"],
  ],
  [
    "text between a label and its table",
    `**Response**\n\nThe widget as it is.\n\n${table}`,
    ["response colour"],
    "**Response**|The widget as it is.",
  ],
  [
    "a sample below a label for the other side",
    `**Request**\n\n${table}\n.. literalinclude:: big-resp.json\n`,
    ["request colour", "response big-resp.json"],
  ],
  [
    "titles of samples as terms",
    "Response\n--------\n\nA big one\n  .. literalinclude:: big.json\n\n**Another**\n  .. literalinclude:: big.json\n",
    ["response big.json «A big one»", "response big.json «Another»"],
  ],
  [
    "a title with both words",
    "Request\n-------\n\n**Example response: create a request**\n\n.. literalinclude:: big-resp.json\n",
    ["response big-resp.json «Example response: create a request»"],
  ],
  [
    "a command is the request",
    `Response\n--------\n\n${table}\nExample\n-------\n\n.. code-block:: shell\n\n   curl -d '{}' http://widgets.example.org/\n`,
    ["response colour", "request block «Example»"],
  ],
  [
    "a sentence is no label",
    `The response is small.\n\n${table}`,
    ["request colour"],
    "The response is small.",
  ],
])("the side of a table or sample from %s", (_, below, found, prose = "") => {
  expect(read(below)).toEqual({ found, prose });
});
