import { expect, test } from "vitest";
import { type FileDiff, type Hunk, readGitDiff } from "../../src/files/git-diff.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { findingsOfChange } from "../../src/findings/changed.ts";
import { SourceFile } from "../../src/text/source-file.ts";
import { span } from "../../src/text/span.ts";
import { readMarks } from "../support/marks.ts";

const hunk = (line: number, count: number, removed: string[] = [], added: string[] = []): Hunk => ({
  line,
  count,
  removed,
  added,
});
const changed = (name: string, ...hunks: Hunk[]): FileDiff => ({
  oldName: name,
  newName: name,
  hunks,
  binary: false,
});

/** Whether a finding at the first mark of `/top/a.yaml`, related to the second, is one of the change. */
function isKept(marked: string, diffs: readonly FileDiff[], untracked: readonly string[] = []): boolean {
  const { text, places } = readMarks(marked);
  const file = new SourceFile("/top/a.yaml", text);
  const [own, ...related] = places.map(({ start, end }) => span(file, start, end));
  const finding = {
    rule: "r",
    severity: "error" as const,
    message: "M.",
    span: own!,
    related: related.map((place) => ({ span: place, message: "here" })),
  };
  const files = memoryFiles({ files: { "/top/a.yaml": text } });
  return findingsOfChange([finding], { top: "/top", diffs, untracked }, files).length === 1;
}

const definition = "«limit»:\n  in: query\n  type: string\n\nother:\n  in: path\n";

test.each<[string, boolean, string, FileDiff[]]>([
  ["its line differs", true, "a\n«b»\nc\n", [changed("a.yaml", hunk(2, 1))]],
  ["the line above differs", false, "a\n«b»\nc\n", [changed("a.yaml", hunk(1, 1))]],
  ["the line below differs", false, "a\n«b»\nc\n", [changed("a.yaml", hunk(3, 1))]],
  ["another file differs", false, "a\n«b»\nc\n", [changed("b.yaml", hunk(2, 1))]],
  ["a line of its span differs", true, "a\n«b\nc\nd»\n", [changed("a.yaml", hunk(3, 1))]],
  ["the line after a span that ends with a line break", false, "«a\n»b\n", [changed("a.yaml", hunk(2, 1))]],
  ["an empty span", true, "a\n«»b\n", [changed("a.yaml", hunk(2, 1))]],
  ["a related line differs", true, "«a»\nb\n«c»\n", [changed("a.yaml", hunk(3, 1))]],
  ["a related place that stands for its file", false, "«»a\n«b»\n", [changed("a.yaml", hunk(3, 1))]],
  [
    "a field was removed from below it",
    true,
    definition,
    [changed("a.yaml", hunk(2, 0, ["  required: true"]))],
  ],
  ["the last field was removed", true, definition, [changed("a.yaml", hunk(3, 0, ["  required: true"]))]],
  ["a field was replaced", true, definition, [changed("a.yaml", hunk(3, 1, ["  type: x"], ["  type: y"]))]],
  ["a field was added", false, definition, [changed("a.yaml", hunk(3, 1, [], ["  type: y"]))]],
  ["a comment was removed from below it", false, definition, [changed("a.yaml", hunk(2, 0, ["# x"]))]],
  ["a field was removed from the next one", false, definition, [changed("a.yaml", hunk(6, 0, ["  a: b"]))]],
  [
    "what it names is defined no more",
    true,
    "«limit»\n",
    [changed("b.yaml", hunk(2, 0, ["limit:", "  in: x"]))],
  ],
  [
    "what it names was moved",
    false,
    "«limit»\n",
    [changed("b.yaml", hunk(2, 0, ["limit:"])), changed("c.yaml", hunk(2, 1, [], ["limit:"]))],
  ],
  ["something else is defined no more", false, "«limit»\n", [changed("b.yaml", hunk(2, 0, ["limits:"]))]],
  ["a field of that name was removed", false, "«limit»\n", [changed("b.yaml", hunk(2, 0, ["  limit: 5"]))]],
  ["its last row was removed", true, "«limit»: 1\n", [changed("b.inc", hunk(2, 0, ["   - max: limit"]))]],
  [
    "a file that it names is gone",
    true,
    "«../x/list.json»\n",
    [{ oldName: "x/list.json", newName: undefined, hunks: [], binary: false }],
  ],
  [
    "a file that it names was moved",
    true,
    "«../x/list.json»\n",
    [{ oldName: "x/list.json", newName: "y/list.json", hunks: [], binary: false }],
  ],
  ["its file is binary for git", true, "«a»\n", [{ ...changed("a.yaml"), binary: true }]],
])("%s: %s", (_, want, marked, diffs) => {
  expect(isKept(marked, diffs)).toBe(want);
});

test("a file that git does not know yet is new as a whole", () => {
  expect(isKept("a\n«b»\n", [], ["a.yaml"])).toBe(true);
  expect(isKept("a\n«b»\n", [], ["b.yaml"])).toBe(false);
});

test("a file outside the work tree, or behind a link into it", () => {
  const file = new SourceFile("/link/a.rst", "a\n");
  const finding = { rule: "r", severity: "error" as const, message: "M.", span: span(file, 0, 1) };
  const diffs = readGitDiff("diff --git a/a.rst b/a.rst\n--- a/a.rst\n+++ b/a.rst\n@@ -1 +1 @@\n-b\n+a\n");
  const kept = (links: Record<string, string>) =>
    findingsOfChange(
      [finding],
      { top: "/top", diffs, untracked: [] },
      memoryFiles({ files: { "/top/a.rst": "a\n" }, links }),
    );
  expect(kept({})).toEqual([]);
  expect(kept({ "/link": "/top" })).toEqual([finding]);
});
