import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { applyPatch } from "diff";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/text/diff.ts";

test.each<[string, string | undefined, string, string]>([
  ["nothing", "a\n", "a\n", ""],
  ["a line", "a\nb\n", "a\nc\n", "--- a/x.inc\n+++ b/x.inc\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"],
  ["a new file", undefined, "a\n", "--- /dev/null\n+++ b/x.inc\n@@ -0,0 +1,1 @@\n+a\n"],
  ["CRLF", "a\r\nb\r\n", "b\r\n", "--- a/x.inc\n+++ b/x.inc\n@@ -1,2 +1,1 @@\n-a\r\n b\r\n"],
  [
    "no line break at the end",
    "a",
    "b",
    "--- a/x.inc\n+++ b/x.inc\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
  ],
])("shows %s", (_, before, after, wanted) => {
  expect(unifiedDiff({ path: "x.inc", before, after })).toBe(wanted);
});

test("a program that applies it comes to the new text", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c", "", " d", "- e"), { maxLength: 30 })
    .chain((lines) => fc.constantFrom("\n", "").map((end) => lines.join("\n") + end));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = unifiedDiff({ path: "x.inc", before, after });
      expect(diff === "" ? before : applyPatch(before, diff)).toBe(after);
    }),
  );
});

test("git applies it, whatever the file is called", () => {
  const directory = mkdtempSync(join(tmpdir(), "diff-"));
  const files: [path: string, before: string | undefined, after: string][] = [
    ["plain.inc", "one\ntwo\nthree\nfour\nfive\nsix\nseven\n", "one\nthree\nfour\nfive\nsix\nseven\neight"],
    ["with blank/a b.inc", "one\r\ntwo\r\n", "one\r\n2\r\n"],
    ['a "quoted"\tname.inc', "one\n", "two\n"],
    ["Ünïcode.inc", "one", "two\n"],
    ["new/status.yaml", undefined, "200:\n  default: |\n    Fine.\n"],
    ["emptied.inc", "one\n", ""],
  ];
  try {
    for (const [path, before] of files) {
      if (before === undefined) continue;
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), before);
    }
    const input = files.map(([path, before, after]) => unifiedDiff({ path, before, after })).join("");
    execFileSync("git", ["apply", "-"], { cwd: directory, input });
    const texts = files.map(([path]) => readFileSync(join(directory, path), "utf8"));
    expect(texts).toEqual(files.map(([, , after]) => after));
  } finally {
    rmSync(directory, { recursive: true });
  }
});
