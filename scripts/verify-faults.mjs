// Puts faults one at a time into evidence of real services, and counts those that are reported: npm run verify-faults [-- TREE …]
//   --seed N       which faults are drawn; another number than last time unless given
//   --per-kind N   how many of each kind in each evidence (default 4)
//   --kind TEXT    only the kinds whose names hold the text
//   --all          prints every fault with what was said of it, not only those that were missed
import { parseArgs } from "node:util";
import { readApiRef } from "../src/apiref/read.ts";
import { readBodies } from "../src/bodies/read-bodies.ts";
import { readEvidence } from "../src/evidence/read-evidence.ts";
import { diskFiles } from "../src/files/disk.ts";
import { memoryFiles } from "../src/files/memory.ts";
import { compareEvidence } from "../src/verify/compare.ts";
import { evidenceOf } from "./lib/evidence.mjs";
import { randomOf } from "./lib/random.mjs";
import { markdownTable } from "./lib/table.mjs";
import { treesNamed } from "./lib/trees.mjs";
import { documentKinds } from "./lib/verify-faults/document-kinds.mjs";
import { lineOf } from "./lib/verify-faults/expected.mjs";
import { sitesOf } from "./lib/verify-faults/sites.mjs";
import { trafficKinds } from "./lib/verify-faults/traffic-kinds.mjs";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: String(Math.floor(Math.random() * 1e6)) },
    "per-kind": { type: "string", default: "4" },
    kind: { type: "string", default: "" },
    all: { type: "boolean", default: false },
  },
});
const print = (text) => process.stdout.write(`${text}\n`);

const BARS = { reported: 0.97, atPlace: 0.95 };

const results = [];
for (const { name, source } of treesNamed(wanted)) {
  const { code, traffic } = evidenceOf(name);
  if (code !== undefined) putIn(name, source, code, documentKinds);
  if (traffic !== undefined) putIn(name, source, served(traffic), trafficKinds);
}

print(`Seed ${options.seed}, ${options["per-kind"]} of each kind in each evidence.\n`);
const kinds = [...new Set(results.map(({ kind }) => kind))];
const rows = [
  ...kinds.map((kind) =>
    rowOf(
      kind,
      results.filter((one) => one.kind === kind),
    ),
  ),
  rowOf("all", results),
];
print(`${markdownTable(["kind", "faults", "reported", "", "at the line", ""], rows)}\n`);
for (const { tree, kind, place, isReported, isAtPlace, said } of results) {
  if (isAtPlace && !options.all) continue;
  print(
    `${isAtPlace ? "found" : isReported ? "elsewhere" : "MISSED"} ${kind} · ${tree} ${place} · ${said.slice(0, 3).join(" · ")}`,
  );
}
const failures = Object.entries({ isReported: BARS.reported, isAtPlace: BARS.atPlace }).filter(
  ([property, bar]) => results.filter((one) => one[property]).length < bar * results.length,
);
print(
  failures.length === 0
    ? "\nEvery bar is met."
    : `\nNot met: ${failures.map(([property]) => property).join(", ")}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

function putIn(tree, source, evidence, kindsOfEvidence) {
  const apiRef = readApiRef(diskFiles(), source, {});
  const { placed } = readBodies(apiRef, undefined);
  const read = (value) =>
    readEvidence(memoryFiles({ files: { "/evidence": JSON.stringify(value) } }), "/evidence", "evidence");
  const drifts = (value) => compareEvidence(apiRef, placed, [read(value)]).drifts;
  const { operations, sites } = sitesOf(read(evidence), placed);
  const all = {
    operations,
    document: evidence,
    sites: sites.map((site) => ({ ...site, document: evidence })),
  };
  const before = new Set(drifts(evidence).map(identity));
  for (const kind of kindsOfEvidence) {
    if (!kind.name.includes(options.kind)) continue;
    const candidates = randomOf(`${options.seed} ${tree} ${kind.name}`).shuffled(kind.candidates(all));
    for (const candidate of candidates.slice(0, Number(options["per-kind"]))) {
      const copy = structuredClone(evidence);
      const { rule, says, lines } = kind.put(copy, candidate);
      const fresh = drifts(copy).filter((drift) => !before.has(identity(drift)));
      const telling = fresh.filter((drift) => drift.rule === rule && drift.message.includes(says));
      const { observation, side = "", path = [], name = "" } = candidate;
      results.push({
        tree,
        kind: `${"openapi" in evidence ? "code" : "traffic"}: ${kind.name}`,
        place: `${observation.method} ${observation.path} ${observation.action ?? ""} ${side} ${[...path, name].join(".")}`,
        isReported: telling.length > 0,
        isAtPlace: telling.some((drift) => lines === undefined || isAt(drift, lines)),
        said: fresh.map((drift) => `${drift.rule} ${lineOf(drift.span)} ${drift.message}`),
      });
    }
  }
}

/** A log as of a service itself, which says the time (RFC 9110, 6.6.1): what stands in for one is believed less. */
function served(log) {
  const copy = structuredClone(log);
  for (const { response } of copy.log.entries)
    response.headers.push({ name: "Date", value: "Fri, 02 Jan 2026 10:00:00 GMT" });
  return copy;
}

/** Whether a difference stands at one of the lines, or lists one among the other places that have it. */
function isAt({ span, related }, lines) {
  return [span, ...related.map((place) => place.span)].some((place) => lines.has(lineOf(place)));
}

function identity({ rule, span, message }) {
  return `${rule} ${lineOf(span)} ${message.replace(/ Seen in .*/, "")}`;
}

function rowOf(name, found) {
  const share = (count) => `${((100 * count) / found.length).toFixed(1)} %`;
  const [reported, atPlace] = ["isReported", "isAtPlace"].map(
    (key) => found.filter((one) => one[key]).length,
  );
  return [name, found.length, reported, share(reported), atPlace, share(atPlace)];
}
