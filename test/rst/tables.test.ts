import { expect, test } from "vitest";
import { parseDocument } from "../../src/rst/parse.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { problemTexts, treeText } from "./outline.ts";

const cases: Readonly<Record<string, { given: string; want: string; problems?: string[] }>> = {
  "a grid": {
    given: `
+------+--------+
| Name | Colour |
+======+========+
| oak  | - red  |
|      | - tan  |
+------+--------+
| elm  |        |
+------+--------+
`,
    want: `
table
  head: (Name) (Colour)
  row: (oak) (bullets;   -;     red;   -;     tan)
  row: (elm) ()
`,
  },
  "cells that span": {
    given: `
+----+----+----+
| a  | b  | c  |
+----+----+----+
| wide    | d  |
+----+----+    |
| e  | f  |    |
+----+----+----+
`,
    want: `
table
  row: (a) (b) (c)
  row: (2x1 wide) (1x2 d)
  row: (e) (f)
`,
  },
  "a grid that does not close": {
    given: "\n+----+----+\n| a  | b  |\n| c  | d\n+----+----+\n",
    want: "\nproblem [+----+----+/| a  | b  |/| c  | d/+----+----+]\n",
    problems: ["2:1 Malformed table."],
  },
  "a grid with text right below": {
    given: "\n+----+----+\n| a  | b  |\n+----+----+\ntext\n",
    want: "\ntable\n  row: (a) (b)\ntext\n",
    problems: ["5:1 Blank line required after table."],
  },
  "a simple table": {
    given: `
=====  ======
Name   Colour
=====  ======
oak    red,
       or tan
elm

       grey
=====  ======
`,
    want: `
table
  head: (Name) (Colour)
  row: (oak) (red,/or tan)
  row: (elm) (grey)
`,
  },
  "columns that a line joins": {
    given: "\n===  ===  ===\na    b    c\n---  --------\nd    e\n===  ===  ===\n",
    want: "\ntable\n  row: (a) (2x1 b    c)\n  row: (d) (e) ()\n",
  },
  "text in a margin": {
    given: "\n====  ====\na     b\nlong text\n====  ====\n",
    want: "\nproblem [====  ====/a     b/long text/====  ====]\n",
    problems: ["2:1 Text in column margin."],
  },
  "the last column has no end": {
    given: "\n====  ====\na     some longer text\n====  ====\n",
    want: "\ntable\n  row: (a) (some longer text)\n",
  },
  "wide characters take two columns": {
    given: "\n+------+----+\n| 漢字 | b  |\n+------+----+\n",
    want: "\ntable\n  row: (漢字) (b)\n",
  },
  "a simple table without its bottom": {
    given: "\n====  ====\na     b\n\ntext\n",
    want: "\nproblem [====  ====/a     b]\ntext\n",
    problems: ["2:1 No bottom table border found."],
  },
};

for (const [name, { given, want, problems = [] }] of Object.entries(cases))
  test(name, () => {
    const document = parseDocument(new SourceFile("/index.rst", given));
    expect(`\n${treeText(document.blocks)}`).toBe(want);
    expect(problemTexts(document)).toEqual(problems);
  });
