import { expect, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";
import { checkTree } from "../support/project.ts";

const head = `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

`;

function expectAtMarks(_: string, text: string): void {
  expectFindingsAtMarks("rst-malformed", { "index.rst": head + text });
}

test.each([
  ["a list that goes on in the first column", "- Green\n«or blue.»\n", "Leave a blank line above this one"],
  ["an indentation", "Widgets\nare\n   «green.»\n", "or indent it as far as the line above"],
  ["a table", "«=====  =====\nGreen  blue\n===»\n", "Line the borders and columns"],
])("says how to mend %s", (_, text, mend) => {
  expectFindingsAtMarks("rst-malformed", { "index.rst": head + text });
  const [found] = checkTree({ "index.rst": head + text.replace(/[«»]/g, "") }).filter(
    ({ rule }) => rule === "rst-malformed",
  );
  expect(found!.message).toContain(mend);
});

test.each([
  ["short", "+------+-------+\n| a    | b     |\n«+------+------+»\n| c    | d     |\n+------+-------+\n"],
  ["long, in a list", "- Sizes:\n\n  +------+-------+\n  «| a    | b      |»\n  +------+-------+\n"],
  ["at the top", "«+------+------+»\n| a    | b     |\n+------+-------+\n"],
])("a table is malformed where one of its lines is %s", expectAtMarks);

test("below an include no blank line is missing", () => {
  expectFindingsAtMarks("rst-malformed", {
    "index.rst": `${head}.. include:: note.inc\nWidgets are green.\n`,
    "note.inc": "Widgets are blue.\n",
  });
});

/** The findings on markup, as `rule file:line`. */
function found(files: Readonly<Record<string, string>>): string[] {
  return checkTree(files)
    .filter(({ rule }) => rule.startsWith("rst-"))
    .map(({ rule, span: { file, start } }) => `${rule} ${file.positionAt(start).line}`);
}

test("a list glued to a text is one mistake, whatever docutils says of the lines that go on", () => {
  const list = "- small, for\n  shelves\n- large, for\n  halls\n";
  expect(found({ "index.rst": `${head}Widgets come in sizes:\n${list}` })).toEqual(["rst-list-glued 11"]);
  // what goes on shows that it is one, also where no colon introduces it
  expect(found({ "index.rst": `${head}Widgets come in sizes\n${list}` })).toEqual(["rst-list-glued 11"]);
  expect(found({ "index.rst": `${head}Widgets come in\nsizes - small, for\n  shelves\n` })).toEqual([
    "rst-malformed 12",
  ]);
  const described = `${head}.. rest_parameters:: parameters.yaml\n\n   - limit: limit\n`;
  const text = `Widgets come in sizes:\n${list}`.replace(/^(?=.)/gm, "    ");
  const parameters = `limit:\n  description: |\n${text}  in: query\n  required: false\n  type: string\n`;
  expect(found({ "index.rst": described, "parameters.yaml": parameters })).toEqual(["rst-list-glued 4"]);
});

test("a quotation that an unexpected indentation begins ends without another finding", () => {
  expect(found({ "index.rst": `${head}Widgets\nare\n   green,\n   or blue\nand round.\n` })).toEqual([
    "rst-malformed 12",
  ]);
  // a nested list in a glued one is another mistake, told of once
  expect(found({ "index.rst": `${head}Sizes are:\n- small\n    - tiny\n- large\n` })).toEqual([
    "rst-list-glued 11",
    "rst-malformed 12",
  ]);
  expect(found({ "index.rst": `${head}Widgets are\n\n   green\nand round.\n` })).toEqual([
    "rst-malformed 13",
  ]);
});
