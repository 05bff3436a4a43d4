import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskFiles } from "../../src/files/disk.ts";
import { revisionOf } from "../../src/files/git-revision.ts";

let directory: string;
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
    cwd: directory,
    encoding: "utf8",
  }).trim();
const write = (path: string, text: string) => writeFileSync(join(directory, path), text);
const commit = (): string => {
  git("add", "-A");
  git("commit", "-q", "-m", "Change");
  return git("rev-parse", "--short=12", "HEAD");
};
const revision = (made = "/elsewhere/page.html", folder = "source") =>
  revisionOf(diskFiles(), join(directory, folder), join(directory, made));

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "revision-"));
  git("init", "-q");
  for (const folder of ["source", "made"]) mkdirSync(join(directory, folder));
  write("source/index.rst", "one");
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test("the last commit that touched the folder, and whether something has changed since", () => {
  expect(revision()).toBeUndefined();
  const first = commit();
  write("other", "one");
  const second = commit();
  expect(revision()).toBe(first);
  expect(revision("made/page.html", ".")).toBe(second);
  write("source/index.rst", "two");
  expect(revision()).toBe(`${first}, changed since`);
});

test("nothing where git keeps what is made beside the sources", () => {
  write("made/page.html", "one");
  commit();
  expect(revision("made/page.html")).toBeUndefined();
  expect(revision("made/other.html")).toBeDefined();
  git("rm", "-q", "made/page.html");
  expect(revision("made/page.html")).toBeDefined();
});

test("names are no patterns", () => {
  mkdirSync(join(directory, "so*"));
  write("so*/index.rst", "one");
  const first = commit();
  write("source/index.rst", "two");
  commit();
  expect(revision("x/page.html", "so*")).toBe(first);
});
