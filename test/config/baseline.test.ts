import { expect, test } from "vitest";
import { baselineText, compareWithBaseline, readBaseline } from "../../src/config/baseline.ts";
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
const recorded = (...findings: Finding[]) => read(baselineText(findings, empty, nothingOff));

test("the file: sorted, a line for each finding, files named from its directory", () => {
  const text = baselineText(
    [{ ...findingAt("b", 1, "x"), operation: "GET /a" }, findingAt("a", 2, "x\ny")],
    empty,
    nothingOff,
  );
  expect(text).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "findings": [
        {"file":"source/a.rst","rule":"a","message":"M.","fingerprint":"d18d8ae1b49c05bb8c64ab193394720e"},
        {"file":"source/a.rst","rule":"b","operation":"GET /a","message":"M.","fingerprint":"9f262a285b24605d5795d2e6598c5a2e"}
      ]
    }
    "
  `);
  expect(baselineText([], empty, nothingOff)).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
});

test("a recorded finding is known after its line moved, and not after its line changed", () => {
  const baseline = recorded(findingAt("a", 1, "row\n"));
  const moved = findingAt("a", 3, "new\nnew\n   row\n");
  expect(compareWithBaseline([moved], baseline, nothingOff)).toEqual({ fresh: [], gone: [] });
  const other = findingAt("a", 1, "other row\n");
  expect(compareWithBaseline([other], baseline, nothingOff)).toEqual({
    fresh: [other],
    gone: baseline.recorded,
  });
});

test("one more of the same is new, one less is gone", () => {
  const twice = "row\nrow\n";
  const first = findingAt("a", 1, twice);
  const second = findingAt("a", 2, twice);
  expect(compareWithBaseline([first, second], recorded(first), nothingOff).fresh).toEqual([second]);
  expect(compareWithBaseline([second], recorded(first, second), nothingOff).gone).toHaveLength(1);
});

test("rules that are off: nothing of theirs is gone, and what is recorded stays", () => {
  const baseline = recorded(findingAt("a", 1, "x"));
  expect(compareWithBaseline([], baseline, (rule) => rule === "a").gone).toEqual([]);
  expect(read(baselineText([], baseline, (rule) => rule === "a"))).toEqual(baseline);
  expect(read(baselineText([], baseline, nothingOff)).recorded).toEqual([]);
});

test.each([
  ["no JSON", "<<<<<<< ours"],
  ["another file", '{ "name": "package" }'],
  ["another version", '{ "version": 2, "findings": [] }'],
  ["no list", '{ "version": 1, "findings": {} }'],
  ["entries without fingerprints", '{ "version": 1, "findings": [{ "rule": "a" }] }'],
])("%s is no baseline, nor overwritten", (_, text) => {
  expect(() => read(text)).toThrow("docs/baseline.json is no baseline.");
  expect(() => read(text, true)).toThrow(UsageError);
});

test("a missing file is an error unless it is to be written", () => {
  const at = (updated: boolean) =>
    readBaseline(memoryFiles({}), { path, workingDirectory: "/project", updated });
  expect(() => at(false)).toThrow(
    "There is no baseline docs/baseline.json. Record today's findings with `--update-baseline`.",
  );
  expect(at(true)).toEqual(empty);
});
