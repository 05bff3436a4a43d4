import fc from "fast-check";
import { expect, test } from "vitest";
import { parseInline } from "../../src/rst/inline.ts";
import { inlineToMarkdown, plainText, toMarkdown } from "../../src/rst/markdown.ts";
import { type ParsedDocument, parseDocument } from "../../src/rst/parse.ts";
import type { Block } from "../../src/rst/tree.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import type { Span } from "../../src/text/span.ts";

const context = { substitution: () => "*x* |y|", target: () => "https://a.example", label: () => "label" };

/** Lines that begin blocks, or look as if they did. */
const LINES = [
  "",
  "",
  "",
  "text",
  "Text::",
  "::",
  "- item",
  "-",
  "* star",
  "1. one",
  "#. next",
  "(a) letter",
  "iv) Roman",
  "term : class",
  ":field: body",
  "-a  option",
  "--long=X",
  "/path",
  "| line",
  "|",
  ">>> 1",
  "+---+---+",
  "| a | b |",
  "+===+===+",
  "====  ====",
  "a     b",
  "----  ----",
  "=====",
  "-----",
  "~~",
  "..",
  ".. comment",
  ".. _name: uri",
  ".. _broken",
  "__ uri",
  ".. [1] note",
  ".. |s| replace:: x",
  ".. |s|",
  ".. note:: text",
  ".. versionadded:: 1.0",
  ".. rest_method:: GET /",
  ".. rest_parameters:: p.yaml",
  ".. list-table::",
  ".. csv-table::",
  ".. unknown:: a",
  ":option: value",
  "> quote",
  "-- name",
  "Title",
  "=======",
  "\ttab",
  "漢字",
  "``x`` *y",
  "\u2028",
  "\0",
  "\ufeff",
]; // prettier-ignore

const INLINE = [
  "word",
  "*",
  "**",
  "`",
  "``",
  "|",
  "_",
  "__",
  "name_",
  "`x`_",
  "`t <u>`__",
  ":r:`x`",
  "`x`:r:",
  "``l``",
  "*e*",
  "|s|",
  "[1]_",
  "[#n]_",
  "_`t`",
  "\\",
  "\\ ",
  "(",
  ")",
  "<",
  ">",
  '"',
  "-",
  "/",
  ":",
  ".",
  "https://a.example/b",
  "é",
  " ",
  " ",
  " ",
  "\n",
]; // prettier-ignore

const documents = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 0, 2, 3, 5), fc.constantFrom(...LINES)), { maxLength: 25 })
  .map((lines) => lines.map(([indent, line]) => " ".repeat(indent) + line).join("\n"));
const anything = fc.oneof(documents, fc.string({ unit: "binary", maxLength: 200 }));
const phrases = fc.array(fc.constantFrom(...INLINE), { maxLength: 20 }).map((pieces) => pieces.join(""));

function parse(text: string): ParsedDocument {
  return parseDocument(new SourceFile("/index.rst", text));
}

test("no document is too odd to be read and written", () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(typeof toMarkdown(parse(text).blocks, context)).toBe("string");
    }),
    { numRuns: 1500 },
  );
});

test("no text is too odd to be read and written", () => {
  fc.assert(
    fc.property(fc.oneof(phrases, fc.string({ unit: "binary" })), (text) => {
      inlineToMarkdown(text, context);
      plainText(text);
    }),
    { numRuns: 500 },
  );
});

test("no letter of a text is lost", () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
  const shown = (text: string): string =>
    JSON.stringify(parseInline(text), (key, value) => (key === "kind" || key === "uri" ? undefined : value));
  fc.assert(
    fc.property(phrases, (text) => {
      const found = new Set(letters(shown(text)));
      for (const letter of letters(text.replace(/<u>|https:\S+/g, ""))) expect(found).toContain(letter);
    }),
    { numRuns: 500 },
  );
});

test("every line with text is in a block or a problem, and spans lie in the text", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { blocks, problems } = parse(text);
      const file = blocks[0]?.span.file ?? new SourceFile("", text);
      const covered = new Uint8Array(text.length + 1);
      const cover = ({ start, end }: Span) => {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
        covered.fill(1, start, end);
      };
      for (const block of blocks) coverLeaves(block, cover);
      for (const { span } of problems) cover(span);
      for (const line of text.matchAll(/[^\r\n\x85\u2028\u2029]+/g)) {
        const start = line.index + line[0].length - line[0].trimStart().length;
        if (line[0].trim() === "") continue;
        expect(covered[start], `line ${file.positionAt(start).line}: ${line[0]}`).toBe(1);
      }
    }),
    { numRuns: 1500 },
  );
});

/** The spans of blocks that hold no others but in parts that cover them. */
function coverLeaves(block: Block, cover: (span: Span) => void): void {
  if (block.kind !== "section") {
    cover(block.span);
    return;
  }
  cover(block.title.span);
  cover(block.underline);
  if (block.overline !== undefined) cover(block.overline);
  for (const child of block.children) coverLeaves(child, cover);
}

test("a document that is cut off is read as far as it goes", () => {
  const whole = `Widgets
=======

.. rest_method:: GET /widgets

List *all* widgets::

   - \`\`code\`\`

+---+---+
| a | b |
+---+---+

.. rest_parameters:: parameters.yaml

   - limit: limit
   - marker: marker
`;
  for (let length = 0; length <= whole.length; length++)
    expect(typeof toMarkdown(parse(whole.slice(0, length)).blocks, context)).toBe("string");
});

test("what nests or repeats without end is read all the same", () => {
  const repeated = [
    ..."-|*`_~=+<[\\ \t",
    "- ",
    "> ",
    "``a ",
    " *a",
    ".. ",
    ".. a::\n   ",
    "::\n\n ",
    "a\n b\n",
    "|a| ",
    "+-+\n",
    "x\n=\n",
  ];
  for (const piece of repeated)
    for (const text of [piece.repeat(3000), `x *e* ${piece.repeat(3000)}`]) {
      toMarkdown(parse(text).blocks, context);
      inlineToMarkdown(text, context);
    }
});
