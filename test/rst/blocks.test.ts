import { expect, test } from "vitest";
import { parseDocument } from "../../src/rst/parse.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { problemTexts, treeText } from "./outline.ts";

interface Case {
  readonly given: string;
  readonly want: string;
  readonly problems?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  "titles nest in the order of their styles": {
    given: "====\nBook\n====\n\nPart\n====\n\nChapter\n-------\n\ntext\n\nOther part\n==========\n",
    want: `
section 1 Book
  section 2 Part
    section 3 Chapter
      text
  section 2 Other part
`,
  },
  "a title two levels too deep opens a section one level deeper": {
    given: "Part\n====\n\nChapter\n-------\n\nPage\n~~~~\n\nPart\n====\n\nPage\n~~~~\n\nChapter\n-------\n",
    want: `
section 1 Part
  section 2 Chapter
    section 3 Page
section 1 Part
  section 2 Page
  section 2 Chapter
`,
    problems: ["13:1 Title level inconsistent."],
  },
  "an underline may be too short, but not below four characters": {
    given: "Long title\n=====\n\nLong title\n===\n",
    want: "\nsection 1 Long title\n  Long title/===\n",
  },
  "an overline that does not fit its underline": {
    given: "=====\nWidgets\n=======\n\ntext\n",
    want: "\nsection 1 Widgets\n  text\n",
    problems: ["1:1 Title overline & underline mismatch."],
  },
  "an overline without an underline": {
    given: "=======\nWidgets\n\ntext\n",
    want: "\nproblem [=======]\nWidgets\ntext\n",
    problems: ["1:1 Missing matching underline for section title overline."],
  },
  "no title in a list item": {
    given: "- Widgets\n  =======\n\n  text\n",
    want: "\nbullets\n  -\n    Widgets\n    text\n",
    problems: ["1:3 Unexpected section title."],
  },
  "a numbered title is no list": { given: "1. Widgets\n==========\n", want: "\nsection 1 1. Widgets\n" },
  transition: { given: "one\n\n----\n\ntwo\n", want: "\none\ntransition\ntwo\n" },
  "paragraphs end at blank lines": { given: "one\ntwo\n\nthree\n", want: "\none/two\nthree\n" },
  "an indented line in a paragraph": {
    given: "one\ntwo\n  three\nfour\n",
    want: "\none/two\nquote\n  three\nfour\n",
    problems: [
      "3:3 Unexpected indentation.",
      "4:1 Block quote ends without a blank line; unexpected unindent.",
    ],
  },
  "lists nest by indentation": {
    given: "- one\n\n  more\n\n  * inner\n- two\n",
    want: "\nbullets\n  -\n    one\n    more\n    bullets\n      -\n        inner\n  -\n    two\n",
  },
  "other bullets make another list": {
    given: "- one\n\n* two\n",
    want: "\nbullets\n  -\n    one\nbullets\n  -\n    two\n",
  },
  "a bullet alone": { given: "-\n\n-\n  text\n", want: "\nbullets\n  -\n  -\n    text\n" },
  "a list that ends without a blank line": {
    given: "- one\ntext\n",
    want: "\nbullets\n  -\n    one\ntext\n",
    problems: ["2:1 Bullet list ends without a blank line; unexpected unindent."],
  },
  "numbers, letters and Roman numerals count on": {
    given: "3. c\n4. d\n#. e\n\n(a) A\n(b) B\n\niv) four\nv) five\n",
    want: `
numbers from 3
  #
    c
  #
    d
  #
    e
numbers from 1
  #
    A
  #
    B
numbers from 4
  #
    four
  #
    five
`,
  },
  "a sentence that begins with a number is text": {
    given: "2019. It was\na long year.\n",
    want: "\n2019. It was/a long year.\n",
  },
  definitions: {
    given: "term\n  text\nother : class\n  more\n\n  and more\n",
    want: "\ndefinitions\n  term\n    text\n  other : class\n    more\n    and more\n",
  },
  fields: {
    given: ":name: text\n:empty:\n:other name:\n  more\n",
    want: "\nfields\n  :name:\n    text\n  :empty:\n  :other name:\n    more\n",
  },
  "interpreted text is no field": { given: ":ref:`x` text\n", want: "\n:ref:`x` text\n" },
  "options are definitions": {
    given: "-a FILE, --all  the text\n--verbose\n    more text\n",
    want: "\ndefinitions\n  -a FILE, --all\n    the text\n  --verbose\n    more text\n",
  },
  "a path that stands alone is no option": { given: "/widgets\n\ntext\n", want: "\n/widgets\ntext\n" },
  "literal blocks": {
    given: "Text::\n\n    one\n\n  two\n\nText ::\n\n> quoted\n> lines\n\n::\n\n  code\n",
    want: "\nText:\nliteral [  one//two]\nText\nliteral [> quoted/> lines]\nliteral [code]\n",
  },
  "a literal block that is missing": {
    given: "Text::\n\nmore\n",
    want: "\nText:\nmore\n",
    problems: ["1:1 Literal block expected; none found."],
  },
  "doctest blocks": { given: ">>> 1 + 1\n2\n\ntext\n", want: "\nliteral [>>> 1 + 1/2]\ntext\n" },
  "line blocks": {
    given: "| one\n| two\n  and more\n|\n| three\n",
    want: "\nlines [one|two/and more||three]\n",
  },
  "block quotes": {
    given: "text\n\n   quote\n\n     deeper\n",
    want: "\ntext\nquote\n  quote\n  quote\n    deeper\n",
  },
  comments: {
    given: ".. one\n   two\n\n..\n\n   quote\n\n..\n   three\n",
    want: "\ncomment [one/two]\ncomment []\nquote\n  quote\ncomment [three]\n",
  },
  targets: {
    given:
      ".. _one:\n.. _Two Words: http://a.example/b\n   c\n.. _`with: colon`: x\n.. _a\\:b: y\n.. _other: one_\n.. __: z\n\n__ zz\n",
    want: `
target one
target Two Words http://a.example/bc
target with: colon x
target a:b y
target other one
target  z
target  zz
`,
  },
  "a target without its colon": {
    given: ".. _widgets\n\ntext\n",
    want: "\ncomment [_widgets]\ntext\n",
    problems: ["1:1 malformed hyperlink target."],
  },
  "footnotes and citations": {
    given: ".. [1] one\n   more\n.. [#name] two\n.. [Doe2020] three\n",
    want: "\n[1]\n  one/more\n[#name]\n  two\n[Doe2020]\n  three\n",
  },
  substitutions: {
    given: ".. |name| replace:: some *text*\n   more\n.. |no| text\n",
    want: "\n|name|\n  replace() {some *text*/more}\ncomment [|no| text]\n",
    problems: ['3:1 Substitution definition "no" empty or invalid.'],
  },
  "explicit markup right above text": {
    given: ".. _one:\ntext\n",
    want: "\ntarget one\ntext\n",
    problems: ["2:1 Explicit markup ends without a blank line; unexpected unindent."],
  },
  "inline markup that does not end": {
    given: "A ``literal\nand *star.\n",
    want: "\nA ``literal/and *star.\n",
    problems: [
      "1:3 Inline literal start-string without end-string.",
      "2:5 Inline emphasis start-string without end-string.",
    ],
  },
  "tabs reach to columns of eight": {
    given: "-\tone\n\n\ttwo\n",
    want: "\nbullets\n  -\n    one\n    two\n",
  },
};

for (const [name, { given, want, problems = [] }] of Object.entries(cases))
  test(name, () => {
    const document = parseDocument(new SourceFile("/index.rst", given));
    expect(`\n${treeText(document.blocks)}`).toBe(want);
    expect(problemTexts(document)).toEqual(problems);
  });

test("lines end as on any system, and white space behind them does not count", () => {
  const unix = "Widgets  \n=======\n\n- one\n\n  two\n";
  const want = treeText(parseDocument(new SourceFile("/index.rst", unix)).blocks);
  for (const end of ["\r\n", "\r"])
    expect(treeText(parseDocument(new SourceFile("/index.rst", unix.replaceAll("\n", end))).blocks)).toBe(
      want,
    );
  expect(treeText(parseDocument(new SourceFile("/index.rst", `\ufeff${unix}`)).blocks)).toBe(want);
});

test("nesting has an end", () => {
  const { blocks, problems } = parseDocument(new SourceFile("/index.rst", "- ".repeat(5000)));
  expect(problems.map(({ fault }) => fault)).toEqual([{ kind: "too-deep", most: 50 }]);
  expect(treeText(blocks)).toContain("problem [- - ");
});
