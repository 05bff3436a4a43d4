// Puts faults one at a time into copies in memory of real trees, and counts those that are reported: npm run faults [-- TREE …]
//   --seed N       which faults are drawn; another number than last time unless given
//   --per-kind N   how many of each kind in each tree (default 3)
//   --kind TEXT    only the kinds whose names hold the text
//   --corrections  instead, what people corrected by hand, each kind by its share
//   --all          prints every fault with what was said of it, not only those that were missed
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { groupsOf } from "./lib/faults/kinds.mjs";
import { inParallel, runNode } from "./lib/run.mjs";
import { markdownTable } from "./lib/table.mjs";
import { home, shared, treesNamed } from "./lib/trees.mjs";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: String(Math.floor(Math.random() * 1e6)) },
    "per-kind": { type: "string", default: "3" },
    kind: { type: "string", default: "" },
    corrections: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
  },
});
const print = (text) => process.stdout.write(`${text}\n`);

const chosen = treesNamed(wanted);
const directory = mkdtempSync(join(tmpdir(), "faults-"));
const checker = join(home, "scripts/lib/faults/check-tree.mjs");
const results = await inParallel(chosen, availableParallelism(), async ({ name, source }) => {
  const resultFile = join(directory, `${name}.json`);
  const { status, stderr } = await runNode([
    "--import",
    join(home, "scripts/lib/typescript.mjs"),
    checker,
    source,
    options.seed,
    options["per-kind"],
    options.kind,
    resultFile,
    options.corrections ? "corrections" : "",
  ]);
  if (status !== 0) throw new Error(`${name}: the faults ended with ${status}: ${stderr}`);
  return JSON.parse(readFileSync(resultFile, "utf8")).map((result) => ({ tree: name, ...result }));
});
rmSync(directory, { recursive: true });

print(`Seed ${options.seed}, ${options["per-kind"]} of each kind in each of ${chosen.length} trees.\n`);
const all = results.flat();
const failures = [];
for (const group of groupsOf(options.corrections)) {
  const rows = group.kinds.map(({ name }) =>
    rowOf(
      name,
      all.filter(({ kind }) => kind === name),
    ),
  );
  const names = new Set(group.kinds.map(({ name }) => name));
  const ofGroup = all.filter(({ kind }) => names.has(kind));
  if (ofGroup.length === 0) continue;
  const shown = rows.filter(([, count]) => count > 0);
  print(
    `${markdownTable([group.name, "faults", "reported", "", "within a line", ""], [...shown, rowOf("all", ofGroup)])}\n`,
  );
  for (const [property, what] of [
    ["reported", "reported"],
    ["atPlace", "within one line"],
  ]) {
    const share = shareOf(group, ofGroup, (result) => result[property]);
    if (group.isByShare) print(`${what} by shares: ${percent(share)}`);
    if (share < group[property])
      failures.push(`${group.name}: ${percent(share)} ${what}, and ${percent(group[property])} are wanted`);
  }
}
for (const { tree, kind, place, note, reported, atPlace, said } of all) {
  if (atPlace && !options.all) continue;
  const verdict = atPlace ? "found" : reported ? "elsewhere" : "MISSED";
  const shown = place.replace(`${shared}/corpus/`, "").replace(`${home}/`, "");
  print(
    `${verdict} ${kind} · ${tree} ${shown} · ${note}${said.length === 0 ? "" : ` · ${said.slice(0, 4).join(", ")}`}`,
  );
}
print(
  failures.length === 0
    ? "\nEvery bar is met."
    : `\nNot met:\n${failures.map((text) => `  ${text}`).join("\n")}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

/** The share of results that hold; by the shares of the kinds of which there are any, where a group has them. */
function shareOf({ kinds, isByShare }, results, holds) {
  if (!isByShare) return results.filter(holds).length / results.length;
  let whole = 0;
  let part = 0;
  for (const { name, share } of kinds) {
    const own = results.filter(({ kind }) => kind === name);
    if (own.length === 0) continue;
    whole += share;
    part += (share * own.filter(holds).length) / own.length;
  }
  return part / whole;
}

function rowOf(name, found) {
  const [reported, atPlace] = ["reported", "atPlace"].map(
    (property) => found.filter((one) => one[property]).length,
  );
  return [
    name,
    found.length,
    reported,
    percent(reported / found.length),
    atPlace,
    percent(atPlace / found.length),
  ];
}

function percent(share) {
  return Number.isNaN(share) ? "–" : `${(100 * share).toFixed(1)} %`;
}
