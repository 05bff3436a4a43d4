// Lets `apiref fix` mend copies of trees, and compares what Sphinx shows before and after: npm run check-fix [-- TREE|SOURCE …]
//   --rule NAME  fixes only what this rule finds; repeatable (default: all fixable rules)
//   --keep DIR   leaves the fixed trees in DIR
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { allowancesOf } from "./lib/fix/allowances.mjs";
import { newFindings } from "./lib/fix/new-findings.mjs";
import { pageDifferences } from "./lib/fix/page-differences.mjs";
import { inParallel, runNode } from "./lib/run.mjs";
import { hasSphinx, renderPages } from "./lib/sphinx-page.mjs";
import { markdownTable } from "./lib/table.mjs";
import { cli, treesNamed } from "./lib/trees.mjs";
import { withoutThose } from "./lib/without.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, rule: { type: "string", multiple: true } },
});
const print = (text) => process.stdout.write(`${text}\n`);

const chosen = [
  ...positionals.filter((name) => name.includes("/")).map(treeAt),
  ...(positionals.length > 0 && positionals.every((name) => name.includes("/"))
    ? []
    : treesNamed(positionals.filter((name) => !name.includes("/")))),
].filter(({ source }) => existsSync(source));
if (chosen.length === 0 || !(await hasSphinx())) {
  print("Skipped: this needs Sphinx with os-api-ref, and trees.");
  process.exit(0);
}

const rules = options.rule ?? [];
const directory = options.keep === undefined ? mkdtempSync(join(tmpdir(), "fix-")) : resolve(options.keep);
const problems = [];
const rows = await inParallel(chosen, 2, checkTree);
if (options.keep === undefined) rmSync(directory, { recursive: true });

const columns = [
  "tree",
  "operations",
  "fixed",
  "differences",
  "unexplained",
  "codes in prose",
  "new warnings",
  "gone",
  "second run",
];
print(markdownTable(columns, rows));
for (const problem of problems) print(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** A tree that is not of the corpus, by its source folder; samples may stand beside `api-ref`. */
function treeAt(path) {
  const source = resolve(path);
  const directory = source.endsWith("/api-ref/source") ? resolve(source, "../..") : source;
  return { name: basename(directory), directory, source };
}

/** Fixes a copy of a tree and compares; gives a row of the table. */
async function checkTree(tree) {
  const complain = (text) => problems.push(`${tree.name}: ${text}`);
  const copy = join(directory, tree.name);
  const source = join(copy, relative(tree.directory, tree.source));
  cpSync(tree.directory, copy, { recursive: true });
  const [before, after] = ["before", "after"].map((name) => `${copy}-${name}`);
  for (const one of [before, after]) mkdirSync(one, { recursive: true });
  const fix = (...args) =>
    runNode([cli, "fix", source, "--no-color", ...rules.flatMap((rule) => ["--rule", rule]), ...args]);
  const lint = async () =>
    JSON.parse((await runNode([cli, "lint", source, "--format", "json"])).stdout).findings;

  const old = await renderPages(source, before);
  const found = await lint();
  const { allowances, problems: others } = allowancesOf((await fix("--dry-run")).stdout, rules);
  for (const problem of others) complain(problem);
  const first = await fix();
  if (first.status !== 0) complain(`fix ended with ${first.status}: ${first.stderr}`);
  const second = await fix();
  const isStable = second.stderr.includes("fixed 0 findings in 0 files");
  if (!isStable) complain(`the second run says ${second.stderr.trim()}`);
  for (const one of newFindings(found, await lint())) complain(`new finding: ${one}`);

  const fresh = await renderPages(source, after);
  const newWarnings = withoutThose(fresh.warnings, old.warnings);
  for (const warning of newWarnings) complain(`new warning of Sphinx: ${warning}`);
  const shown = pageDifferences(old.documents, fresh.documents, allowances);
  for (const problem of shown.problems) complain(problem);

  const fixed = /fixed (\d+) finding/.exec(first.stderr)?.[1] ?? 0;
  const { operations, explained, codes } = shown;
  const gone = withoutThose(old.warnings, fresh.warnings).length;
  const again = isStable ? "same" : "differs";
  return [
    tree.name,
    operations,
    fixed,
    explained,
    shown.problems.length,
    codes,
    newWarnings.length,
    gone,
    again,
  ];
}
