import { expect, test } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import type { RuleSettings } from "../../src/findings/severity.ts";
import { suppress } from "../../src/findings/suppress.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { lineSpan, spanPositions } from "../../src/text/span.ts";
import { checkTree } from "../support/project.ts";

const ruleNames = ["rule-a", "rule-b", "suppression-unused"];

/** Findings of rules at lines of a text, after suppression: `rule:line`. */
function kept(
  text: string,
  found: [rule: string, line: number][],
  path = "/x.rst",
  settings: RuleSettings = new Map(),
  wholeTree = true,
) {
  const file = new SourceFile(path, text);
  const findings = found.map(
    ([rule, line]): Finding => ({ rule, severity: "error", message: "", span: lineSpan(file, line) }),
  );
  return suppress(findings, [file], {
    ruleNames,
    rules: settings,
    overrides: [],
    wholeTree,
    isRun: () => true,
    includedAt: () => [],
  }).map(({ rule, span, message }) => {
    const { line, column } = spanPositions(span).start;
    return rule === "suppression-unused" ? `${rule}:${line}:${column} ${message}` : `${rule}:${line}`;
  });
}

/** The rules that report a sample of the wrong type, with comments at the places that bring it about. */
function ofSample(comments: {
  include?: string;
  row?: string;
  definition?: string;
  field?: string;
}): string[] {
  const { include = "", row = "", definition = "", field = "" } = comments;
  return checkTree({
    "index.rst": `
Widgets
=======

.. rest_method:: GET /v1/widgets

Response
--------

.. rest_parameters:: parameters.yaml

${row}   - colour: colour

${include}.. literalinclude:: widget.json
`,
    "parameters.yaml": `${definition}colour:\n  in: body\n${field}  type: string\n  required: true\n  description: x\n`,
    "widget.json": '{ "colour": 7 }\n',
  })
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith("sample") || rule.startsWith("suppression"));
}

test("what a rule finds in a sample is switched off where the sample comes from", () => {
  expect(ofSample({})).toEqual(["sample-type"]);
  expect(ofSample({ include: ".. apiref-disable-next-line sample-type: it is so\n" })).toEqual([]);
  expect(ofSample({ row: "   # apiref-disable-next-line sample-type: it is so\n" })).toEqual([]);
  expect(ofSample({ definition: "# apiref-disable-next-line sample-type: it is so\n" })).toEqual([]);
  expect(ofSample({ include: ".. apiref-disable-next-line sample-enum: it is so\n" })).toEqual([
    "suppression-unused",
    "sample-type",
  ]);
});

test.each<[string, string, [string, number][], string[], string?]>([
  [
    "a reason",
    "# apiref-disable-next-line rule-a, rule-b: the rule-c of it\nx",
    [
      ["rule-a", 2],
      ["rule-b", 2],
    ],
    [],
  ],
  ["nothing to do", "a\nb\n", [["rule-a", 1]], ["rule-a:1"]],
  [
    "the next line in RST",
    ".. apiref-disable-next-line rule-a\nx\nx",
    [
      ["rule-a", 2],
      ["rule-a", 3],
    ],
    ["rule-a:3"],
  ],
  [
    "only the rule named",
    ".. apiref-disable-next-line rule-a\nx",
    [
      ["rule-a", 2],
      ["rule-b", 2],
    ],
    ["rule-b:2"],
  ],
  [
    "several rules",
    "  .. apiref-disable-next-line rule-a, rule-b\nx",
    [
      ["rule-a", 2],
      ["rule-b", 2],
    ],
    [],
  ],
  ["a blank line between", ".. apiref-disable-next-line rule-a\n\nx", [["rule-a", 3]], []],
  [
    "comments above each other",
    ".. apiref-disable-next-line rule-a\n.. apiref-disable-next-line rule-b\nx",
    [
      ["rule-a", 3],
      ["rule-b", 3],
    ],
    [],
  ],
  [
    "rows of a directive, which are YAML",
    "   # apiref-disable-next-line rule-a\n   - x: y",
    [["rule-a", 2]],
    [],
  ],
  ["YAML", "# apiref-disable-next-line rule-a\nx: 1\n", [["rule-a", 2]], [], "/x.yaml"],
  [
    "RST's form in YAML is none",
    ".. apiref-disable-next-line rule-a\nx: 1\n",
    [["rule-a", 2]],
    ["rule-a:2"],
    "/x.yaml",
  ],
  [
    "a sample is not looked at",
    "# apiref-disable-next-line rule-a\n{}",
    [["rule-a", 2]],
    ["rule-a:2"],
    "/x.json",
  ],
  ["a longer word is none", ".. apiref-disable-next-lines rule-a\nx", [["rule-a", 2]], ["rule-a:2"]],
  ["lines that end with CR LF", ".. apiref-disable-next-line rule-a\r\nx\r\n", [["rule-a", 2]], []],
  [
    "one that has nothing to do",
    "x\n.. apiref-disable-next-line rule-a, rule-b\nx",
    [["rule-b", 3]],
    ["suppression-unused:2:29 `rule-a` finds nothing on the line below. Remove the comment."],
  ],
  [
    "one at the end of the file",
    "x\n.. apiref-disable-next-line rule-a",
    [["rule-a", 1]],
    ["rule-a:1", "suppression-unused:2:29 `rule-a` finds nothing on the line below. Remove the comment."],
  ],
  [
    "a rule that there is not",
    ".. apiref-disable-next-line rule-aa\nx",
    [],
    ["suppression-unused:1:29 There is no rule `rule-aa`. Did you mean `rule-a`?"],
  ],
])("%s", (_, text, found, want, path) => {
  expect(kept(text, found, path)).toEqual(want);
});

test("one for a rule that is off is left alone, and the check of comments can be off", () => {
  const text = ".. apiref-disable-next-line rule-a\nx";
  expect(kept(text, [], "/x.rst", new Map([["rule-a", "off"]]))).toEqual([]);
  expect(kept(text, [], "/x.rst", new Map([["suppression-unused", "off"]]))).toEqual([]);
});

test("a comment may have its use in a document that was not read", () => {
  expect(kept(".. apiref-disable-next-line rule-a\nx", [], "/x.rst", new Map(), false)).toEqual([]);
});

test("what several samples show of a definition is switched off where each is brought in", () => {
  const comment = ".. apiref-disable-next-line sample-type: it is so\n";
  const found = (comments: readonly boolean[]) =>
    checkTree({
      "index.rst": comments
        .map(
          (isOff, index) =>
            `Widget ${index}\n========\n\n.. rest_method:: GET /v1/widgets/${index}\n\nResponse\n--------\n\n.. rest_parameters:: parameters.yaml\n\n   - colour: colour\n\n${isOff ? comment : ""}.. literalinclude:: widget-${index}.json\n`,
        )
        .join("\n"),
      "parameters.yaml": "colour:\n  in: body\n  type: string\n  required: true\n  description: x\n",
      ...Object.fromEntries(comments.map((_, index) => [`widget-${index}.json`, `{"colour": ${index}}`])),
    })
      .filter(({ rule }) => rule === "sample-type" || rule === "suppression-unused")
      .map(({ rule, span }) => `${rule} ${span.file.path.split("/").at(-1)}`);
  expect(found([false, false])).toEqual(["sample-type parameters.yaml"]);
  expect(found([true, true])).toEqual([]);
  // the other sample contradicts the definition all the same
  expect(found([true, false])).toEqual(["sample-type parameters.yaml"]);
});
