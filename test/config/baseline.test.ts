import { expect, test } from "vitest";
import { type Baseline, baselineText, compareWithBaseline, readBaseline } from "../../src/config/baseline.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { lineSpan } from "../../src/text/span.ts";
import { UsageError } from "../../src/usage-error.ts";

const path = "/project/docs/baseline.json";
const empty = { path, recorded: [] };
const nothingOff = () => false;

/** A finding of a rule at a line of `/project/docs/source/a.rst`. */
function findingAt(rule: string, line: number, text: string): Finding {
  const file = new SourceFile("/project/docs/source/a.rst", text);
  return { rule, severity: "error", message: "M.", span: lineSpan(file, line) };
}
const read = (text: string, updated = false) =>
  readBaseline(memoryFiles({ files: { [path]: text } }), { path, workingDirectory: "/project", updated });
/** What a baseline says of findings in a tree of these operations. */
const compared = (
  findings: readonly Finding[],
  baseline: Baseline,
  isOff: (rule: string) => boolean = nothingOff,
) =>
  compareWithBaseline(findings, baseline, isOff, {
    documents: [],
    files: new Map(findings.map(({ span }) => [span.file.path, span.file])),
    isThere: () => false,
  });
const recorded = (...findings: Finding[]) => read(baselineText(findings, empty, nothingOff));

test("the file: sorted, a line for each finding, files named from its directory", () => {
  const text = baselineText(
    [{ ...findingAt("b", 1, "x"), operation: "GET /a" }, findingAt("a", 2, "x\ny")],
    empty,
    nothingOff,
  );
  expect(text).toMatchInlineSnapshot(`
    "{
      "version": 2,
      "findings": [
        {"file":"source/a.rst","rule":"a","message":"M.","text":"y"},
        {"file":"source/a.rst","rule":"b","operation":"GET /a","message":"M.","text":"x"}
      ]
    }
    "
  `);
  expect(baselineText([], empty, nothingOff)).toBe('{\n  "version": 2,\n  "findings": []\n}\n');
});

test("a recorded finding is known after its line moved, and not after its line changed", () => {
  const baseline = recorded(findingAt("a", 1, "row\n"));
  const moved = findingAt("a", 3, "new\nnew\n   row\n");
  expect(compared([moved], baseline)).toEqual({ fresh: [], gone: [] });
  const other = findingAt("a", 1, "other row\n");
  expect(compared([other], baseline)).toEqual({
    fresh: [other],
    gone: baseline.recorded,
  });
});

test("one more of the same is new, one less is gone", () => {
  const twice = "row\nrow\n";
  const first = findingAt("a", 1, twice);
  const second = findingAt("a", 2, twice);
  expect(compared([first, second], recorded(first)).fresh).toHaveLength(1);
  expect(compared([second], recorded(first, second)).gone).toHaveLength(1);
});

test("rules that are off: nothing of theirs is gone, and what is recorded stays", () => {
  const baseline = recorded(findingAt("a", 1, "x"));
  expect(compared([], baseline, (rule) => rule === "a").gone).toEqual([]);
  expect(read(baselineText([], baseline, (rule) => rule === "a"))).toEqual(baseline);
  expect(read(baselineText([], baseline, nothingOff)).recorded).toEqual([]);
});

test("a recorded finding is known after its file was renamed or its line corrected", () => {
  const baseline = recorded(findingAt("a", 1, "List of widget\n"));
  const corrected = findingAt("a", 1, "List of widgets\n");
  expect(compared([corrected], baseline)).toEqual({ fresh: [], gone: [] });
  const file = new SourceFile("/project/docs/source/b.rst", "List of widget\n");
  expect(compared([{ ...corrected, span: lineSpan(file, 1) }], baseline)).toEqual({ fresh: [], gone: [] });
});

test.each([
  ["no JSON", "<<<<<<< ours"],
  ["another file", '{ "name": "package" }'],
  ["no list", '{ "version": 1, "findings": {} }'],
])("%s is no baseline, nor overwritten", (_, text) => {
  expect(() => read(text)).toThrow("docs/baseline.json is not a baseline.");
  expect(() => read(text, true)).toThrow(UsageError);
});

test.each([
  ["an older version", '{ "version": 1, "findings": [] }', "is a baseline of version 1"],
  ["a newer version", '{ "version": 3, "findings": [] }', "is a baseline of version 3"],
  ["entries that lack something", '{ "version": 2, "findings": [{ "rule": "a" }] }', "is damaged"],
])("%s is told, and can be recorded again", (_, text, message) => {
  expect(() => read(text)).toThrow(message);
  expect(() => read(text)).toThrow(/ecord today's findings again with `--update-baseline`\.$/);
  expect(read(text, true)).toEqual(empty);
});

test("a missing file is an error unless it is to be written", () => {
  const at = (updated: boolean) =>
    readBaseline(memoryFiles({}), { path, workingDirectory: "/project", updated });
  expect(() => at(false)).toThrow(
    "There is no baseline docs/baseline.json. Record today's findings with `--update-baseline`.",
  );
  expect(at(true)).toEqual(empty);
});
