import { describe, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

const head = `
Widgets
=======

List widgets
------------

.. rest_method:: GET /widgets

`;

function expectAtMarks(_: string, text: string): void {
  expectFindingsAtMarks("rst-markup-mistaken", { "index.rst": head + text });
}

describe("codes in prose", () => {
  test.each([
    [
      "all is well",
      "Normal response codes: 200\n\nError response codes: badRequest(400), 404 (no such widget).\n",
    ],
    [
      "a label without its colon",
      "«Normal response codes» 200, 203\n\n**«Error codes»** itemNotFound(404)\n",
    ],
    ["a slip in a label", "Normal response codes: 200\n«Error repsonse codes»: 400 404\n"],
    ["no codes of three digits", "Normal response codes:«2001»\nError codes: 400, «41», conflict(409)\n"],
    ["in the line below the label", "Error response codes: badRequest(400),\nitemNotFound(«4004»)\n"],
    [
      "sentences",
      "Normal response codes 200 and 203 tell what it did.\n\nError messages word: 400\n\nOther codes: 41\n",
    ],
    ["more than codes", "Error response codes: 400 after 30 seconds, 404\n"],
  ])("%s", expectAtMarks);
});

describe("directives that are none", () => {
  test.each([
    ["one colon", "«.. rest_parameters:» parameters.yaml\n\n   - limit: limit\n"],
    ["no colon", "«.. rest_parameters» parameters.yaml\n\n   - limit: limit\n"],
    ["three colons", "«.. rest_parameters:::» parameters.yaml\n\n   - limit: limit\n"],
    ["three colons behind a version", "«.. versionadded:::» 2.11\n"],
    ["colons of full width", "«.. rest_parameters：：» parameters.yaml\n\n   - limit: limit\n"],
    ["no blank behind the colons", "«.. rest_parameters::»parameters.yaml\n\n   - limit: limit\n"],
    ["a blank in the name", "«.. rest status_code::» success status.yaml\n\n   - 200\n"],
    ["misspelt, with one colon", "«.. rest_parameter:» parameters.yaml\n\n   - limit: limit\n"],
    ["a note with one colon", "«.. note:» Widgets are green.\n"],
    ["a warning with one colon and its text below", "«.. warning:»\n\n   Widgets bite.\n"],
    ["an include with one colon", "«.. include:» gadgets.inc\n"],
    ["a sample with one colon", "«.. literalinclude:» examples/widgets-list-curl\n"],
    ["no blank behind the dots", "«..rest_parameters::» parameters.yaml\n"],
    ["no blank behind the dots, with options", "«..literalinclude::» widgets.json\n   :language: json\n"],
    ["no dots", "«rest_parameters::» parameters.yaml\n"],
    ["right below a text", "These widgets:\n«.. rest_parameters::» parameters.yaml\n"],
    ["inside a list", "- «..note::» Widgets are green.\n"],
  ])("%s", expectAtMarks);

  test.each([
    ["a comment", ".. Widgets were called gadgets once.\n"],
    ["a comment that begins with a name", ".. rest_method is what the section below lacks\n"],
    ["a note to other authors", ".. NOTE: widgets will go\n"],
    ["a note of somebody", ".. note (somebody): widgets will go\n"],
    ["a sentence of a comment", ".. include the gadgets here\n"],
    ["what was made a comment on purpose", "..\n   rest_parameters: parameters.yaml\n"],
    ["a name with a colon in a text", "Include: widgets and gadgets.\n"],
    ["an ellipsis", "...note that there are more\n"],
    ["a literal block", "As a directive::\n\n   ..rest_parameters:: parameters.yaml\n"],
    ["a target", ".. _note: https://example.org/\n"],
  ])("not %s", expectAtMarks);
});

describe("underlines that are none", () => {
  test.each([
    ["one of two characters", "Colours\n«----+--»\n\nGreen.\n"],
    ["one below a text of two lines", "Colours\nand sizes\n«---------»\n\nGreen.\n"],
    ["one below a blank line", "Colours\n\n«-------»\n\nGreen.\n"],
  ])("%s", expectAtMarks);

  test.each([
    ["an ellipsis", "Green, blue,\n.......\n"],
    ["a transition of its own length", "Green is a colour.\n\n-----\n\nBlue, too.\n"],
    ["a transition below two lines", "Green is\na colour\n\n--------\n\nBlue, too.\n"],
    ["brackets", "Empty:\n{[()]}\n"],
  ])("not %s", expectAtMarks);
});

test("a part that two documents include is reported once", () => {
  expectFindingsAtMarks("rst-markup-mistaken", {
    "index.rst": `${head}.. include:: note.inc\n`,
    "other.rst": `${head}.. include:: note.inc\n`,
    "note.inc": "«.. note:» Widgets are green.\n",
  });
});

describe("literal blocks that are none", () => {
  test.each([
    ["a block right below its text", "A widget«::»\n   green\n"],
    ["a block right below its colons", "A widget:\n\n«::»\n   green\n"],
    ["colons above a text", "A widget:\n\n«::»\ngreen\n"],
  ])("%s", expectAtMarks);

  test("not a literal block", () => expectAtMarks("", "A widget::\n\n   green\n\n::\n\n   blue\n"));
});

test("a transition for the underline of a title", () => {
  expectAtMarks("", "«~~~~~~~~»\n\n.. rest_parameters:: parameters.yaml\n\n   - size: size\n");
});

describe("at the top of a file", () => {
  const below = (comment: string) => ({
    "index.rst": `Widgets\n=======\n\n.. include:: list.inc\n`,
    "list.inc": `.. -*- rst -*-\n\n${comment}\n\nList widgets\n------------\n\n.. rest_method:: GET /widgets\n`,
  });

  test("a comment that begins as a note may be one to other authors", () => {
    expectFindingsAtMarks("rst-markup-mistaken", below(".. note: a reader\n         (see reader.py)"));
  });

  test("the slip in a directive that is no word is one there, too", () => {
    expectFindingsAtMarks("rst-markup-mistaken", below("«.. rest_expand_all:»"));
  });
});
