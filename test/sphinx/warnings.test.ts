import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkTree, ROOT, treeOf } from "../support/project.ts";
import { osApiRef, type SphinxWarning, sphinx } from "./warnings.ts";

describe.each([
  ["os-api-ref", osApiRef],
  ["docutils and Sphinx", sphinx],
])("%s", (_, warnings) => {
  test.each(Object.entries(warnings))("%s", (_name, { rule, files }) => {
    const found = checkTree(files)
      .filter((finding) => finding.rule === rule)
      .map(
        ({ span }) => `${span.file.path.replace(`${ROOT}/`, "")}:${span.file.positionAt(span.start).line}`,
      );
    const wanted = treeOf(files).marks.map(({ file, start }) => {
      const text = files[file]!.replace(/[«»]/g, "");
      return `${file}:${text.slice(0, start).split("\n").length}`;
    });
    expect(found).toEqual(wanted);
  });
});

const PYTHON = "/usr/bin/python3";
const isInstalled = spawnSync(PYTHON, ["-c", "import os_api_ref, sphinx"], { encoding: "utf8" }).status === 0;

describe.runIf(isInstalled)("what Sphinx says of the same trees", () => {
  const all: Record<string, SphinxWarning> = { ...osApiRef, ...sphinx };
  const directory = mkdtempSync(join(tmpdir(), "sphinx-warnings-"));
  let said: Record<string, string> = {};

  beforeAll(() => {
    for (const [name, { files }] of Object.entries(all)) {
      const tree = treeOf(files);
      for (const file of Object.keys(files)) {
        const path = join(directory, "trees", folderOf(name), file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, tree.files.read(`${ROOT}/${file}`));
      }
    }
    const script = join(import.meta.dirname, "print_warnings.py");
    const { stdout } = spawnSync(PYTHON, [script, join(directory, "trees")], {
      encoding: "utf8",
      maxBuffer: Number.POSITIVE_INFINITY,
    });
    said = JSON.parse(stdout) as Record<string, string>;
  }, 120_000);
  afterAll(() => rmSync(directory, { recursive: true }));

  test.each(Object.entries(all))("%s", (name, { text }) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Sphinx colours its warnings
    expect(said[folderOf(name)]!.replace(/\x1b\[[\d;]*m/g, "")).toContain(text);
  });
});

function folderOf(name: string): string {
  return name.replaceAll(" ", "-");
}
