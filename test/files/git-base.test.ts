import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diskFiles } from "../../src/files/disk.ts";
import { gitBase } from "../../src/files/git-base.ts";
import { UsageError } from "../../src/usage-error.ts";
import { emptyWorkTree, workTree } from "../support/git.ts";

const tree = workTree({ "docs/a.rst": "one\n" });
tree.git("switch", "--quiet", "--create", "topic");
tree.write({ "docs/a.rst": "two\n" });
tree.git("commit", "--quiet", "--all", "--message", "topic");
tree.git("tag", "topic-1");
tree.git("switch", "--quiet", "--detach", "before");
tree.write({ "docs/b.rst": "other\n" });
tree.git("add", "--all");
tree.git("commit", "--quiet", "--message", "main");
tree.git("branch", "main-line");
tree.git("switch", "--quiet", "--orphan", "unrelated");
tree.git("commit", "--quiet", "--allow-empty", "--message", "unrelated");
tree.git("switch", "--quiet", "topic");
const nowhere = mkdtempSync(join(tmpdir(), "apiref-no-git-"));
const empty = emptyWorkTree();
const shallow = mkdtempSync(join(tmpdir(), "apiref-shallow-"));
tree.git("clone", "--quiet", "--depth=1", "--branch=topic", `file://${tree.path}`, shallow);
tree.git("-C", shallow, "fetch", "--quiet", "--depth=1", "origin", "main-line:refs/remotes/origin/main-line");
afterAll(() => {
  for (const one of [tree, empty]) one.remove();
  for (const path of [nowhere, shallow]) rmSync(path, { recursive: true });
});

const base = (revision: string, directory = tree.path) => gitBase(diskFiles(), directory, revision).commit;
const commit = (name: string) => base(`${name}...${name}`);

test.each([
  ["a branch that went on", "main-line", "before"],
  ["HEAD", "HEAD", "topic"],
  ["a tag", "before", "before"],
  ["an earlier commit", "HEAD~1", "before"],
  ["two revisions", "main-line...topic", "before"],
  ["two dots", "main-line..topic-1", "before"],
  ["an open end", "main-line...", "before"],
])("%s", (_, revision, want) => {
  expect(base(revision)).toBe(commit(want));
});

test.each([
  ["no work tree", "before", nowhere, /needs a git work tree, and .* is in none\.$/],
  ["no such revision", "nonsense", tree.path, /no revision `nonsense`.* `git fetch --all --tags`\.$/],
  ["an option in place of a revision", "--output=x", tree.path, /no revision `--output=x`/],
  ["no commit in common", "unrelated", tree.path, /`unrelated` and `HEAD` have no commit in common\./],
  ["no commit at all", "main", empty.path, /this repository has none\. Run `git commit` first/],
  ["a shallow clone", "origin/main-line", shallow, /shallow and lacks .*Run `git fetch --unshallow`\.$/],
  [
    "a branch that was not fetched",
    "origin/other",
    shallow,
    /Run `git fetch --unshallow origin other:refs\/remotes\/origin\/other`\.$/,
  ],
])("%s: one line that says what to do", (_, revision, directory, message) => {
  expect(() => base(revision, directory)).toThrow(UsageError);
  expect(() => base(revision, directory)).toThrow(message);
});
