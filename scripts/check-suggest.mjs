// Applies what `apiref lint --suggest` prints for real trees, with git, and looks at what lint says then: npm run check-suggest [-- TREE …]
//   --sphinx     also compares what Sphinx warns of before and after
//   --keep DIR   leaves the changed trees in DIR
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { inParallel, run, runNode } from "./lib/run.mjs";
import { hasSphinx, renderPages } from "./lib/sphinx-page.mjs";
import { suggestionProblems } from "./lib/suggestion-problems.mjs";
import { markdownTable } from "./lib/table.mjs";
import { cli, treesNamed } from "./lib/trees.mjs";
import { withoutThose } from "./lib/without.mjs";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, sphinx: { type: "boolean", default: false } },
});
const print = (text) => process.stdout.write(`${text}\n`);
if (options.sphinx && !(await hasSphinx())) {
  print("`--sphinx` needs Sphinx with os-api-ref.");
  process.exit(2);
}
const chosen = treesNamed(wanted);
const directory =
  options.keep === undefined ? mkdtempSync(join(tmpdir(), "suggest-")) : resolve(options.keep);
const problems = [];
const rows = await inParallel(chosen, 2, checkTree);
if (options.keep === undefined) rmSync(directory, { recursive: true });

const columns = [
  "tree",
  "told of",
  "rows",
  "definitions",
  "left",
  "new findings",
  "new warnings",
  "second run",
];
print(markdownTable(columns, rows));
for (const problem of problems) print(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Applies the suggestions to a copy of a tree; gives a row of the table. */
async function checkTree(tree) {
  const copy = join(directory, tree.name);
  const source = relative(tree.directory, tree.source) || ".";
  cpSync(tree.directory, copy, { recursive: true });
  const git = (...args) =>
    run("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: copy });
  const problem = (text) => problems.push(`${tree.name}: ${text}`);
  await git("init", "-q");
  await git("add", "-A", "-f");
  await git("commit", "-qm", "as it was");

  const lint = async (...args) => {
    const { stdout } = await runNode([cli, "lint", source, "--format", "json", "--quiet", ...args], {
      cwd: copy,
    });
    return JSON.parse(stdout).findings;
  };
  const suggest = () => runNode([cli, "lint", source, "--suggest"], { cwd: copy });
  const warnings = async (name) => {
    if (!options.sphinx) return [];
    const work = `${copy}-${name}`;
    mkdirSync(work, { recursive: true });
    return (await renderPages(join(copy, source), work)).warnings;
  };

  const before = await lint("--only", "sample-undocumented");
  const oldWarnings = await warnings("before");
  const first = await suggest();
  if (first.status !== 0) problem(`--suggest ended with ${first.status}: ${first.stderr}`);
  if (first.stdout !== "") {
    const patch = `${copy}.diff`;
    writeFileSync(patch, first.stdout);
    const applied = await git("apply", "--whitespace=nowarn", patch);
    if (applied.status !== 0) problem(`git apply refuses the diff: ${applied.stderr}`);
  }
  const after = await lint("--only", "sample-undocumented");
  const fresh = await lint("--changed-since", "HEAD");
  const [, left = "0"] = /left (\d+) names?/.exec(first.stderr) ?? [];
  const unasked = suggestionProblems(after, fresh, Number(left));
  for (const { file, line, rule, message } of unasked) problem(`${file}:${line} ${rule}: ${message}`);
  const newWarnings = withoutThose(await warnings("after"), oldWarnings);
  for (const warning of newWarnings) problem(`new warning of Sphinx: ${warning}`);
  const second = await suggest();
  const isStable = second.stdout === "";
  if (!isStable) problem(`a second run suggests more: ${second.stderr.trim()}`);

  const [, made = "0", defined = "0"] =
    /suggests (\d+) rows? and (\d+) definitions?/.exec(first.stderr) ?? [];
  const cells = [unasked.length, options.sphinx ? newWarnings.length : "–", isStable ? "nothing" : "differs"];
  return [tree.name, before.length, made, defined, left, ...cells];
}
