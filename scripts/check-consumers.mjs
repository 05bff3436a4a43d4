// Uses the documents of the trees as programs do: npm run check-consumers [-- TREE …]
//   two generators of TypeScript, compiled under `tsc --strict` with every documented sample written out as a value of its type;
//   a mock server that is to answer every GET with one of its samples.
//   --keep DIR   leaves documents, types and programs in DIR
//   --tools DIR  where the generator and the mock server are installed, or will be; else a folder that is removed
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { askMockServer } from "./lib/prism.mjs";
import { run, runNode } from "./lib/run.mjs";
import { markdownTable } from "./lib/table.mjs";
import { cli, home, treesNamed } from "./lib/trees.mjs";
import { programOfSamples, samplesOf, typeOfHeyApi, typeOfOpenapiTypescript } from "./lib/typed-samples.mjs";
import { typesOf } from "./lib/typescript-types.mjs";

/** Not among the project's own packages: they bring some two hundred others. */
const PACKAGES = ["@hey-api/openapi-ts@0.95.0", "@stoplight/prism-cli@5.14.2", "typescript@5.9.3"];

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, tools: { type: "string" } },
});
const chosen = treesNamed(wanted);
const print = (text) => process.stdout.write(`${text}\n`);
const temporary = mkdtempSync(join(tmpdir(), "check-consumers-"));
const directory = resolve(options.keep ?? join(temporary, "documents"));
const tools = resolve(options.tools ?? join(temporary, "tools"));
const installed = (name) => join(tools, "node_modules", name);

try {
  if (!existsSync(installed("@hey-api/openapi-ts"))) await install();
  const rows = [];
  const failures = [];
  for (const tree of chosen) {
    const { row, problems } = await check(tree);
    rows.push([tree.name, ...row, problems.length]);
    failures.push(...problems.map((text) => `${tree.name}: ${text}`));
  }
  print(markdownTable(["tree", "samples", "GETs with samples", "problems"], rows));
  print(failures.length === 0 ? "\nNo problem." : `\n${failures.join("\n")}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  rmSync(temporary, { recursive: true });
}

async function install() {
  mkdirSync(tools, { recursive: true });
  const args = ["install", "--silent", "--no-audit", "--no-fund", "--prefix", tools, ...PACKAGES];
  const { status, stderr } = await run("npm", args);
  if (status !== 0) throw new Error(`npm install: ${stderr}`);
}

async function check(tree) {
  const place = join(directory, tree.name);
  mkdirSync(place, { recursive: true });
  await runNode([cli, "build", tree.directory, "--output", place, "--ext", "json", "--no-progress"]);
  const documentFile = join(place, "openapi.json");
  const document = JSON.parse(readFileSync(documentFile, "utf8"));
  const samples = [...samplesOf(document)];

  writeFileSync(join(place, "types.ts"), await typesOf(document));
  const generator = join(installed("@hey-api/openapi-ts"), "bin/run.js");
  const args = ["-i", documentFile, "-o", join(place, "client"), "--no-log-file", "-p"];
  const plugins = ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"];
  const generated = await runNode([generator, ...args, ...plugins], { cwd: place });
  const problems = generated.status === 0 ? [] : [`@hey-api/openapi-ts: ${generated.stdout.slice(-500)}`];

  const clientTypes = readFileSync(join(place, "client/types.gen.ts"), "utf8");
  const programs = new Map([
    [
      "samples.ts",
      programOfSamples(samples, typeOfOpenapiTypescript, 'import type { paths } from "./types.js";'),
    ],
    [
      "samples-client.ts",
      programOfSamples(
        samples.filter(({ status }) => status === undefined || status.startsWith("2")),
        typeOfHeyApi(clientTypes),
        'import type * as types from "./client/types.gen.js";',
      ),
    ],
  ]);
  for (const [name, { text }] of programs) writeFileSync(join(place, name), text);
  problems.push(...(await compile(place, programs)));

  const mock = await askMockServer(
    join(installed("@stoplight/prism-cli"), "dist/index.js"),
    documentFile,
    document,
  );
  return { row: [samples.length, mock.asked], problems: [...problems, ...mock.problems] };
}

/** What the compiler has against a folder's programs, by sample. */
async function compile(place, programs) {
  const compiler = join(home, "node_modules/typescript/bin/tsc");
  const flags = ["--strict", "--noEmit", "--target", "es2022", "--module", "esnext"];
  flags.push("--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable");
  const files = [...programs.keys(), "client/index.ts"];
  const { stdout } = await runNode([compiler, ...flags, ...files], { cwd: place });
  return stdout
    .split("\n")
    .filter((line) => /^\S/.test(line))
    .map((line) => {
      const [, file, at, text] = /^(.+?)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
      const sample = programs.get(file)?.sampleAt(Number(at));
      if (sample === undefined) return line;
      const { method, path, status, name } = sample;
      return `${file}: ${method} ${path} ${status ?? "request"} ${name}: ${text}`;
    });
}
