// Tries slips that would lose a finding or a directive in silence: each must not compile. The sources stay as they
// are; the compiler reads them with the slips in place. Exit code 1 where a slip compiles.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";

/** A file, what stands in it, and the slip in its place. */
const slips = [
  [
    "a reader's notice for a rule that there is not",
    "src/apiref/unused-samples.ts",
    '"sample-unused"',
    '"sample-unusd"',
  ],
  [
    "a rule that asks for notices of another name",
    "src/rules/include-cycle.ts",
    '"include-cycle",\n      (',
    '"include-circle",\n      (',
  ],
  ["a field that a notice does not carry", "src/rules/path-outside.ts", "({ path }) =>", "({ file }) =>"],
  ["a kind of mistake in a row that there is not", "src/apiref/row-list.ts", 'kind: "yaml"', 'kind: "yml"'],
  [
    "a fault of markup that there is not",
    "src/rst/text.ts",
    '{ kind: "title-level" }',
    '{ kind: "title-levels" }',
  ],
  [
    "a fault of YAML that there is not",
    "src/data/yaml-compose.ts",
    '{ kind: "second-document" }',
    '{ kind: "second-dokument" }',
  ],
  [
    "a fault without what its message names",
    "src/rst/directive.ts",
    '{ kind: "directive-options", directive: name }',
    '{ kind: "directive-options" }',
  ],
  [
    "a directive that there is not",
    "src/apiref/general-tables.ts",
    '"rest_status_code"',
    '"rest_status_codes"',
  ],
  ["a directive that there is not, asked for", "src/apiref/rest-method.ts", '"rest_method"', '"rest_methd"'],
  ["an option that no directive has", "src/apiref/literalinclude.ts", '"language"', '"langauge"'],
];

const root = resolve(import.meta.dirname, "..");
const texts = new Map();
const places = slips.map(([what, file, right, wrong]) => {
  const path = resolve(root, file);
  const text = texts.get(path) ?? readFileSync(path, "utf8");
  const start = text.indexOf(right);
  if (start < 0) throw new Error(`${file} no longer holds ${right}. Correct the slip "${what}".`);
  const changed = text.slice(0, start) + wrong + text.slice(start + right.length);
  texts.set(path, changed);
  return { what, path, start, end: start + wrong.length };
});

const { config } = ts.readConfigFile(resolve(root, "tsconfig.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const host = ts.createCompilerHost(options);
const { readFile } = host;
host.readFile = (path) => texts.get(resolve(path)) ?? readFile(path);
host.getSourceFile = (path, languageVersion) => {
  const text = host.readFile(path);
  return text === undefined ? undefined : ts.createSourceFile(path, text, languageVersion);
};
const program = ts.createProgram(
  [resolve(root, "src/cli.ts"), resolve(root, "src/index.ts")],
  { ...options, noEmit: true },
  host,
);
// That something is not used is no reason: the slip alone must be one.
const UNUSED = 6133;
const errors = ts.getPreEmitDiagnostics(program).filter(({ code }) => code !== UNUSED);

let compiled = 0;
for (const { what, path, start, end } of places) {
  const { text } = program.getSourceFile(path);
  const lines = [text.lastIndexOf("\n", start - 1), text.indexOf("\n", end)];
  const error = errors.find(
    ({ file, start: at }) => file?.fileName === path && at > lines[0] && at <= lines[1],
  );
  if (error === undefined) compiled++;
  const outcome = error === undefined ? `compiles: ${what}` : `refused:  ${what} (TS${error.code})`;
  process.stdout.write(`${outcome}\n`);
}
if (compiled > 0) process.exitCode = 1;
