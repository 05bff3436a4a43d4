// Measures how fast the command is and prints a table in Markdown: npm run bench [-- --runs N ROW …]
// ROW is one of `one`, `every`, `memory`, `growth`, `lint`, `watch`, `preview`; all of them unless some are named.
// Where Sphinx with os-api-ref is installed, it renders the same trees on the same machine in the same run.
// Without ../shared/corpus, input/ stands in for every tree.
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { openBrowser } from "./lib/page/browser.mjs";
import { startPreview } from "./lib/previewing.mjs";
import { runNode } from "./lib/run.mjs";
import { hasSphinx, sphinxBuild, sphinxCopy } from "./lib/sphinx.mjs";
import { markdownTable } from "./lib/table.mjs";
import { writeCopies } from "./lib/ten-copies.mjs";
import { cli, home, trees } from "./lib/trees.mjs";
import { startWatching } from "./lib/watching.mjs";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "5" } },
});
const runs = Number(options.runs);
const work = mkdtempSync(join(tmpdir(), "bench-"));
const withSphinx = await hasSphinx(join(work, "sphinx"));
const all = trees();
const measured = all.length > 1 ? all.slice(1) : all; // the default input comes first
const tree = (name) => measured.find((each) => each.name === name) ?? measured[0];

const measurements = {
  one: oneTree,
  every: everyTree,
  memory,
  growth,
  lint: linting,
  watch: watching,
  preview: previewing,
};
const rows = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`measuring ${name}\n`);
  rows.push(await measure());
}
const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? "unknown"}, Node ${process.version}`;
process.stdout.write(`${new Date().toISOString().slice(0, 10)}, ${machine}; median of ${runs} runs\n\n`);
process.stdout.write(
  `${markdownTable(["what", "apiref", withSphinx ? "compared with" : "", "ratio", "bar", ""], rows)}\n`,
);
rmSync(work, { recursive: true });

/** Whole process, `build` of one tree against Sphinx on the same tree. */
async function oneTree() {
  const { name, directory, source } = tree("manila");
  const ours = await median(runs, () => build(directory));
  const what = `\`build\` of ${name}`;
  if (!withSphinx) return [what, seconds(ours), "", "", "", ""];
  const copy = sphinxCopy({ name, directory, source }, join(work, "sphinx-one"));
  const sphinx = await median(Math.min(runs, 3), () => sphinxTime(copy));
  return comparison(what, ours, sphinx, sphinx / ours, 12);
}

/** One tree after another. */
async function everyTree() {
  const what = `\`build\` of ${measured.length} trees, one after another`;
  const ours = await median(Math.min(runs, 3), async () =>
    sum(measured, ({ directory }) => build(directory)),
  );
  if (!withSphinx) return [what, seconds(ours), "", "", "", ""];
  const copies = measured.map((each) => sphinxCopy(each, join(work, "sphinx-all", each.name)));
  const sphinx = await sum(copies, sphinxTime);
  return comparison(what, ours, sphinx, sphinx / ours, 12);
}

/** The most memory that the process ever holds. */
async function memory() {
  const { name, directory } = tree("neutron-lib");
  const file = join(work, "peak");
  const hook = pathToFileURL(join(home, "scripts/lib/peak-memory.mjs")).href;
  await expectDone(
    runNode(["--import", hook, ...buildArguments(directory)], { env: { PEAK_MEMORY_FILE: file } }),
  );
  const mebibytes = Number(readFileSync(file, "utf8")) / 1024;
  return [
    `peak memory, \`build\` of ${name}`,
    `${mebibytes.toFixed(0)} MiB`,
    "",
    "",
    "under 500 MiB",
    verdict(mebibytes < 500),
  ];
}

/** Ten copies of a service in one tree against one. */
async function growth() {
  const { name, source } = tree("manila");
  const [one, ten] = [1, 10].map((count) => {
    const directory = join(work, `copies-${count}`);
    writeCopies(source, directory, count);
    return directory;
  });
  const few = await median(runs, () => build(one));
  const many = await median(Math.min(runs, 3), () => build(ten));
  const ratio = many / few;
  return [
    `ten copies of ${name} against one`,
    seconds(many),
    seconds(few),
    times(ratio),
    "at most 12 ×",
    verdict(ratio <= 12),
  ];
}

/** `lint` of the sources against Redocly's own command on the document that comes of them. */
async function linting() {
  const { name, directory } = tree("nova");
  const ours = await median(runs, () =>
    timeOf(runNode([cli, "lint", directory, "--no-progress", "--quiet"])),
  );
  await build(directory);
  const redocly = join(home, "node_modules/@redocly/cli/bin/cli.js");
  const env = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", CI: "true" };
  const document = join(work, "out/openapi.yaml");
  const theirs = await median(runs, () =>
    timeOf(runNode([redocly, "lint", document, "--extends=recommended"], { cwd: work, env })),
  );
  const ratio = ours / theirs;
  return [
    `\`lint\` of ${name} against \`redocly lint\``,
    seconds(ours),
    seconds(theirs),
    times(ratio),
    "at most 2.5 ×",
    verdict(ratio <= 2.5),
  ];
}

/** From saving a part of the sources to the last line of the difference, in `lint --watch`, against a cold `lint`. */
async function watching() {
  const { name, directory, source } = tree("nova");
  const copy = join(work, "watched");
  cpSync(directory, copy, { recursive: true });
  const folder = join(copy, relative(directory, source));
  const parts = readdirSync(folder).filter((file) => file.endsWith(".inc"));
  const cold = await median(runs, () => timeOf(runNode([cli, "lint", copy, "--no-progress", "--quiet"])));
  const command = await startWatching([cli, "lint", copy, "--watch"]);
  const saves = [];
  for (const [index, part] of takeEvenly(parts, 4 * runs).entries()) {
    const path = join(folder, part);
    const text = readFileSync(path, "utf8");
    // A key that nobody defines, saved as some editors do it, under another name first.
    const changed = text.replace(/^( +- [\w.]+ *: )([\w.-]+)$/m, "$1no_such_key");
    const temporary = `${path}~`;
    const elapsed = await command.afterChange(() => {
      if (index % 2 === 0) return writeFileSync(path, changed);
      writeFileSync(temporary, changed);
      renameSync(temporary, path);
    });
    saves.push(elapsed);
  }
  await command.end();
  const again = middle(saves);
  return [
    `\`lint --watch\` of ${name}, a saved part, against a cold \`lint\``,
    seconds(again),
    seconds(cold),
    times(again / cold),
    "under 0.1 ×",
    verdict(again / cold < 0.1),
  ];
}

/** From saving a sentence of an operation's description to that sentence in the page, in a browser. */
async function previewing() {
  const { name, directory, source } = tree("nova");
  const what = `\`preview\` of ${name}, from a save to the changed text in the browser`;
  const browser = await openBrowser();
  if (browser === undefined) return [what, "no browser", "", "", "", ""];
  const copy = join(work, "previewed");
  cpSync(directory, copy, { recursive: true });
  const folder = join(copy, relative(directory, source));
  const { file, id, at } = firstOperation(folder);
  const text = readFileSync(file, "utf8");
  const preview = await startPreview(copy, browser);
  const saves = [];
  // the first shows what later ones find warm
  for (let index = 0; index <= runs; index++) {
    const sentence = `The sentence that save ${index} has added.`;
    const changed = `${text.slice(0, at)}\n${sentence}\n${text.slice(at)}`;
    saves.push(await preview.afterSave(id, sentence, () => writeFileSync(file, changed)));
  }
  await preview.end();
  await browser.close();
  const [wall, processor] = ["seconds", "processor"].map((of) =>
    middle(saves.slice(1).map((save) => save[of])),
  );
  return [
    what,
    seconds(wall),
    `${seconds(processor)} of the processor in the command`,
    "",
    "under 0.5 s",
    verdict(wall < 0.5),
  ];
}

/** The first operation of a source folder: its file, its operationId in lower case, and where its prose begins. */
function firstOperation(folder) {
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:inc|rst)$/.test(name)) continue;
    const file = join(folder, name);
    const found = /^([\w ]+)\n[-=~]+\n+\.\. rest_method:: .*\n/m.exec(readFileSync(file, "utf8"));
    if (found !== null)
      return { file, id: found[1].replaceAll(" ", "").toLowerCase(), at: found.index + found[0].length };
  }
  throw new Error(`No operation in ${folder}.`);
}

/** So many of a list, from its beginning to its end. */
function takeEvenly(items, count) {
  const taken = Math.min(items.length, count);
  return Array.from({ length: taken }, (_, index) => items[Math.floor((index * items.length) / taken)]);
}

function comparison(what, ours, sphinx, ratio, bar) {
  return [
    `${what} against Sphinx`,
    seconds(ours),
    seconds(sphinx),
    times(ratio),
    `at least ${bar} ×`,
    verdict(ratio >= bar),
  ];
}

function buildArguments(directory) {
  return [cli, "build", directory, "--output", join(work, "out"), "--no-progress", "--quiet"];
}

function build(directory) {
  return timeOf(runNode(buildArguments(directory)));
}

async function sphinxTime(source) {
  const ended = await sphinxBuild(source, join(work, "html"));
  if (ended.status !== 0) process.stderr.write(`sphinx-build of ${source} ended with ${ended.status}\n`);
  return ended.seconds;
}

async function timeOf(running) {
  return (await expectDone(running)).seconds;
}

/** Findings are no failure (exit code 1); not to have run is. */
async function expectDone(running) {
  const ended = await running;
  if (ended.status !== 0 && ended.status !== 1)
    throw new Error(`ended with ${ended.status}: ${ended.stderr}`);
  return ended;
}

/** The median of several measurements; one more comes first and warms the file cache. */
async function median(count, measure) {
  await measure();
  const values = [];
  for (let index = 0; index < count; index++) values.push(await measure());
  return middle(values);
}

function middle(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function sum(items, measure) {
  let total = 0;
  for (const item of items) total += await measure(item);
  return total;
}

function seconds(value) {
  return `${value.toFixed(2)} s`;
}

function times(value) {
  return `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ×`;
}

/** The bars are for real trees; what stands in for them is too small to be judged. */
function verdict(met) {
  if (measured === all) return "";
  return met ? "met" : "missed";
}
