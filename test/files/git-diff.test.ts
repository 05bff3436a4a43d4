import { expect, test } from "vitest";
import { type FileDiff, readGitDiff } from "../../src/files/git-diff.ts";

const file = (more: Partial<FileDiff>): FileDiff => ({
  oldName: "a.rst",
  newName: "a.rst",
  hunks: [],
  binary: false,
  ...more,
});
const header = "diff --git a/a.rst b/a.rst\n";
const names = "index 1..2 100644\n--- a/a.rst\n+++ b/a.rst\n";

test.each<[string, string, FileDiff[]]>([
  ["nothing", "", []],
  [
    "lines that were replaced, added and removed",
    `${header}${names}@@ -2 +2,2 @@ Title\n-old\n+new\n+er\n@@ -5,0 +7 @@\n+more\n@@ -9,2 +11,0 @@\n-less\n-and less\n`,
    [
      file({
        hunks: [
          { line: 2, count: 2, removed: ["old"], added: ["new", "er"] },
          { line: 7, count: 1, removed: [], added: ["more"] },
          { line: 11, count: 0, removed: ["less", "and less"], added: [] },
        ],
      }),
    ],
  ],
  [
    "lines that look like the diff's own",
    `${header}${names}@@ -1,2 +1,2 @@\n--- a/x\n-@@ -1 +1 @@\n+++ b/y\n+diff --git a/x b/x\n@@ -5 +5 @@\n-a\n+b\n`,
    [
      file({
        hunks: [
          {
            line: 1,
            count: 2,
            removed: ["-- a/x", "@@ -1 +1 @@"],
            added: ["++ b/y", "diff --git a/x b/x"],
          },
          { line: 5, count: 1, removed: ["a"], added: ["b"] },
        ],
      }),
    ],
  ],
  [
    "no line break at the end",
    `${header}${names}@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n`,
    [file({ hunks: [{ line: 1, count: 1, removed: ["a"], added: ["b"] }] })],
  ],
  [
    "a new file and one that is gone",
    `diff --git a/new file b/new file\nnew file mode 100644\nindex 0..1\n--- /dev/null\n+++ b/new file\t\n@@ -0,0 +1 @@\n+a\ndiff --git a/old b/old\ndeleted file mode 100644\nindex 1..0\n--- a/old\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n`,
    [
      file({
        oldName: undefined,
        newName: "new file",
        hunks: [{ line: 1, count: 1, removed: [], added: ["a"] }],
      }),
      file({
        oldName: "old",
        newName: undefined,
        hunks: [{ line: 0, count: 0, removed: ["a"], added: [] }],
      }),
    ],
  ],
  [
    "a file that was renamed",
    "diff --git a/a b b/c d/e\nsimilarity index 100%\nrename from a b\nrename to c d/e\n",
    [file({ oldName: "a b", newName: "c d/e" })],
  ],
  [
    "unusual names",
    'diff --git "a/caf\\303\\251 \\"1\\"\\t" "b/caf\\303\\251 \\"1\\"\\t"\nold mode 100644\nnew mode 100755\n',
    [file({ oldName: 'café "1"\t', newName: 'café "1"\t' })],
  ],
  [
    "a binary file",
    "diff --git a/b c/d b/b c/d\nindex 1..2\nBinary files a/b c/d and b/b c/d differ\n",
    [file({ oldName: "b c/d", newName: "b c/d", binary: true })],
  ],
])("%s", (_, text, want) => {
  expect(readGitDiff(text)).toEqual(want);
});
