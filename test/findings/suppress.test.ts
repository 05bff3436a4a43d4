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

test("no comments: the findings are as they were", () => {
  expect(
    kept("x\ny", [
      ["rule-a", 1],
      ["rule-b", 2],
    ]),
  ).toEqual(["rule-a:1", "rule-b:2"]);
});

test.each<[string, string, string?]>([
  ["without a blank in YAML", "#apiref-disable-next-line rule-a\nx: 1\n", "/x.yaml"],
  ["in a `.yml` file", "# apiref-disable-next-line rule-a\nx: 1\n", "/x.yml"],
  ["with several blanks", "..   apiref-disable-next-line   rule-a\nx\n"],
  ["with tabs", "\t#\tapiref-disable-next-line\trule-a\nx\n"],
  ["in an included part", ".. apiref-disable-next-line rule-a\nx\n", "/x.inc"],
  ["in a text", ".. apiref-disable-next-line rule-a\nx\n", "/x.txt"],
  ["above lines of blanks", ".. apiref-disable-next-line rule-a\n  \nx".replace("\n  \n", "\n"), "/x.rst"],
])("a comment %s", (_, text, path) => {
  expect(kept(text, [["rule-a", 2]], path)).toEqual([]);
});

test.each<[string, string, string?]>([
  ["behind other text", "x .. apiref-disable-next-line rule-a\nx\n"],
  ["behind a value", "x: 1 # apiref-disable-next-line rule-a\nx: 1\n", "/x.yaml"],
  ["in a file of another kind", ".. apiref-disable-next-line rule-a\nx\n", "/x.rst.orig"],
  ["in a copy of a YAML file", "#apiref-disable-next-line rule-a\nx\n", "/x.yaml.rst"],
  ["without a blank in RST", "..apiref-disable-next-line rule-a\nx\n"],
  ["without a rule", ".. apiref-disable-next-line\nx\n"],
  ["with a rule in its reason alone", ".. apiref-disable-next-line : rule-a\nx\n"],
])("a comment %s is none", (_, text, path) => {
  expect(kept(text, [["rule-a", 2]], path)).toEqual(["rule-a:2"]);
});

test("a line of blanks alone is not the one that a comment speaks of", () => {
  expect(kept(".. apiref-disable-next-line rule-a\n  \nx", [["rule-a", 3]])).toEqual([]);
});

test("comments without effect are told in the order of the file, also rules of the document and unheard-of ones", () => {
  const text =
    ".. apiref-disable-next-line openapi/no-such-rule, zzzz\n.. apiref-disable-next-line rule-a\nx\n.. apiref-disable-next-line rule-b\ny\n";
  expect(kept(text, [])).toEqual([
    "suppression-unused:1:29 `openapi/no-such-rule` finds nothing on the line below. Remove the comment.",
    "suppression-unused:1:51 There is no rule `zzzz`. `apiref rules` lists them.",
    "suppression-unused:2:29 `rule-a` finds nothing on the line below. Remove the comment.",
    "suppression-unused:4:29 `rule-b` finds nothing on the line below. Remove the comment.",
  ]);
});

/** The findings of several files after suppression, where `rule-b` is not run: `rule path:line`. */
function keptIn(
  texts: Record<string, string>,
  found: readonly { at: [path: string, line: number]; related?: [path: string, line: number][] }[],
  included: Record<string, [path: string, line: number][]> = {},
): string[] {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, new SourceFile(path, text)]));
  const place = ([path, line]: [string, number]) => lineSpan(files.get(path)!, line);
  const findings = found.map(
    ({ at, related = [] }): Finding => ({
      rule: "rule-a",
      severity: "error",
      message: "",
      span: place(at),
      related: related.map((one) => ({ span: place(one), message: "" })),
    }),
  );
  return suppress(findings, files.values(), {
    ruleNames,
    rules: new Map(),
    overrides: [],
    wholeTree: true,
    isRun: (rule) => rule !== "rule-b",
    includedAt: ({ path }) => (included[path] ?? []).map(place),
  }).map(({ rule, span }) => `${rule} ${span.file.path}:${spanPositions(span).start.line}`);
}

test("what is not looked for in a run leaves its comments alone", () => {
  expect(keptIn({ "/x.rst": ".. apiref-disable-next-line rule-b\nx\n" }, [])).toEqual([]);
});

const OFF = "# apiref-disable-next-line rule-a\n";

test.each<[string, string, number, boolean]>([
  ["at the line", `a:\n${OFF}  b: 1\n`, 3, true],
  ["above the definition", `x: 1\n${OFF}a:\n  # why\n\n  b: 1\n`, 6, true],
  ["above the first definition", `${OFF}a:\n  b: 1\n`, 3, true],
  ["above another line of the definition", `a:\n${OFF}  c: 1\n  b: 1\n`, 4, false],
  ["above the definition before", `${OFF}a:\n  c: 1\nb:\n  b: 1\n`, 5, false],
])("what is found in a sample is switched off by a comment %s that explains it", (_, yaml, line, isOff) => {
  const found = keptIn({ "/a.json": "{}\n", "/p.yaml": yaml }, [
    { at: ["/a.json", 1], related: [["/p.yaml", line]] },
  ]);
  expect(found.includes("rule-a /a.json:1")).toBe(!isOff);
});

test("what is found in RST is not switched off at the places that explain it", () => {
  const texts = { "/a.rst": "x\n", "/p.yaml": `${OFF}a: 1\n` };
  const found = keptIn(texts, [{ at: ["/a.rst", 1], related: [["/p.yaml", 2]] }]);
  expect(found).toEqual(["rule-a /a.rst:1", "suppression-unused /p.yaml:1"]);
});

test("a comment at one of several samples has its use, though the finding is told until each has one", () => {
  const texts = {
    "/p.yaml": "a: 1\n",
    "/x.rst": `.. ${OFF.slice(2)}include\n`,
    "/y.rst": "include\n",
    "/a.json": "{}\n",
    "/b.json": "{}\n",
  };
  const related: [string, number][] = [
    ["/a.json", 1],
    ["/b.json", 1],
  ];
  const included = (...ofSecond: [string, number][]): Record<string, [string, number][]> => ({
    "/a.json": [["/x.rst", 2]],
    "/b.json": ofSecond,
  });
  const found = [{ at: ["/p.yaml", 1] as [string, number], related }];
  expect(keptIn(texts, found, included(["/y.rst", 1]))).toEqual(["rule-a /p.yaml:1"]);
  expect(keptIn(texts, found, included(["/y.rst", 1], ["/x.rst", 2]))).toEqual([]);
});
