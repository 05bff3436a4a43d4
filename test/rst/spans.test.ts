import { expect, test } from "vitest";
import { columnWidth } from "../../src/rst/lines.ts";
import { parseDocument } from "../../src/rst/parse.ts";
import type { Block, Directive, Section } from "../../src/rst/tree.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import type { Span } from "../../src/text/span.ts";
import { readMarks } from "../support/marks.ts";

/** Expects the span of what `pick` finds at the only mark. */
function expectAtMark(marked: string, pick: (blocks: readonly Block[]) => Span): void {
  const { text, places } = readMarks(marked);
  const { start, end } = pick(parseDocument(new SourceFile("/index.rst", text)).blocks);
  expect({ start, end, text: text.slice(start, end) }).toEqual({
    ...places[0]!,
    text: text.slice(places[0]!.start, places[0]!.end),
  });
}

const first = <Kind extends Block["kind"]>(kind: Kind, blocks: readonly Block[]) =>
  blocks.find((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)!;
const section = (blocks: readonly Block[]): Section => first("section", blocks);
const directive = (blocks: readonly Block[]): Directive => first("directive", blocks);

const cases: Readonly<Record<string, readonly [marked: string, pick: (blocks: readonly Block[]) => Span]>> = {
  "a section reaches to its last block": ["«One\n===\n\ntext\n\n- a»\n\nTwo\n===\n", (b) => section(b).span],
  "a title": ["«One»  \n===\n", (b) => section(b).title.span],
  "an indented title with an overline": ["=======\n  «One»\n=======\n", (b) => section(b).title.span],
  "an underline": ["One\n«===»\n\ntext\n", (b) => section(b).underline],
  "an overline": ["«===»\nOne\n===\n", (b) => section(b).overline!],
  "a paragraph": ["\n\n«one\ntwo»\n\n", (b) => b[0]!.span],
  "a list item": ["- one\n\n«- two\n\n  more»\n", (b) => first("bullet-list", b).items[1]!.span],
  "text in a quote behind tabs": ["x\n\n\t«one\n\ttwo»\n", (b) => first("block-quote", b).children[0]!.span],
  "a cell": [
    "+----+-----+\n| a  | «b»   |\n+----+-----+\n",
    (b) => first("table", b).rows[0]![1]!.children[0]!.span,
  ],
  "a cell beside wide characters": [
    "====  ====\n漢字  «b»\n====  ====\n",
    (b) => first("table", b).rows[0]![1]!.children[0]!.span,
  ],
  "the name of a directive": ["..  «note»:: text\n", (b) => directive(b).nameSpan],
  "a whole directive": ["«.. note:: text\n\n   more»\n\nx\n", (b) => directive(b).span],
  "an option": [".. image:: x\n   :alt: y\n   «:width: 3»\n", (b) => directive(b).options[1]!.span],
  "text in a directive": [
    ".. note::\n\n   one\n\n   «two\n   three»\n",
    (b) => directive(b).children[1]!.span,
  ],
  "text behind a version": [".. versionadded:: 2.11 «some text»\n", (b) => directive(b).children[0]!.span],
  "a target": ["«.. _name: http://a.example»\n", (b) => b[0]!.span],
};

for (const [name, [marked, pick]] of Object.entries(cases)) test(name, () => expectAtMark(marked, pick));

test("the lines of a directive keep their places", () => {
  const text = ".. rest_parameters:: parameters.yaml\n\n   - a: b\n     # comment\n\n\t- c: d\n";
  const { argument, content } = directive(parseDocument(new SourceFile("/index.rst", text)).blocks);
  expect([...argument, ...content].map((line) => [line.offset, line.text])).toEqual([
    [text.indexOf("parameters.yaml"), "parameters.yaml"],
    [text.indexOf("- a"), "- a: b"],
    [text.indexOf("  # comment"), "  # comment"],
    [text.indexOf("\n\t") + 0, ""],
    // Three columns of the tab are indentation of the block, five are left.
    [text.indexOf("\t"), "     - c: d"],
  ]);
});

test("width in columns", () => {
  expect(["plain", "漢字", "e\u0301", "１２"].map(columnWidth)).toEqual([5, 4, 1, 4]);
});
