import { expect, test } from "vitest";
import type { Terminal } from "../../src/commands/terminal.ts";
import { memoryFiles } from "../../src/files/memory.ts";
import { run } from "../support/run.ts";

const files = memoryFiles({
  files: {
    "/project/empty/index.rst": "Nothing here\n============\n",
    "/project/broken/index.rst": "",
    "/project/broken/apiref.config.yaml": "title: x\nrulez: {}\n",
    "/project/file": "",
    "/project/versions/api-ref/source/v1/index.rst": "",
    "/project/versions/api-ref/source/v2/index.rst": "",
  },
});

test.each([
  ["nothing", "", "Name a command. See `apiref --help`."],
  ["an unknown command", "biuld", "unknown command 'biuld' (Did you mean build?)"],
  ["an unknown option", "build --outptu x", "unknown option '--outptu' (Did you mean --output?)"],
  ["an option that is of another command", "lint --output x", "unknown option '--output'"],
  ["a microversion to lint", "lint --microversion 2.1", "unknown option '--microversion'"],
  ["an option without its value", "lint --document", "option '--document <GLOB>' argument missing."],
  ["two sources", "build a b", "too many arguments for 'build'. Expected 1 argument but got 2."],
  [
    "an unknown format",
    "lint --format yml",
    "argument 'yml' is invalid. Allowed choices are pretty, json, github, gitlab, sarif, junit, checkstyle.",
  ],
  ["an unknown file format", "build --ext xml", "argument 'xml' is invalid. Allowed choices are yaml, json."],
  ["no number", "lint --max-warnings few", "argument 'few' is invalid. Give a whole number."],
  ["a rule without severity", "lint --rule x", "Write it as NAME=SEVERITY"],
  ["an unknown rule", "lint empty --rule unknown-paramter=off", "Did you mean `unknown-parameter`?"],
  ["an unknown severity", "lint empty --rule unknown-parameter=bad", "`bad` is not a severity."],
  ["an unknown rule to explain", "rules unknown-paramter", "Did you mean `unknown-parameter`?"],
  ["no source", "build none", "There is no none. Name the folder that holds index.rst."],
  ["no source and no input", "build", "Found no api-ref tree"],
  ["a source that is no tree", "lint .", "none at api-ref/source or source. Name broken or empty."],
  [
    "a folder above the trees of two versions",
    "lint versions",
    "Name versions/api-ref/source/v1 or versions/api-ref/source/v2.",
  ],
  [
    "a document as the folder of the output",
    "build empty -o spec.yaml",
    "Name a folder: openapi.yaml is written into it",
  ],
  ["a tree without operations", "build empty", "No document in empty has an operation"],
  ["a document that there is not", "build empty --document v9/*", "No document that matches v9/*"],
  [
    "a wrong key in the configuration",
    "lint broken",
    "broken/apiref.config.yaml:2: Unknown key `rulez`. Did you mean `rules`?",
  ],
  [
    "a configuration that is not there",
    "lint empty --config none.yaml",
    "There is no configuration file none.yaml.",
  ],
  ["a microversion that is none", "build empty --microversion new", "`new` is not a microversion."],
])("%s: exit code 2 and one line that says what to do", async (_, argv, message) => {
  const { exitCode, out, err } = await run(files, argv.split(" ").filter(Boolean));
  expect(err).toContain(message);
  expect(err).toMatch(/^apiref: .*\.(?: See `apiref --help`\.)?\n$|\?(?: See `apiref --help`\.)?\n$/);
  expect({ exitCode, out, lines: err.split("\n").length }).toEqual({ exitCode: 2, out: "", lines: 2 });
});

test("a tree whose operations were not read says which file was not", async () => {
  const large = memoryFiles({
    files: { "/project/large/index.rst": "Lamps\n=====\n\n".padEnd(9_000_000, "x") },
  });
  const { exitCode, err } = await run(large, ["lint", "large"]);
  expect({ exitCode, err }).toEqual({
    exitCode: 2,
    err: "apiref: No document in large that was read has an operation (`rest_method`), and index.rst has more than 8 MiB. Mend that, or name the source folder of an os-api-ref tree.\n",
  });
});

test.each(["--help", "build --help", "lint --help", "rules --help"])("the help: %s", async (argv) => {
  const { exitCode, out, err } = await run(files, argv.split(" "));
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  expect(out).toMatchSnapshot();
});

test.each(["--version", "build --version"])("%s", async (argv) => {
  const { exitCode, out } = await run(files, argv.split(" "));
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("a bug keeps its stack", async () => {
  const broken = {
    ...files,
    status: () => {
      throw new TypeError("no such thing");
    },
  };
  const { exitCode, err } = await run(broken, ["lint"]);
  expect(exitCode).toBe(2);
  expect(err).toMatch(/^apiref: this is a bug of apiref.*\nTypeError: no such thing\n {4}at /);
});

test("the list of rules", async () => {
  const { exitCode, out } = await run(files, ["rules"]);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^ {2}unknown-parameter +error +fix +a lookup key without a definition/m);
  expect(out).toMatch(/^ {2}openapi\/<rule>/m);
});

test("a rule explained", async () => {
  const { exitCode, out } = await run(files, ["rules", "unknown-parameter"]);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^unknown-parameter \(error, fixable\): /);
  for (const piece of ["\nBad\n", "\nGood\n", "  index.rst:\n", "     - limit: limti\n"])
    expect(out).toContain(piece);
  expect(out).not.toMatch(/[«»]/);
});

test("a rule explained on a terminal has its places underlined, unless nobody wants colour", async () => {
  const explained = async (surroundings: Partial<Terminal>, ...flags: string[]) =>
    (await run(files, ["rules", "unknown-parameter", ...flags], { outIsTerminal: true, ...surroundings }))
      .out;
  expect(await explained({})).toContain("- limit: \u001b[4mlimti\u001b[24m");
  expect(await explained({}, "--no-color")).not.toContain("\u001b");
  expect(await explained({ environment: { NO_COLOR: "1" } })).not.toContain("\u001b");
  expect(await explained({ outIsTerminal: false })).not.toContain("\u001b");
});
