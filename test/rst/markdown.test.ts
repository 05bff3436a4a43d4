import { expect, test } from "vitest";
import { inlineToMarkdown, type MarkdownContext, plainText, toMarkdown } from "../../src/rst/markdown.ts";
import { parseDocument } from "../../src/rst/parse.ts";
import { LINE_BREAK, PARAGRAPH_BREAK, substitutionText } from "../../src/rst/substitution.ts";
import { SourceFile } from "../../src/text/source-file.ts";

const values: Readonly<Record<string, string>> = {
  name: "*widget*",
  loop: "|loop| |loop|",
  p: PARAGRAPH_BREAK,
  br: LINE_BREAK,
  both: "|p| A lamp.\\ |p| |p|\\ - It glows\\ |br| **at** night.\\ |p|",
};
const context: MarkdownContext = {
  substitution: (name) => values[name],
  target: (name) => (name === "the page" ? "https://a.example/b" : undefined),
  label: (name) => (name === "widgets" ? "About widgets" : undefined),
};
const markdown = (rst: string) =>
  toMarkdown(parseDocument(new SourceFile("/index.rst", rst)).blocks, context);

const inline: readonly (readonly [given: string, want: string])[] = [
  ["``a`` and ``b`c`` and ``\\``", "`a` and ``b`c`` and `\\`"],
  ['``{"a": `x`}`` ```b```', '``{"a": `x`}`` `` `b` ``'],
  ["*e* **s** `d`", "*e* **s** *d*"],
  ["`the page`_ and `nothing`_", "[the page](https://a.example/b) and nothing"],
  ["`a [b] <https://a.example/(c)>`__", "[a \\[b\\]](<https://a.example/(c)>)"],
  ["https://a.example/b", "<https://a.example/b>"],
  [":ref:`widgets`, :ref:`title <x>`, :doc:`/a/b`", "About widgets, title, /a/b"],
  [":pep:`8`, :rfc:`9110`, :pep:`the style <8>`", "PEP 8, RFC 9110, the style"],
  [":guilabel:`&OK`, :menuselection:`Salt && Pepper`", "**OK**, **Salt & Pepper**"],
  [":code:`a`, :file:`b`, m\\ :sup:`2`", "`a`, `b`, m<sup>2</sup>"],
  ["a |name| and |unknown|", "a *widget* and |unknown|"],
  ["see [1]_!", "see [1]!"],
  ["`there <#there>`_, `here <../other.html#here>`__, `up </up>`_", "there, here, up"],
  ["the :lamp-doc:`introduction <>`", "the introduction"],
  ["go! `the page`_", "go! [the page](https://a.example/b)"],
  ["go!\\ `the page`_", "go\\![the page](https://a.example/b)"],
  // Escapes, and no needless ones
  ["snake_case_name and a__b", "snake_case_name and a__b"],
  ["_lead, trail\\_, __init__", "\\_lead, trail\\_, \\_\\_init\\_\\_"],
  ["2 * 3, *.json, a\\*", "2 * 3, \\*.json, a\\*"],
  ["<id> a < b &amp; & \\\\n \\\\*", "\\<id> a < b \\&amp; & \\n \\\\\\*"],
  ["[a] [b](c) [^d]", "[a] \\[b](c) \\[^d]"],
  ["~/x and ~~y~~", "\\~/x and \\~\\~y\\~\\~"],
  // Lines that would be something else
  ["\\- a", "\\- a"],
  ["+ a", "\\+ a"],
  ["# a", "\\# a"],
  ["> a", "\\> a"],
  ["12. a", "12\\. a"],
  ["1.5 a", "1.5 a"],
  ["\\---", "\\---"],
  ["[a]: b", "\\[a]: b"],
];

for (const [given, want] of inline) test(given, () => expect(inlineToMarkdown(given, context)).toBe(want));

test("a substitution that stands for itself comes to an end", () => {
  expect(inlineToMarkdown("|loop|", context)).toContain("|loop|");
});

test("substitutions that stand for breaks make paragraphs and lines, but none in a cell", () => {
  expect(inlineToMarkdown("|both| *More*", context)).toBe(
    "A lamp.\n\n\\- It glows\\\n**at** night.\n\n*More*",
  );
  expect(markdown("====== =====\nOne    Two\n====== =====\n|both| x\n====== =====\n")).toContain(
    "| A lamp.<br>- It glows<br>**at** night.",
  );
  expect(plainText("a\\ |br|\\ b", context)).toBe("a b");
});

test.each([
  ["replace:: *Widgets* of\n   glass", "*Widgets* of glass"],
  ["unicode:: Lamps U+2122 0xA9 .. the firm", "Lamps™©"],
  ["unicode:: 8212", "—"],
  ["unicode:: 0xFFFFFFFF", "0xFFFFFFFF"],
  ["image:: lamp.png\n   :alt: a lamp", "a lamp"],
  ["image:: lamp.png", ""],
  ["raw:: html\n\n   </p>", PARAGRAPH_BREAK],
  ["raw:: html\n\n   <br />", LINE_BREAK],
  ["raw:: html\n\n   <script>", ""],
  ["raw:: latex\n\n   \\\\", ""],
  ["date::", undefined],
])("what `.. |x| %s` stands for", (rst, wanted) => {
  const [block] = parseDocument(new SourceFile("/index.rst", `.. |x| ${rst}\n`)).blocks;
  expect(block?.kind === "substitution-definition" && substitutionText(block.directive)).toBe(wanted);
});

test("text without markup", () => {
  expect(plainText("a ``b`` *c* `d <https://a.example>`__ :ref:`e <f>` |name| [1]_")).toBe(
    "a b c d e name [1]",
  );
  expect(plainText("|name| :ref:`widgets`", context)).toBe("widget About widgets");
});

const blocks: Readonly<Record<string, readonly [given: string, want: string]>> = {
  "paragraphs and sections": ["One\n===\n\na\nb\n\nTwo\n---\n\nc\n", "# One\n\na b\n\n## Two\n\nc"],
  "tight and loose lists": [
    "- a\n- b\n\n  - c\n\n1. d\n\n   e\n2. f\n",
    "- a\n- b\n  - c\n\n1. d\n\n   e\n\n2. f",
  ],
  "lists in a row": ["- a\n\n* b\n\n- c\n\n3. d\n\n1) e\n", "- a\n\n* b\n\n- c\n\n3. d\n\n1) e"],
  "definitions and fields": [
    "a_b\n  one\nc : int\n  - two\n\n:d: three\n",
    "- **a_b**: one\n- **c** (int):\n  - two\n\n* **d**: three",
  ],
  "an indented list is a list, an indented text a quotation": [
    "x\n\n  - a\n\nx\n\n  b\n\n  c\n",
    "x\n\n- a\n\nx\n\n> b\n>\n> c",
  ],
  "literal blocks": ["x::\n\n  a\n    ```\n", "x:\n\n````\na\n  ```\n````"],
  "line blocks": ["| a\n| # b\n|\n| c\n", "a\\\n\\# b\n\nc"],
  footnotes: [".. [1] a\n", "[1] a"],
  "nothing to show": [".. a\n.. _b:\n.. |c| replace:: d\n\ne\n", "e"],
  "a note": [".. note::\n\n   a\n\n   - b\n", "> **Note:** a\n>\n> - b"],
  "a warning that is a list": [".. warning::\n\n   - a\n", "> **Warning:**\n>\n> - a"],
  "an admonition with a title": [".. admonition:: My *title*\n\n   a\n", "> **My *title***\n>\n> a"],
  versions: [
    ".. versionadded:: 2.1\n.. versionchanged:: 2.2 a\n.. versionremoved:: 2.3\n.. deprecated:: 2.4\n   b\n",
    "**New in version 2.1.**\n\n**Changed in version 2.2:** a\n\n**Removed in version 2.3.**\n\n**Deprecated since version 2.4:** b",
  ],
  code: [".. code-block:: json\n   :caption: a\n\n   {}\n", "**a**\n\n```json\n{}\n```"],
  "what holds text is shown, what an api-ref needs is not": [
    ".. only:: html\n\n   a\n\n.. only:: latex\n\n   b\n\n.. rest_method:: GET /c\n\n.. rst-class:: d\n\n.. toctree::\n\n   e\n",
    "a",
  ],
  "an unknown directive": [".. notice:: a\n\n   *b*\n", "a\n\n```\n*b*\n```"],
  "a grid table": [
    "+---+---+---+\n| a | b     |\n+===+===+===+\n| c | d | - e |\n+   +---+---+\n|   | ``x|y`` |\n+---+---+---+\n",
    "```\n+---+---+---+\n| a | b     |\n+===+===+===+\n| c | d | - e |\n+   +---+---+\n|   | ``x|y`` |\n+---+---+---+\n```",
  ],
  "cells that span, and bars in cells": [
    "+---+-------+\n| a | b     |\n+===+===+===+\n| c | d | e |\n|   +---+---+\n|   | x|y   |\n+---+-------+\n",
    "| a | b |  |\n| --- | --- | --- |\n| c | d | e |\n|  | x\\|y |  |",
  ],
  "a table without a header, with lists": [
    "==  ===\na   - b\n    - c\n==  ===\n",
    "|  |  |\n| --- | --- |\n| a | • b<br>• c |",
  ],
  "a table of several rows without a header": [
    "+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n",
    "| a | b |\n| --- | --- |\n| c | d |",
  ],
  "a list-table": [
    ".. list-table:: T\n   :header-rows: 1\n\n   * - a\n     - b\n   * - c\n     - d\n\n       e\n",
    "**T**\n\n| a | b |\n| --- | --- |\n| c | d<br>e |",
  ],
  "a csv-table": [
    '.. csv-table::\n   :header: "a", b\n\n   "c, ""d""", *e*\n   f\n',
    '| a | b |\n| --- | --- |\n| c, "d" | *e* |\n| f |  |',
  ],
};

for (const [name, [given, want]] of Object.entries(blocks))
  test(name, () => expect(markdown(given)).toBe(want));

test("a title above nothing that is prose is left out, one above nothing at all stays", () => {
  expect(
    markdown("Lamps\n=====\n\nCodes\n-----\n\n.. rest_status_code:: success status.yaml\n\n   - 200\n"),
  ).toBe("");
  expect(markdown("Lamps\n=====\n\nLit.\n\nUnlit\n-----\n")).toBe("# Lamps\n\nLit.\n\n## Unlit");
});
