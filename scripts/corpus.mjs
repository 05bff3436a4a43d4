// Builds every real tree that is there and shows the documents to the tools that read OpenAPI: npm run corpus [-- TREE …]
//   --keep DIR   leaves the documents in DIR
//   --all        prints every problem, not one example of each kind
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildTwice } from "./lib/build-tree.mjs";
import { compileTypes, errorsAmong } from "./lib/consumers.mjs";
import { coverage } from "./lib/coverage.mjs";
import { explainedByFindings } from "./lib/explained.mjs";
import { inParallel, runNode } from "./lib/run.mjs";
import { markdownTable } from "./lib/table.mjs";
import { home, treesNamed } from "./lib/trees.mjs";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, all: { type: "boolean", default: false } },
});
const print = (text) => process.stdout.write(`${text}\n`);

const chosen = treesNamed(wanted);
const real = chosen.filter(({ name }) => name !== "input");
if (real.length === 0) print("No tree of ../shared/corpus is here or chosen: only input/ is checked.\n");

const directory = options.keep === undefined ? mkdtempSync(join(tmpdir(), "corpus-")) : resolve(options.keep);
mkdirSync(directory, { recursive: true });

const results = [];
for (const tree of chosen) results.push({ tree, build: await buildTwice(tree, join(directory, tree.name)) });

const built = results.filter(({ build }) => !build.failures.includes("no openapi.json"));
await inParallel(built, availableParallelism(), async (result) => {
  const resultFile = join(directory, result.tree.name, "consumers.json");
  const checker = join(home, "scripts/lib/check-document.mjs");
  const { status, stderr } = await runNode([checker, result.build.documentFile, resultFile]);
  if (status === 0) Object.assign(result, JSON.parse(readFileSync(resultFile, "utf8")));
  else result.build.failures.push(`the checks ended with ${status}: ${stderr.trim()}`);
});

const types = new Map(built.map(({ tree, types }) => [`${tree.name}.ts`, types ?? ""]));
for (const [file, found] of compileTypes(types))
  built.find(({ tree }) => `${tree.name}.ts` === file)?.problems?.push(...found);

const consumers = ["schema", "spectral", "redocly", "types", "traits", "examples"];
const rows = results.map((result) => {
  const { tree, build, problems } = result;
  const runs = [tree.name, build.failures.length === 0 ? "yes" : "no", build.seconds.toFixed(2)];
  if (problems === undefined) return [...runs, ...consumers.map(() => "–"), "–", "–"];
  const { explained, rest } = explainedByFindings(problems, tree, build);
  result.problems = rest;
  const errors = errorsAmong(rest);
  const counts = consumers.map((name) => errors.filter(({ consumer }) => consumer === name).length);
  return [...runs, ...counts, rest.length - errors.length, explained.length];
});
print(markdownTable(["tree", "builds", "s", ...consumers, "warnings", "explained"], rows));
print(
  "\nUnder `explained` are examples that break their schema and whose sample has a finding that says so.",
);

print("");
const problems = results.flatMap(({ tree, problems = [] }) =>
  problems.map((each) => ({ tree: tree.name, ...each })),
);
printProblems(problems);

const carried = await coverage(
  directory,
  new Map(
    built.filter(({ tree }) => tree.name !== "input").map(({ tree, build }) => [tree.name, build.findings]),
  ),
);
if (carried !== undefined)
  print(`\n${markdownTable(["kind", "found", "of", "share", "bar", ""], carried.rows)}`);

const failures = [
  ...results.flatMap(({ tree, build }) => build.failures.map((text) => `${tree.name}: ${text}`)),
  ...(errorsAmong(problems).length === 0 ? [] : [`${errorsAmong(problems).length} errors of the consumers`]),
  ...(carried?.failures ?? []),
];
print(
  failures.length === 0
    ? "\nEvery bar is met."
    : `\nNot met:\n${failures.map((text) => `  ${text}`).join("\n")}`,
);
if (options.keep === undefined) rmSync(directory, { recursive: true });
process.exitCode = failures.length === 0 ? 0 : 1;

/** The kinds of problem, errors first, the frequent ones before the rare ones, each with its first example. */
function printProblems(found) {
  const kinds = new Map();
  for (const problem of found) {
    const kind = `${problem.severity} ${problem.consumer}/${problem.rule}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), problem]);
  }
  const sorted = [...kinds].sort(
    ([a, some], [b, others]) => compare(a.split(" ")[0], b.split(" ")[0]) || others.length - some.length,
  );
  for (const [kind, members] of sorted) {
    print(
      `${String(members.length).padStart(6)} ${kind} in ${new Set(members.map(({ tree }) => tree)).size} trees`,
    );
    for (const { tree, pointer, message } of options.all ? members : members.slice(0, 1))
      print(`         ${tree} ${pointer || "/"}: ${message.slice(0, 240)}`);
  }
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
