import { describe, test } from "vitest";
import { expectFindingsAtMarks } from "../support/expect-findings.ts";

function expectAtMarks(_: string, text: string): void {
  expectFindingsAtMarks("rst-markup-mistaken", {
    "index.rst": `Widgets\n=======\n\n.. _colours:\n\nColours\n-------\n\n${text}\n`,
  });
}

describe("inline markup with a slip", () => {
  test.each([
    ["a link without `_`", "See «`the list <https://example.org/list>`» for more."],
    ["a link without its first backquote", "See the list «<https://example.org/list>`_» for more."],
    ["a literal with one backquote in front", "Give «`colour``» or ``size``."],
    ["a literal with one backquote behind", "Give «``colour`» or ``size``, not both."],
    ["a literal without its end", "Give «``colour» to filter and ``size`` to sort."],
    ["a literal without its end in the line before", "Give «``colour» to filter\nand ``size`` to sort."],
    ["strong text without its end", "Give «**colour» to filter and **size** to sort."],
    ["a role without its first colon", "See «ref:`colours`» for more."],
    ["a role without its second colon", "See «:ref`colours`» for more."],
    ["a role with a blank", "See «:ref: `colours`» for more."],
    ["strong text with a blank in front", "«** Example of a widget**»"],
    ["a literal in straight quotes", "Give «''colour''» or «''the size''», not both."],
    ["a slip in the second line", "Widgets are ``green``, see\n«`the list <https://example.org/list>`».\n"],
    ["a slip in a list", "- Green\n- «ref:`colours`»\n"],
  ])("%s", expectAtMarks);

  test.each([
    ["links", "See `the list <https://example.org/list>`_, `more <https://example.org/more>`__."],
    ["roles", "See :ref:`colours`, :ref:`more <colours>` and :doc:`index`."],
    ["interpreted text", "The list `<of colours>` and `sizes`."],
    ["markup that is shown", "Write ``:ref: `colours``` or ``ref:`colours```."],
    ["a backquote in a literal", "The shell takes ``echo `date``` and ``x``."],
    ["words before interpreted text", "In this doc: `colours`, and a file:`sizes`."],
    ["empty texts in quotes", "Give '' or 'colour', never ''."],
    ["quotes in a literal", "Give ``''colour''``."],
    ["two stars of a sum", "Two to the power of three is 2 ** 3, and 3 ** 2 is nine."],
  ])("not %s", expectAtMarks);
});

test("in a description", () => {
  expectFindingsAtMarks("rst-markup-mistaken", {
    "index.rst":
      "Widgets\n=======\n\nList\n----\n\n.. rest_method:: GET /widgets\n\n.. rest_parameters:: parameters.yaml\n\n   - size: size\n",
    "parameters.yaml":
      "size:\n  description: |\n    How big; see\n    «`sizes <https://example.org/sizes>`».\n  in: query\n  required: false\n  type: string\n",
  });
});
