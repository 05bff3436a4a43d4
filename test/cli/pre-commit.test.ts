import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { comparedRevision } from "../../src/commands/pre-commit.ts";
import { diskFiles } from "../../src/files/disk.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { type WorkTree, workTree } from "../support/git.ts";
import { run } from "../support/run.ts";

const index = (row: string) => `
Lamps
=====

List lamps
----------

.. rest_method:: GET /v2/lamps

Lists all lamps.

.. rest_parameters:: parameters.yaml

   - limit: limit
${row}`;
const definitions = "limit:\n  description: Most.\n  in: query\n  required: false\n  type: integer\n";
const faulty = "   - colour: colour\n";
const source = "api-ref/source";

let tree: WorkTree;
beforeAll(() => {
  tree = workTree({
    [`${source}/index.rst`]: index(faulty),
    [`${source}/parameters.yaml`]: definitions,
    "notes.txt": "",
  });
});
afterAll(() => tree.remove());
beforeEach(() => tree.git("reset", "--hard", "before"));

/** The unknown keys that the hook finds, when pre-commit names these files. */
async function found(names: readonly string[], environment: Record<string, string> = {}) {
  const argv = ["pre-commit", ".", "--format", "json", ...names];
  const { out, err } = await run(diskFiles(), argv, { workingDirectory: tree.path, environment });
  const { findings } = JSON.parse(out || err) as { findings: { rule: string; message: string }[] };
  return findings.filter(({ rule }) => rule === "unknown-parameter").map(({ message }) => message);
}
const colour = expect.stringContaining("`colour`");
const shape = expect.stringContaining("`shape`");
const change = () => tree.write({ [`${source}/index.rst`]: index(`${faulty}   - shape: shape\n`) });
const all = [`${source}/index.rst`, `${source}/parameters.yaml`];

test("all files: everything is checked, with something staged and without", async () => {
  expect(await found(all)).toEqual([colour]);
  change();
  tree.git("add", "--all");
  expect(await found(all)).toEqual([colour, shape]);
});

test("a commit: only what it brings", async () => {
  change();
  tree.git("add", "--all");
  expect(await found([`${source}/index.rst`])).toEqual([shape]);
});

test("two revisions: only what the second has more", async () => {
  change();
  tree.git("commit", "--all", "--message", "shape", "--no-verify");
  const refs = { PRE_COMMIT_FROM_REF: "before", PRE_COMMIT_TO_REF: "HEAD" };
  expect(await found(all, refs)).toEqual([shape]);
});

test("no names, as where somebody sets `pass_filenames: false`: what is staged, if anything is", async () => {
  expect(await found([])).toEqual([colour]);
  change();
  tree.git("add", "--all");
  expect(await found([])).toEqual([shape]);
});

test("without a work tree there is nothing to compare with", () => {
  const surroundings = { environment: {}, workingDirectory: "/project" };
  expect(comparedRevision(memoryFiles({ files: { "/project/a": "" } }), surroundings, ["a"])).toBeUndefined();
});
