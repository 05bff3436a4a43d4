import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diskFiles } from "../../src/files/disk.ts";
import { gitChanges } from "../../src/files/git.ts";
import { UsageError } from "../../src/usage-error.ts";
import { workTree } from "../support/git.ts";

const files = diskFiles();
const lines = "one\ntwo\nthree\nfour\nfive\n";
const tree = workTree({
  "docs/a.rst": lines,
  "docs/gone.rst": "gone\n",
  "samples/old name.json": lines,
  ".gitignore": "ignored\n",
});
const outside = mkdtempSync(join(tmpdir(), "apiref-no-git-"));
afterAll(() => {
  tree.remove();
  rmSync(outside, { recursive: true });
});

test("what differs in the whole work tree, staged or not", () => {
  tree.write({
    "docs/a.rst": lines.replace("two", "2"),
    "docs/gone.rst": undefined,
    "samples/old name.json": undefined,
    "samples/neu é.json": lines.replace("five\n", ""),
    "docs/untracked.rst": "new\n",
    "docs/ignored": "x\n",
  });
  tree.git("add", "samples");
  // People's own settings must not change what is read.
  for (const [name, value] of [
    ["diff.noprefix", "true"],
    ["diff.interHunkContext", "9"],
    ["diff.renames", "false"],
    ["color.ui", "always"],
  ] as const)
    tree.git("config", name, value);

  const { top, diffs, untracked } = gitChanges(files, join(tree.path, "docs"), "before");
  expect(top).toBe(tree.path);
  expect(untracked).toEqual(["docs/untracked.rst"]);
  expect(
    diffs.map(({ oldName, newName, hunks }) => [oldName, newName, hunks.map(({ line }) => line)]),
  ).toEqual([
    ["docs/a.rst", "docs/a.rst", [2]],
    ["docs/gone.rst", undefined, [0]],
    ["samples/old name.json", "samples/neu é.json", [4]],
  ]);
});

test.each([
  ["no work tree", outside, "before", /needs a git work tree, and .* is in none/],
  ["a directory that is not there", join(outside, "x"), "before", /needs a git work tree, and .* is in none/],
  ["no such revision", tree.path, "nonsense", /git knows no revision `nonsense`/],
  ["an option in place of a revision", tree.path, "--output=x", /git knows no revision `--output=x`/],
  ["a range", tree.path, "before..HEAD", /git knows no revision/],
])("%s: an error in one line", (_, directory, revision, message) => {
  const attempt = () => gitChanges(files, directory, revision);
  expect(attempt).toThrow(UsageError);
  expect(attempt).toThrow(message);
});
