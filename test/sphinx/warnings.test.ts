import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
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

const RECORD = join(import.meta.dirname, "recorded.json");
const PYTHON = "/usr/bin/python3";
const all: Record<string, SphinxWarning> = { ...osApiRef, ...sphinx };

/** What Sphinx said of a tree, by name, and of which files. */
type Recorded = Readonly<Record<string, { readonly files: string; readonly said: readonly string[] }>>;

/** `npm run record-sphinx` writes what the installed Sphinx says of the trees; everywhere else that is looked up. */
describe("what Sphinx says of the same trees", () => {
  let recorded: Recorded = {};

  beforeAll(() => {
    if (process.env.SPHINX === "record") writeFileSync(RECORD, `${JSON.stringify(askSphinx(), null, 2)}\n`);
    recorded = JSON.parse(readFileSync(RECORD, "utf8")) as Recorded;
  }, 120_000);

  test.each(Object.entries(all))("%s", (name, { text, files }) => {
    expect(recorded[name]?.files, "the tree is another: npm run record-sphinx").toBe(fingerprint(files));
    expect(recorded[name]!.said.join("\n")).toContain(text);
  });

  test("nothing else is recorded", () => {
    expect(Object.keys(recorded)).toEqual(Object.keys(all));
  });
});

/** Lets Sphinx with os-api-ref build each tree in a folder of its own. */
function askSphinx(): Recorded {
  const directory = mkdtempSync(join(tmpdir(), "sphinx-warnings-"));
  const trees = join(directory, "trees");
  for (const [name, { files }] of Object.entries(all)) {
    const tree = treeOf(files);
    for (const file of Object.keys(files)) {
      const path = join(trees, folderOf(name), file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, tree.files.read(`${ROOT}/${file}`));
    }
  }
  const { stdout } = spawnSync(PYTHON, [join(import.meta.dirname, "print_warnings.py"), trees], {
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  rmSync(directory, { recursive: true });
  const said = JSON.parse(stdout) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(all).map(([name, { files }]) => [
      name,
      { files: fingerprint(files), said: linesOf(said[folderOf(name)]!, join(trees, folderOf(name))) },
    ]),
  );
}

/** Its words without colours, the folder that it was built in, and the way through Python's code to an error. */
function linesOf(said: string, folder: string): string[] {
  return (
    said
      // biome-ignore lint/suspicious/noControlCharactersInRegex: Sphinx colours its warnings
      .replace(/\x1b\[[\d;]*m/g, "")
      .replaceAll(`${folder}/`, "")
      .replace(/^Traceback .*\n(?:[ \t].*\n|\n)*/gm, "")
      .split("\n")
      .filter((line) => line.trim() !== "")
  );
}

function fingerprint(files: SphinxWarning["files"]): string {
  return createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
}

function folderOf(name: string): string {
  return name.replaceAll(" ", "-");
}
