import { describe, expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

const parameters = ["widget_id", "size", "colour"]
  .map((key) => `${key}:\n  description: It.\n  in: body\n  required: true\n  type: string\n`)
  .join("");

/** A page with one operation, then the text. */
function expectAtMarks(_: string, text: string): void {
  const list = "List widgets\n------------\n\n.. rest_method:: GET /widgets\n\nAll widgets.\n\n";
  expectFindingsAtMarks("operation-part-stray", {
    "index.rst": `=======\nWidgets\n=======\n\n${list}${text}`,
    "parameters.yaml": parameters,
    "widget.json": "{}\n",
  });
}

const rows = ".. rest_parameters:: parameters.yaml\n\n   - size: size\n";

describe("parts of operations that stand as something else", () => {
  test.each([
    [
      "rows without `rest_parameters`",
      `Request\n~~~~~~~\n\n${rows}\nResponse\n~~~~~~~~\n\n   «- id: widget_id»\n   - size: size\n`,
    ],
    [
      "a row at the margin",
      `Request\n~~~~~~~\n\n.. rest_parameters:: parameters.yaml\n\n   - size: size\n\n«- colour: colour»\n`,
    ],
    ["a title with a slip", `«Reqeust»\n~~~~~~~\n\n${rows}`],
    ["a title of two words with a slip", `«Reponse Example»\n~~~~~~~~~~~~~~~\n\n${rows}`],
    ["a title without its underline", `«Response»\n\n${rows}`],
    [
      "a title of an operation without its underline",
      `«Show widget»\n\n.. rest_method:: GET /widgets/{id}\n\nOne widget.\n`,
    ],
    [
      "a part of the response below one of the request",
      `Request\n~~~~~~~\n\n${rows}\n«Response»\n........\n\n${rows}`,
    ],
    ["a part beside its operation", `«Response»\n--------\n\n${rows}`],
    ["a part beside all operations", `==============\n«Response (2.4)»\n==============\n\n${rows}`],
    ["a section without its `rest_method`", `«Show widget»\n-----------\n\nResponse\n~~~~~~~~\n\n${rows}`],
  ])("%s", expectAtMarks);

  test.each([
    ["a list of other things", "- id: whatever\n- size: any\n"],
    ["a list of rows and a text", "- id: widget_id\n- and so on\n"],
    ["titles", `Request\n~~~~~~~\n\n${rows}\nResponse codes\n~~~~~~~~~~~~~~\n\nNone.\n`],
    ["titles that are other words", "Requirements\n~~~~~~~~~~~~\n\nNone.\n\nRespond\n~~~~~~~\n\nDo.\n"],
    ["a sentence with such a word", "Response follows.\n"],
    ["two methods below one title", "All of a kind:\n\n.. rest_method:: GET /kinds/{kind}/widgets\n"],
    ["a page that tells of headers", `Headers\n-------\n\nAll requests\n~~~~~~~~~~~~\n\n${rows}`],
  ])("not %s", expectAtMarks);
});

test("where all rows stand at the margin, the directive's finding stands there", () => {
  const text = `Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

.. rest_parameters:: parameters.yaml

«- size: size»
   - colour: colour

Codes
~~~~~

.. rest_status_code:: success status.yaml

«- 200»
`;
  const files = {
    "index.rst": text,
    "parameters.yaml": parameters,
    "status.yaml": "200:\n  default: Fine.\n",
  };
  expectFindingsAtMarks("parameter-row-invalid", files);
  expectFindingsAtMarks("operation-part-stray", { ...files, "index.rst": text.replace(/[«»]/g, "") });
});

test.each([
  ["Request\n-------\n\nResponse\n--------\n\nA lamp.\n", ["Request"]],
  ["Request\n-------\n\n.. a comment\n\nResponse\n--------\n", ["Request", "Response"]],
  ["Request\n-------\n\nNone.\n\nNotes\n-----\n", []],
  ["Response\n--------\n\nBody\n~~~~\n\nA lamp.\n", []],
])("a title of a part with nothing below it: %j", (parts, titles) => {
  const found = checkTree({
    "index.rst": `Lamps\n=====\n\n.. rest_method:: GET /lamps\n\n${parts}`,
  }).filter(({ message }) => message.startsWith("Nothing stands below"));
  expect(found.map(({ span: { file, start, end } }) => file.text.slice(start, end))).toEqual(titles);
});
