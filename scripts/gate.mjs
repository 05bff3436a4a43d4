// Makes changes of one line in copies of real trees, each a commit on a branch of its own, and holds what `--changed-since`
// reports against two full lists of findings (lib/gate/judge.mjs): npm run gate [-- TREE …]
//   --seed N      which changes are drawn; another number than last time unless given
//   --changes N   how many (default 200)
//   --kind TEXT   only the kinds whose names hold the text
//   --all         prints every change, not only those that were judged wrongly
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { lint } from "../dist/index.js";
import { kinds, reversed } from "./lib/gate/changes.mjs";
import { compared, judged } from "./lib/gate/judge.mjs";
import { randomOf } from "./lib/random.mjs";
import { markdownTable } from "./lib/table.mjs";
import { treesNamed } from "./lib/trees.mjs";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: String(Math.floor(Math.random() * 1e6)) },
    changes: { type: "string", default: "200" },
    kind: { type: "string", default: "" },
    all: { type: "boolean", default: false },
  },
});
const print = (text) => process.stdout.write(`${text}\n`);
const shown = ({ rule, file, line, message }) => `${file}:${line} ${rule} ${message}`;

const chosen = treesNamed(wanted);
const chosenKinds = kinds.filter(({ name }) => name.includes(options.kind));
const perTree = Math.ceil(Number(options.changes) / chosen.length);
const results = [];
for (const tree of chosen) for await (const result of resultsOf(tree)) results.push(result);
results.splice(Number(options.changes));

print(`Seed ${options.seed}, ${results.length} changes in ${chosen.length} trees.\n`);
const rows = chosenKinds.map(({ name }) =>
  rowOf(
    name,
    results.filter(({ kind }) => kind === name),
  ),
);
const header = ["change", "changes", "findings it brings", "reported", "missed", "false", "in other words"];
print(markdownTable(header, [...rows.filter(([, count]) => count > 0), rowOf("all", results)]));
for (const result of results) {
  if (!options.all && result.missed.length + result.extra.length === 0) continue;
  print(`\n${result.tree}: ${result.kind}${result.mends ? ", taken back" : ""} (${result.place})`);
  for (const finding of result.missed) print(`  missed  ${shown(finding)}`);
  for (const finding of result.extra) print(`  false   ${shown(finding)}`);
}
if (results.some(({ missed, extra }) => missed.length + extra.length > 0)) process.exitCode = 1;

/** Changes of one tree, of all kinds in turn; every third is taken back, so that it mends. */
async function* resultsOf({ name, directory }) {
  const work = mkdtempSync(join(tmpdir(), "gate-"));
  const git = (...args) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: work,
      stdio: "ignore",
    });
  cpSync(directory, work, { recursive: true });
  git("init", "--quiet");
  git("add", "--all", "--force");
  git("commit", "--quiet", "--message", "base");
  git("tag", "base");
  const texts = textsBelow(work);
  const options_ = { source: ".", workingDirectory: work };
  const original = (await lint(options_)).findings;
  const random = randomOf(`${options.seed} ${name}`);
  const order = random.shuffled(chosenKinds);
  for (let index = 0, made = 0; made < perTree && index < 4 * perTree; index++) {
    const kind = order[index % order.length];
    const change = kind.draw(texts, random);
    if (change === undefined) continue;
    made++;
    const mends = made % 3 === 0;
    git("checkout", "--quiet", "-b", `change-${index}`, "base");
    make(work, change);
    git("add", "--all", "--force");
    git("commit", "--quiet", "--allow-empty", "--message", kind.name);
    const changed = await findingsOf(options_);
    let outcome;
    if (mends) {
      git("tag", `broken-${index}`);
      const broken = textsBelow(work);
      git("checkout", "--quiet", "-b", `mend-${index}`, `broken-${index}`);
      git("checkout", "--quiet", "base", "--", ".");
      for (const [, now] of change.renames ?? []) rmSync(join(work, now));
      git("add", "--all", "--force");
      git("commit", "--quiet", "--allow-empty", "--message", "taken back");
      const back = reversed(change, texts);
      outcome = judged(
        changed ?? [],
        original,
        back,
        (file) => broken.find((text) => text.file === file).lines,
      );
      outcome.reported = await findingsOf({ ...options_, changedSince: `broken-${index}` });
    } else {
      outcome = judged(
        original,
        changed ?? [],
        change,
        (file) => texts.find((text) => text.file === file).lines,
      );
      outcome.reported = await findingsOf({ ...options_, changedSince: "base" });
    }
    git("checkout", "--quiet", "--force", "base");
    if (changed === undefined || outcome.reported === undefined) continue; // no tree is left
    yield {
      tree: name,
      kind: kind.name,
      mends,
      place: `${change.edits[0]?.file}:${change.edits[0]?.at}`,
      ...outcome,
      ...compared(outcome, outcome.reported),
    };
  }
  rmSync(work, { recursive: true });
}

/** Undefined where a change leaves no tree. */
async function findingsOf(lintOptions) {
  try {
    return (await lint(lintOptions)).findings;
  } catch (error) {
    if (error.constructor.name !== "UsageError" || lintOptions.changedSince !== undefined) throw error;
    return undefined;
  }
}

function make(work, { edits, renames = [] }) {
  for (const { file, at, removed, lines } of edits.toSorted((a, b) => b.at - a.at)) {
    const path = join(work, file);
    const text = readFileSync(path, "utf8").split("\n");
    text.splice(at - 1, removed, ...lines);
    writeFileSync(path, text.join("\n"));
  }
  for (const [old, now] of renames) {
    mkdirSync(dirname(join(work, now)), { recursive: true });
    cpSync(join(work, old), join(work, now));
    rmSync(join(work, old));
  }
}

function textsBelow(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:rst|inc|ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("/.git/"))
    .map((path) => ({ file: relative(directory, path), lines: readFileSync(path, "utf8").split("\n") }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function rowOf(name, ofKind) {
  const sum = (count) => ofKind.reduce((total, result) => total + count(result), 0);
  return [
    name,
    ofKind.length,
    sum(({ expected }) => expected.length),
    sum(({ expected, missed }) => expected.length - missed.length),
    sum(({ missed }) => missed.length),
    sum(({ extra }) => extra.length),
    sum(({ reworded }) => reworded.length),
  ];
}
