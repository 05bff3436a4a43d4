import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diskFiles } from "../../src/files/disk.ts";
import { gitBase } from "../../src/files/git-base.ts";
import { gitFiles } from "../../src/files/git-files.ts";
import { workTree } from "../support/git.ts";

const tree = workTree(
  {
    "docs/same.rst": "same\n",
    "docs/changed.rst": "before\n",
    "docs/gone/neu é.rst": "gone\n",
    "docs/program.py": "before\n",
    "samples/list.json": "{}\n",
    ".gitignore": "made\n*.made\n",
  },
  { "docs/link.json": "../samples/list.json", "docs/loop": "loop", "docs/folder": "gone" },
);
tree.write({
  "docs/changed.rst": "after\n",
  "docs/gone/neu é.rst": undefined,
  "docs/program.py": "after\n",
  "docs/new.rst": "new\n",
  "docs/made/a.rst": "made\n",
  "docs/b.made": "made\n",
});
rmSync(join(tree.path, "docs/link.json"));
symlinkSync("new.rst", join(tree.path, "docs/link.json"));
mkdirSync(join(tree.path, "docs/empty"));
afterAll(() => tree.remove());

const disk = diskFiles();
const files = gitFiles(disk, gitBase(disk, tree.path, "before"));
const at = (name: string) => join(tree.path, name);
const text = (name: string) => Buffer.from(files.read(at(name))).toString();

test.each([
  ["docs/same.rst", "same\n"],
  ["docs/changed.rst", "before\n"],
  ["docs/gone/neu é.rst", "gone\n"],
  ["docs/program.py", "before\n"],
  ["docs/link.json", "{}\n"],
  ["docs/folder/neu é.rst", "gone\n"],
  ["docs/made/a.rst", "made\n"],
])("%s is as it was", (name, want) => {
  expect(text(name)).toBe(want);
  expect(files.status(at(name))).toMatchObject({ kind: "file", size: Buffer.byteLength(want) });
});

test("what was not there is not there", () => {
  for (const name of ["docs/new.rst", "docs/empty", "docs/loop", "docs/none"]) {
    expect([name, files.status(at(name)), files.realPath(at(name))]).toEqual([name, undefined, undefined]);
    expect(() => text(name)).toThrow("no such file");
  }
});

test("folders list what was there, and what git ignores", () => {
  expect(files.list(at("docs"))).toEqual(
    ["b.made", "changed.rst", "folder", "gone", "link.json", "loop", "made", "program.py", "same.rst"].sort(),
  );
  expect(files.list(at("docs/gone"))).toEqual(["neu é.rst"]);
  expect(files.list(at("docs/empty"))).toEqual([]);
  expect(files.status(at("docs/gone"))).toEqual({ kind: "directory", size: 0 });
});

test("links lead to what they led to", () => {
  expect(files.realPath(at("docs/link.json"))).toBe(at("samples/list.json"));
  expect(files.realPath(at("docs/folder"))).toBe(at("docs/gone"));
});

test("a file that has not changed has the version of the disk, so that it is read once", () => {
  expect(files.status(at("docs/same.rst"))).toEqual(disk.status(at("docs/same.rst")));
  expect(files.status(at("docs/changed.rst"))).not.toEqual(disk.status(at("docs/changed.rst")));
});
