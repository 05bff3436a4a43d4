import { expect, test } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import { formats, reporters } from "../../src/reporters/index.ts";
import { type ReportStyle, report } from "../../src/reporters/report.ts";
import type { Summary } from "../../src/summary.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";
import { readMarks } from "../support/marks.ts";

const summary: Summary = {
  errors: 1,
  warnings: 1,
  infos: 0,
  documents: 1,
  operations: 2,
  parameters: 3,
  statusCodes: 4,
  samples: { found: 5, validated: 4, valid: 3, invalid: 1, notJson: 1 },
};
const plain: ReportStyle = { colour: false, columns: 60, table: false };
const definitions = new SourceFile("/work/tree/parameters.yaml", "limit:\n  in: query\n");

/** A finding at the first mark of a text. */
function findingAt(marked: string, message: string, more: Partial<Finding> = {}): Finding {
  const { text, places } = readMarks(marked);
  const file = new SourceFile("/work/tree/widgets.inc", text);
  const { start, end } = places[0]!;
  return { rule: "some-rule", severity: "error", message, span: span(file, start, end), ...more };
}
const reportOf = (...findings: Finding[]) =>
  report(findings, summary, { workingDirectory: "/work", rules: [] });
const prettily = (finding: Finding, style = plain) => reporters.pretty(reportOf(finding), style);

const full = () => [
  findingAt("a\n   - limit: «limti»\n", "No definition for `limti` in parameters.yaml.", {
    rule: "unknown-parameter",
    operation: "GET /widgets",
    related: [{ span: span(definitions, 0, 5), message: "looked up here" }],
    edits: [{ span: span(definitions, 0, 0), text: "" }],
  }),
  findingAt("«one\ntwo»", "Two lines.", { severity: "warning" }),
];

test("the report in JSON", () => {
  expect(JSON.parse(reporters.json(reportOf(...full()), plain))).toEqual({
    version: 1,
    findings: [
      {
        rule: "unknown-parameter",
        severity: "error",
        message: "No definition for `limti` in parameters.yaml.",
        file: "tree/widgets.inc",
        line: 2,
        column: 13,
        endLine: 2,
        endColumn: 18,
        operation: "GET /widgets",
        fixable: true,
        related: [{ file: "tree/parameters.yaml", line: 1, column: 1, message: "looked up here" }],
      },
      {
        rule: "some-rule",
        severity: "warning",
        message: "Two lines.",
        file: "tree/widgets.inc",
        line: 1,
        column: 1,
        endLine: 2,
        endColumn: 4,
        fixable: false,
        related: [],
      },
    ],
    summary,
  });
});

test("files outside the working directory are named from it", () => {
  const elsewhere = report(full(), summary, { workingDirectory: "/work/other", rules: [] });
  expect(elsewhere.findings[0]!.file).toBe("../tree/widgets.inc");
});

test("the report for people", () => {
  expect(reporters.pretty(reportOf(...full()), plain)).toBe(`\
tree/widgets.inc:2:13 error No definition for \`limti\` in parameters.yaml. [fix] unknown-parameter
  2 |    - limit: limti
    |             ^^^^^
  in GET /widgets
  tree/parameters.yaml:1:1 looked up here

tree/widgets.inc:1:1 warning Two lines. some-rule
  1 | one
    | ^^^
`);
});

test("no findings, no text for people", () => {
  expect(reporters.pretty(reportOf(), plain)).toBe("");
});

test.each<[string, string, string]>([
  ["an empty place", "ab«»cd", "  1 | abcd\n    |   ^\n"],
  ["the end of the text", "abcd«»", "  1 | abcd\n    |     ^\n"],
  ["an empty line", "a\n«»\nb", ""],
  ["tabs", "\ta\t«b\tc»", "  1 |     a    b    c\n    |          ^^^^^^\n"],
  ["control characters", "a\u001b[31m«b»\u0007", "  1 | a\\u001b[31mb\\u0007\n    |            ^\n"],
  [
    "a long line, the place in front",
    `abc «here» ${"x".repeat(100)}`,
    `  1 | abc here ${"x".repeat(44)}…\n    |     ^^^^\n`,
  ],
  [
    "a long line, the place at the end",
    `${"x".repeat(100)} «here» z`,
    `  1 | …${"x".repeat(46)} here z\n    | ${" ".repeat(48)}^^^^\n`,
  ],
  [
    "a long line, the place in the middle",
    `${"x".repeat(100)}«here»${"y".repeat(100)}`,
    `  1 | …${"x".repeat(24)}here${"y".repeat(24)}…\n    | ${" ".repeat(25)}^^^^\n`,
  ],
  [
    "a place that is too wide",
    `ab«${"x".repeat(100)}»`,
    `  1 | …${"x".repeat(52)}…\n    | ${"^".repeat(54)}\n`,
  ],
])("%s", (_, marked, want) => {
  const text = prettily(findingAt(marked, "M."));
  expect(text.slice(text.indexOf("\n") + 1)).toBe(want);
});

test("control characters of sources do not reach the terminal", () => {
  expect(prettily(findingAt("«a»", "a\u001b[2Jb\nc\u202ed"))).toMatch(
    /error a\\u001b\[2Jb c\\u202ed some-rule/,
  );
});

test("colours", () => {
  expect(prettily(findingAt("«a»", "M."), { ...plain, colour: true })).toBe(
    "\u001b[1mtree/widgets.inc:1:1\u001b[22m \u001b[31merror\u001b[39m M. \u001b[2msome-rule\u001b[22m\n" +
      "\u001b[2m  1 |\u001b[22m a\n\u001b[2m    |\u001b[22m \u001b[31m^\u001b[39m\n",
  );
});

test("on a terminal, text is broken between words", () => {
  const text = prettily(findingAt("«a»", "One two three four five six seven."), {
    ...plain,
    columns: 50,
    wraps: true,
  });
  expect(text).toBe(`\
tree/widgets.inc:1:1 error One two three four five
  six seven. some-rule
  1 | a
    | ^
`);
});

const contradicting = (index: number): Finding => {
  const file = new SourceFile(`/work/tree/samples/${index}.json`, "7\n");
  return {
    rule: "sample-type",
    severity: "warning",
    message: `\`limit\` is \`${index}\`.`,
    span: span(file, 0, 1),
    operation: `GET /widgets/${index}`,
    related: [{ span: span(definitions, 0, 5), message: "defined here" }],
  };
};

test("errors first; what one definition causes is one block; a table of the rules in the end", () => {
  const found = [...[1, 2, 3, 4].map(contradicting), findingAt("«a»", "M.")];
  expect(reporters.pretty(reportOf(...found), { ...plain, table: true })).toBe(`\
tree/widgets.inc:1:1 error M. some-rule
  1 | a
    | ^

tree/samples/1.json:1:1 warning \`limit\` is \`1\`. sample-type
  1 | 7
    | ^
  in GET /widgets/1
  tree/parameters.yaml:1:1 defined here
  shown by 4 samples of 4 operations, such as tree/samples/2.json:1:1 and tree/samples/3.json:1:1

count  fixable
    1           error    some-rule
    4           warning  sample-type
`);
});

test("of many related places the first are named", () => {
  const related = Array.from({ length: 6 }, () => ({ span: span(definitions, 0, 5), message: "shown here" }));
  expect(prettily(findingAt("«a»", "M.", { related }))).toMatch(
    /(?:shown here\n.*){2} {2}and 4 more places\n$/s,
  );
});

test("every format ends with a line break", () => {
  for (const format of formats) expect(reporters[format](reportOf(...full()), plain)).toMatch(/\n$/);
});
