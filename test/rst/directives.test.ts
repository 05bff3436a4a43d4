import { expect, test } from "vitest";
import { parseDocument } from "../../src/rst/parse.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { problemTexts, treeText } from "./outline.ts";

const MISSING_BLANK = (name: string) =>
  `Error in "${name}" directive: a blank line is missing before the content.`;

const cases: Readonly<Record<string, { given: string; want: string; problems?: string[] }>> = {
  "text behind the name is content": {
    given: ".. note:: one\n   two\n\n   - three\n",
    want: "note()\n  one/two\n  bullets\n    -\n      three\n",
  },
  "options before the content": {
    given: ".. note::\n   :class: red\n\n   one\n",
    want: "note() :class:red\n  one\n",
  },
  "a title for an argument": {
    given: ".. topic:: The\n   title\n\n   one\n",
    want: "topic(The/title)\n  one\n",
  },
  "a version, and text": {
    given: ".. versionadded:: 2.11\n.. versionchanged:: 2.12 one\n   two\n\n   three\n",
    want: "versionadded(2.11) {}\nversionchanged(2.12)\n  one/two\n  three\n",
  },
  "names come in any case": { given: ".. NOTE:: one\n", want: "NOTE()\n  one\n" },
  code: {
    given: ".. code-block:: json\n   :caption: some\n     more\n\n   {\n     1\n",
    want: "code-block(json) :caption:some\nmore {{/  1}\n",
  },
  "code below the name": { given: ".. code::\n\n   a\n", want: "code() {a}\n" },
  "documents below or right below a toctree": {
    given: ".. toctree::\n   a\n   b\n\n.. toctree::\n   :hidden:\n\n   c\n",
    want: "toctree() {a/b}\ntoctree() :hidden: {c}\n",
  },
  "a method line behind the name or below": {
    given: ".. rest_method:: GET /widgets\n   min_version: 2.1\n\n.. rest_method::\n\n   PUT /widgets\n",
    want: "rest_method(GET /widgets/min_version: 2.1) {}\nrest_method(PUT /widgets) {}\n",
  },
  rows: {
    given: ".. rest_parameters:: parameters.yaml\n\n  - a: b\n  # c: d\n    - e: f\n",
    want: "rest_parameters(parameters.yaml) {- a: b/# c: d/  - e: f}\n",
  },
  "rows right below the argument": {
    given: ".. rest_parameters:: parameters.yaml\n   - a: b\n\n   - c: d\n",
    want: "rest_parameters(parameters.yaml) {- a: b//- c: d}\n",
    problems: [`2:4 ${MISSING_BLANK("rest_parameters")}`],
  },
  "rows without an argument": {
    given: ".. rest_status_code::\n   - 200\n",
    want: "rest_status_code() {- 200}\n",
    problems: [`2:4 ${MISSING_BLANK("rest_status_code")}`],
  },
  "an argument on the line below": {
    given: ".. rest_status_code::\n   success status.yaml\n\n   - 200\n",
    want: "rest_status_code(success status.yaml) {- 200}\n",
  },
  "text among options": {
    given: ".. note::\n   :class: red\n   one\n",
    want: "note() :class:red\n  one\n",
    problems: ['3:4 Error in "note" directive: invalid option block.'],
  },
  "a directive that nobody knows": {
    given: ".. widget.box:: one\n   :size: 3\n\n   - two\n",
    want: "widget.box(one) :size:3 {- two}\n",
  },
  "one colon makes a comment": { given: ".. note: one\n", want: "comment [note: one]\n" },
  "sections in `only` stand below the one that is open": {
    given: "One\n===\n\n.. only:: html\n\n   Two\n   ---\n\n   text\n",
    want: "section 1 One\n  only(html)\n    section 2 Two\n      text\n",
  },
};

for (const [name, { given, want, problems = [] }] of Object.entries(cases))
  test(name, () => {
    const document = parseDocument(new SourceFile("/index.rst", given));
    expect(treeText(document.blocks)).toBe(want);
    expect(problemTexts(document)).toEqual(problems);
  });
