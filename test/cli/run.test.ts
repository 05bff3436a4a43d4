import { describe, expect, test } from "vitest";
import type { Files } from "../../src/files/files.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";

const index = `
Widgets
=======

List widgets
------------

.. rest_method:: GET /v2/widgets

Lists all widgets.

Response codes
~~~~~~~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - 401

Request
~~~~~~~

.. rest_parameters:: parameters.yaml

   - limit: limit
`;
const parameters = `
limit:
  description: |
    How many widgets to give.
  in: query
  required: false
  type: integer
`;
const status = "200:\n  default: |\n    Done.\n401:\n  default: |\n    Not known.\n";

/** A tree in /project/input; `index.rst` may be changed. */
const treeWith = (change: (text: string) => string = (text) => text): Files =>
  memoryFiles({
    files: {
      "/project/input/index.rst": change(index),
      "/project/input/parameters.yaml": parameters,
      "/project/input/status.yaml": status,
    },
  });
const good = () => treeWith();
/** One row more, whose key is misspelt: one error. */
const bad = () => treeWith((text) => `${text}   - marker: limti\n`);
const read = (files: Files, path: string) => new TextDecoder().decode(files.read(path));
describe("exit codes", () => {
  test.each([
    ["0 without findings", good(), ["lint"], 0],
    ["1 with an error", bad(), ["lint"], 1],
    ["0 when the rule is off", bad(), ["lint", "--rule", "unknown-parameter=off"], 0],
    ["0 with a warning", bad(), ["lint", "--rule", "unknown-parameter=warning"], 0],
    [
      "0 with as many warnings as allowed",
      bad(),
      ["lint", "--rule", "unknown-parameter=warning", "--max-warnings", "1"],
      0,
    ],
    [
      "1 with more warnings than allowed",
      bad(),
      ["lint", "--rule", "unknown-parameter=warning", "--max-warnings", "0"],
      1,
    ],
    ["build: 0 without findings", good(), ["build"], 0],
    ["build: 1 with an error", bad(), ["build"], 1],
  ])("%s", async (_, files, argv, want) => {
    const { exitCode, out, err } = await run(files, argv);
    expect(exitCode, out + err).toBe(want);
  });
});

test("build writes document and source map, also with errors", async () => {
  const files = bad();
  await run(files, ["build", "-o", "spec/deep"]);
  expect(files.list("/project/spec/deep")).toEqual(["openapi.map.json", "openapi.yaml"]);
  expect(read(files, "/project/spec/deep/openapi.yaml")).toMatch(/^openapi: '3\.1\.\d'\n/);
  const { version, sources } = JSON.parse(read(files, "/project/spec/deep/openapi.map.json"));
  expect(version).toBe(1);
  expect(sources["/paths/~1v2~1widgets/get"]).toEqual({
    file: "index.rst",
    line: 5,
    column: expect.any(Number),
  });
});

test("build --ext json", async () => {
  const files = good();
  await run(files, ["build", "--ext", "json"]);
  expect(files.list("/project/output")).toEqual(["openapi.json", "openapi.map.json"]);
  expect(JSON.parse(read(files, "/project/output/openapi.json")).paths).toHaveProperty([
    "/v2/widgets",
    "get",
  ]);
});

test("lint writes no file", async () => {
  const files = bad();
  await run(files, ["lint"]);
  expect(files.list("/project")).toEqual(["input"]);
});

test("another working directory gives the same bytes", async () => {
  const [here, there] = [bad(), bad()];
  await run(here, ["build"]);
  await run(there, ["build", "../project/input", "-o", "/elsewhere"], { workingDirectory: "/other" });
  for (const name of ["openapi.yaml", "openapi.map.json"])
    expect(read(there, `/elsewhere/${name}`)).toBe(read(here, `/project/output/${name}`));
});

test("an output that cannot be written: exit code 2, one line, no findings, the old output whole", async () => {
  const files = good();
  await run(files, ["build"]);
  const before = read(files, "/project/output/openapi.yaml");
  const { exitCode, out, err } = await run(files, ["build", "-o", "input/index.rst"]);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  expect(err).toMatch(
    /^apiref: Cannot write .*; nothing was changed\. Name a directory that can be written\.\n$/,
  );
  expect(read(files, "/project/output/openapi.yaml")).toBe(before);
  expect(read(files, "/project/input/index.rst")).toBe(index);
});

test("findings go to standard output, the summary to standard error", async () => {
  const { out, err } = await run(bad(), ["lint"]);
  expect(out).toBe(`\
input/index.rst:29:14 error No definition for \`limti\` in parameters.yaml. Did you mean \`limit\`? unknown-parameter
  29 |    - marker: limti
     |              ^^^^^
  in GET /v2/widgets
  input/parameters.yaml:1:1 looked up here

count  fixable
    1           error    unknown-parameter
`);
  expect(err).toBe(`\
1 operation, 2 parameters, 2 status codes in 1 document
0 samples: 0 valid, 0 invalid, 0 not JSON
checked in 0.00 s
1 error, 0 warnings, 0 infos in 1 file
`);
});

test.each([
  [
    "the table of rules is all that build prints",
    ["build"],
    "count  fixable\n    1           error    unknown-parameter\n",
  ],
  [
    "lint as well, if asked",
    ["lint", "--statistics"],
    "count  fixable\n    1           error    unknown-parameter\n",
  ],
  ["only other rules", ["lint", "--only", "sample-*", "--only", "url-missing"], ""],
  ["only errors", ["lint", "--errors-only", "--rule", "unknown-parameter=warning"], ""],
])("%s", async (_, argv, want) => {
  expect((await run(bad(), argv)).out).toBe(want);
});

test.each([
  ["build with -v", ["build", "-v"]],
  ["build with a format", ["build", "--format", "pretty"]],
  ["only this rule", ["lint", "--only", "unknown-*"]],
])("%s prints all findings", async (_, argv) => {
  expect((await run(bad(), argv)).out).toContain("looked up here");
});

test("GitHub gets a summary of the step behind what is there", async () => {
  const files = bad();
  const environment = { GITHUB_STEP_SUMMARY: "/runner/summary.md" };
  await run(files, ["lint", "--format", "github"], { environment });
  await run(files, ["lint", "--format", "github"], { environment });
  expect(
    read(files, "/runner/summary.md").match(/^### api-ref: 1 error, 0 warnings, 0 infos$/gm),
  ).toHaveLength(2);
  expect(read(files, "/runner/summary.md")).toContain("| unknown-parameter | error | 1 |");
});

test.each([
  ["forced", { FORCE_COLOR: "1" }, false, true],
  ["forced against NO_COLOR", { FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
  ["forced off", { FORCE_COLOR: "0" }, true, false],
  ["not wanted", { NO_COLOR: "1" }, true, false],
  ["a terminal", {}, true, true],
  ["a simple terminal", { TERM: "dumb" }, true, false],
])("colour: %s", async (_, environment, outIsTerminal, want) => {
  const { out } = await run(bad(), ["lint"], { environment, outIsTerminal });
  expect(out.includes("\u001b[")).toBe(want);
});

test("the summary of build names the files; too many warnings are told", async () => {
  const { err } = await run(bad(), ["build", "--rule", "unknown-parameter=warning", "--max-warnings", "0"]);
  expect(err.split("\n").slice(2)).toEqual([
    "wrote output/openapi.yaml, output/openapi.map.json in 0.00 s",
    "1 warning, 0 allowed (--max-warnings)",
    "0 errors, 1 warning, 0 infos in 1 file",
    "",
  ]);
});

test("--quiet says nothing but the findings", async () => {
  const { exitCode, out, err } = await run(bad(), ["lint", "--quiet"]);
  expect({ exitCode, err }).toEqual({ exitCode: 1, err: "" });
  expect(out).toContain("unknown-parameter");
});

test("--format json", async () => {
  const { out } = await run(bad(), ["lint", "--format", "json"]);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    findings: [
      {
        rule: "unknown-parameter",
        severity: "error",
        message: "No definition for `limti` in parameters.yaml. Did you mean `limit`?",
        file: "input/index.rst",
        line: 29,
        column: 14,
        endLine: 29,
        endColumn: 19,
        operation: "GET /v2/widgets",
        fixable: false,
        related: [{ file: "input/parameters.yaml", line: 1, column: 1, message: "looked up here" }],
      },
    ],
    summary: {
      errors: 1,
      warnings: 0,
      infos: 0,
      documents: 1,
      operations: 1,
      parameters: 2,
      statusCodes: 2,
      samples: { found: 0, validated: 0, valid: 0, invalid: 0, notJson: 0 },
    },
  });
});

test("a comment on the line above suppresses a finding", async () => {
  const files = treeWith(
    (text) => `${text}   # apiref-disable-next-line unknown-parameter\n   - marker: limti\n`,
  );
  expect((await run(files, ["lint"])).out).toBe("");
});

describe("progress", () => {
  const errOf = async (errIsTerminal: boolean, ...flags: string[]) =>
    (await run(good(), ["lint", ...flags], { errIsTerminal })).err;

  test("stands on a terminal, is rewritten in place and gone in the end", async () => {
    const clear = "\r\u001b[K";
    const [before, ...steps] = (await errOf(true)).split(clear);
    expect(before).toBe("");
    expect(steps[0]).toBe("reading the api-ref …");
    expect(steps.slice(0, -1).every((step) => /^[^\r\n]+ …$/.test(step))).toBe(true);
    expect(steps.at(-1)).not.toContain("…");
  });

  test.each([
    ["where there is no terminal", false, []],
    ["with --no-progress", true, ["--no-progress"]],
    ["with --quiet", true, ["--quiet"]],
  ])("says nothing %s", async (_, terminal, flags) => {
    expect(await errOf(terminal, ...flags)).not.toContain("\r");
  });
});

test("what nothing uses is told of whole trees only", async () => {
  const files = treeWith((text) => text.replace("- limit: limit", "- marker: marker"));
  const rulesOf = async (...flags: string[]) => {
    const { out } = await run(files, ["lint", "--format", "json", ...flags]);
    return JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule);
  };
  expect(await rulesOf()).toContain("definition-unused");
  expect(await rulesOf("--document", "index")).not.toContain("definition-unused");
});
