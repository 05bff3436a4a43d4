// Lets `apiref fix` turn codes in prose into lists, and compares what Sphinx shows before and after: npm run check-fix [-- TREE …]
//   --keep DIR   leaves the fixed trees in DIR
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { inParallel, runNode } from "./lib/run.mjs";
import { hasSphinx, renderPages, shownOperations } from "./lib/sphinx-page.mjs";
import { markdownTable } from "./lib/table.mjs";
import { cli, trees } from "./lib/trees.mjs";
import { withoutThose } from "./lib/without.mjs";

/** The trees of the corpus whose operations list codes in prose. */
const WITH_PROSE = ["manila-2018", "nova", "neutron-lib", "glance", "ironic", "keystone", "blazar", "swift"];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" } },
});
const wanted = positionals.length === 0 ? WITH_PROSE : positionals;
const print = (text) => process.stdout.write(`${text}\n`);

const chosen = trees().filter(({ name }) => wanted.includes(name));
if (chosen.length === 0 || !(await hasSphinx())) {
  print("Skipped: this needs Sphinx with os-api-ref, and the trees of ../shared/corpus.");
  process.exit(0);
}

const directory = options.keep === undefined ? mkdtempSync(join(tmpdir(), "fix-")) : resolve(options.keep);
const problems = [];
const rows = await inParallel(chosen, 2, checkTree);
if (options.keep === undefined) rmSync(directory, { recursive: true });

const columns = ["tree", "operations", "with prose", "codes in prose", "right", "new warnings", "second run"];
print(markdownTable(columns, rows));
for (const problem of problems) print(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Fixes a copy of a tree and compares; gives a row of the table. */
async function checkTree(tree) {
  const copy = join(directory, tree.name);
  const source = join(copy, relative(tree.directory, tree.source));
  cpSync(tree.directory, copy, { recursive: true });
  const [before, after] = ["before", "after"].map((name) => `${copy}-${name}`);
  for (const one of [before, after]) mkdirSync(one, { recursive: true });

  const old = await renderPages(source, before);
  const fix = () => runNode([cli, "fix", source, "--rule", "status-codes-freeform"]);
  const first = await fix();
  if (first.status !== 0) problems.push(`${tree.name}: fix ended with ${first.status}: ${first.stderr}`);
  const second = await fix();
  const isStable = second.stderr.includes("fixed 0 findings in 0 files");
  if (!isStable) problems.push(`${tree.name}: the second run says ${second.stderr.trim()}`);
  const fresh = await renderPages(source, after);

  const newWarnings = withoutThose(fresh.warnings, old.warnings);
  for (const warning of newWarnings) problems.push(`${tree.name}: new warning of Sphinx: ${warning}`);

  const counts = { operations: 0, withProse: 0, codes: 0, right: 0 };
  for (const [name, lines] of old.documents) {
    const shownBefore = shownOperations(lines);
    const shownAfter = shownOperations(fresh.documents.get(name) ?? []);
    if (shownAfter.length !== shownBefore.length) problems.push(`${tree.name}: ${name} has other operations`);
    for (const [index, operation] of shownBefore.entries()) {
      const difference = differenceOf(operation, shownAfter[index]);
      if (difference !== undefined) problems.push(`${tree.name}: ${name}, ${operation.title}: ${difference}`);
      if (index === 0) continue;
      counts.operations++;
      if (operation.prose.size === 0) continue;
      counts.withProse++;
      counts.codes += operation.prose.size;
      if (difference === undefined) counts.right++;
    }
  }
  const { operations, withProse, codes, right } = counts;
  return [tree.name, operations, withProse, codes, right, newWarnings.length, isStable ? "same" : "differs"];
}

/** What is wrong with an operation after the fix; undefined where it shows all that it showed. */
function differenceOf(before, after) {
  if (after === undefined) return "is gone";
  const wantedCodes = [...new Set([...before.prose, ...before.listed])].sort();
  const codes = [...after.listed].sort();
  if (after.prose.size > 0) return `still has prose codes ${[...after.prose].join(", ")}`;
  if (!isDeepStrictEqual(codes, wantedCodes))
    return `shows ${codes.join(", ")} instead of ${wantedCodes.join(", ")}`;
  const at = before.rest.findIndex((line, index) => line !== after.rest[index]);
  if (at < 0 && after.rest.length === before.rest.length) return undefined;
  return `differs otherwise: ${before.rest[at]?.trim()} → ${after.rest[at < 0 ? before.rest.length : at]?.trim()}`;
}
