import { expect, test } from "vitest";
import type { Draft, Finding } from "../../src/findings/finding.ts";
import type { Rule } from "../../src/findings/rule.ts";
import { runRules, sortFindings } from "../../src/findings/run.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";

const file = new SourceFile("/b.rst", "one\ntwo\nthree\n");
const other = new SourceFile("/a.rst", "one\n");

function rule(name: string, drafts: Draft[]): Rule<null> {
  const about = {
    group: "reading",
    severity: "warning",
    fixable: false,
    summary: "",
    explanation: "",
  } as const;
  return { ...about, name, bad: {}, good: {}, check: () => drafts };
}
const draft = (message: string, at = 0): Draft => ({ message, span: span(file, at, at + 1) });

test("findings have the name and severity of their rule, or the severity that was set", () => {
  const rules = [rule("a", [draft("1")]), rule("b", [draft("2")]), rule("c", [draft("3")])];
  const found = runRules(
    rules,
    null,
    new Map([
      ["b", "error"],
      ["c", "off"],
    ]),
  );
  expect(found.map(({ rule: name, severity, message }) => [name, severity, message])).toEqual([
    ["a", "warning", "1"],
    ["b", "error", "2"],
  ]);
});

test("a rule that is off is not run", () => {
  const never = {
    ...rule("a", []),
    check: () => {
      throw new Error("run");
    },
  };
  expect(runRules([never], null, new Map([["a", "off"]]))).toEqual([]);
});

test("findings stand by file, line, column, rule and message, each once", () => {
  const finding = (name: string, message: string, place = span(file, 0, 1)): Finding => ({
    rule: name,
    severity: "info",
    message,
    span: place,
  });
  const wanted = [
    finding("z", "first file", span(other, 2, 3)),
    finding("a", "x"),
    finding("a", "y"),
    finding("b", "x"),
    finding("a", "column", span(file, 1, 2)),
    finding("a", "line", span(file, 4, 5)),
  ];
  const given = [...wanted].reverse();
  expect(sortFindings([...given, ...given])).toEqual(wanted);
});

test.each([
  ["the place", { span: span(file, 0, 99) }],
  ["a place before the file", { span: span(file, -1, 2) }],
  ["a place that ends before it begins", { span: span(file, 3, 2) }],
  ["a related place", { related: [{ span: span(other, 4, 9), message: "" }] }],
  ["an edit", { edits: [{ span: span(file, 5, 50), text: "" }] }],
])("%s outside its file is a bug", (_, wrong) => {
  const finding: Finding = { rule: "a", severity: "info", message: "", span: span(file, 0, 1), ...wrong };
  expect(() => sortFindings([finding])).toThrow("Rule a gave");
});

test("without a way to tell of it, what a rule throws is thrown on", () => {
  const failing: Rule<null> = {
    ...rule("a", []),
    check: () => {
      throw new Error("no such thing");
    },
  };
  expect(() => runRules([failing], null, new Map())).toThrow("no such thing");
});

test("a draft may have a severity of its own, which a setting goes before", () => {
  const own = rule("a", [{ ...draft("1"), severity: "info" }]);
  expect(runRules([own], null, new Map()).map(({ severity }) => severity)).toEqual(["info"]);
  expect(runRules([own], null, new Map([["a", "error"]])).map(({ severity }) => severity)).toEqual(["error"]);
});

const one: Finding = {
  rule: "a",
  severity: "info",
  message: "x",
  span: span(file, 4, 6),
  operation: "GET /b",
};

test.each<[string, Partial<Finding>]>([
  ["another file", { span: span(other, 4, 4) }],
  ["another start", { span: span(file, 5, 6) }],
  ["another end", { span: span(file, 4, 7) }],
  ["another rule", { rule: "b" }],
  ["another message", { message: "y" }],
])("a finding with %s says something else", (_, more) => {
  expect(sortFindings([one, { ...one, ...more }])).toHaveLength(2);
  expect(sortFindings([{ ...one, ...more }, one])).toHaveLength(2);
});

test("the shorter place stands first, and of several operations the first by name is told", () => {
  const longer = { ...one, span: span(file, 4, 7) };
  expect(sortFindings([longer, one])).toEqual([one, longer]);
  const { operation: _, ...without } = one;
  const another = { ...one, operation: "GET /a" };
  expect(sortFindings([one, another])).toEqual([another]);
  expect(sortFindings([one, without, another])).toEqual([without]);
});

test("edits that several findings share are looked at once, and all the same", () => {
  const edits = [{ span: span(file, 5, 50), text: "" }];
  expect(() => sortFindings([one, { ...one, edits }])).toThrow("outside /b.rst (14)");
  expect(() => sortFindings([{ ...one, span: span(file, 14, 14) }])).not.toThrow();
});
