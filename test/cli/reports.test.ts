import { describe, expect, test } from "vitest";
import { diskFiles } from "../../src/files/disk.ts";
import type { Files } from "../../src/files/files.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { workTree } from "../support/git.ts";
import { run } from "../support/run.ts";

const index = `
Widgets
=======

List widgets
------------

.. rest_method:: GET /v2/widgets

Lists all widgets.

.. rest_parameters:: parameters.yaml

   - limit: limit
   - marker: marker
`;
const parameters = `
limit:
  description: |
    How many widgets to give.
  in: query
  required: false
  type: integer
marker:
  description: |
    The last widget that was seen.
  in: query
  required: false
  type: string
`;
const tree = (files: Record<string, string> = {}): Files =>
  memoryFiles({
    files: {
      "/project/input/index.rst": index,
      "/project/input/parameters.yaml": parameters.replace(/^marker:/m, "markr:"),
      ...files,
    },
  });
const read = (files: Files, path: string) => new TextDecoder().decode(files.read(path));
const unknown = ["unknown-parameter"];
/** The rules that an output in JSON reports, those of interest here. */
const rulesOf = (out: string) =>
  (JSON.parse(out).findings as { rule: string }[])
    .map(({ rule }) => rule)
    .filter((rule) => rule === "unknown-parameter");

describe("--report", () => {
  test("writes each report beside what is printed, without colour", async () => {
    const files = tree();
    const argv = ["lint", "--report", "sarif=out/a.sarif", "--report", "pretty=out/a=b.txt"];
    const { exitCode, out, err } = await run(files, argv, { outIsTerminal: true });
    expect(exitCode).toBe(1);
    expect(out).toContain("\u001b[");
    expect(read(files, "/project/out/a=b.txt")).toMatch(/^input\/index\.rst:\d+:\d+ /);
    expect(JSON.parse(read(files, "/project/out/a.sarif")).version).toBe("2.1.0");
    expect(err).toContain("wrote out/a.sarif, out/a=b.txt in ");
  });

  test("build writes its document and the report", async () => {
    const files = tree();
    await run(files, ["build", "--report", "junit=findings.xml"]);
    expect(files.list("/project")).toEqual(["findings.xml", "input", "output"]);
  });

  test.each([
    [["--report", "sarif"], "Write it as FORMAT=FILE, such as sarif=findings.sarif."],
    [["--report", "xml=a"], "Formats are pretty, json,"],
    [["--report", "json=a", "--report", "sarif=./a"], "./a is to be written twice. Name another file."],
  ])("%j: exit code 2, nothing written", async (argv, message) => {
    const files = tree();
    const { exitCode, out, err } = await run(files, ["lint", ...argv]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err).toContain(message);
    expect(files.list("/project")).toEqual(["input"]);
  });
});

describe("--baseline", () => {
  const lint = (files: Files, ...argv: string[]) =>
    run(files, ["lint", "--format", "json", "--baseline", "base.json", ...argv]);

  test("findings of today are recorded, and then only new ones reported", async () => {
    const files = tree();
    const updated = await lint(files, "--update-baseline");
    expect({ exitCode: updated.exitCode, findings: JSON.parse(updated.out).findings }).toEqual({
      exitCode: 0,
      findings: [],
    });
    expect(updated.err).toMatch(/^baseline: \d+ new findings recorded, 0 gone removed$/m);
    expect((await lint(files)).exitCode).toBe(0);

    files.writeAll(new Map([["/project/input/index.rst", `${index}   - sort: sort_ky\n`]]));
    const { exitCode, out } = await lint(files);
    expect({ exitCode, rules: rulesOf(out) }).toEqual({ exitCode: 1, rules: unknown });
  });

  test("says how many are gone, and removes them when asked to", async () => {
    const files = tree();
    await lint(files, "--update-baseline");
    files.writeAll(new Map([["/project/input/parameters.yaml", parameters]]));
    expect((await lint(files)).err).toContain("\n1 recorded finding is gone; --update-baseline removes it\n");
    // The findings of other documents are not looked for.
    expect((await lint(files, "--document", "index")).err).not.toContain("gone");
    expect((await lint(files, "--update-baseline")).err).toMatch(/recorded, [1-9]\d* gone removed$/m);
    expect((await lint(files)).err).not.toContain("gone");
  });

  test("the configuration can name it", async () => {
    const files = tree({ "/project/input/apiref.config.yaml": "baseline: ../base.json\n" });
    await run(files, ["lint", "--update-baseline"]);
    expect(files.list("/project")).toContain("base.json");
    expect((await run(files, ["lint"])).exitCode).toBe(0);
  });

  test.each([
    [["--baseline", "base.json"], "There is no baseline base.json."],
    [["--update-baseline"], "`--update-baseline` has no file to record in."],
    [["--baseline", "b", "--update-baseline", "--document", "index"], "Leave out `--document`."],
    [["--baseline", "input/index.rst", "--update-baseline"], "input/index.rst is not a baseline."],
  ])("%j: exit code 2 and a line that says what to do", async (argv, message) => {
    const { exitCode, err } = await run(tree(), ["lint", ...argv]);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^apiref: .*\n$/);
    expect(err).toContain(message);
  });
});

describe("--changed-since", () => {
  test("only findings of the change", async () => {
    const work = workTree({
      "source/index.rst": `${index}   - sort: sort_ky\n`,
      "source/parameters.yaml": parameters,
    });
    try {
      const lint = async () => {
        const argv = ["lint", "source", "--format", "json", "--changed-since", "before"];
        const { out } = await run(diskFiles(), argv, { workingDirectory: work.path });
        return (JSON.parse(out).findings as { rule: string; line: number }[])
          .filter(({ rule }) => rule === "unknown-parameter")
          .map(({ line }) => line);
      };
      // The old mistake, in line 16, is not reported.
      expect(await lint()).toEqual([]);
      work.write({ "source/index.rst": `\n${index}   - sort: sort_ky\n   - dir: sort_dirr\n` });
      expect(await lint()).toEqual([18]);
      // A definition that is gone: its row did not change, yet it is the change that broke it.
      work.write({ "source/parameters.yaml": parameters.slice(0, parameters.indexOf("marker:")) });
      expect(await lint()).toEqual([16, 18]);
    } finally {
      work.remove();
    }
  });

  test("no work tree: exit code 2", async () => {
    const { exitCode, err } = await run(tree(), ["lint", "--changed-since", "HEAD"]);
    expect({ exitCode, lines: err.split("\n").length }).toEqual({ exitCode: 2, lines: 2 });
  });
});
