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
