// Draws findings at random from all real trees and shows each with its sources, for a person to judge: npm run draw-findings [-- TREE …]
//   --seed N      which are drawn (default 1)
//   --count N     how many (default 60)
//   --rule GLOB   of which rules (default all): 'sample-*'
//   --against KIND  what differs from evidence instead: code or traffic
import { parseArgs } from "node:util";
import picomatch from "picomatch";
import { readEvidence } from "../src/evidence/read-evidence.ts";
import { diskFiles } from "../src/files/disk.ts";
import { memoryFiles } from "../src/files/memory.ts";
import { spanPositions } from "../src/text/span.ts";
import { evidenceOf } from "./lib/evidence.mjs";
import { randomOf } from "./lib/random.mjs";
import { readTree } from "./lib/read-tree.mjs";
import { shared, treesNamed } from "./lib/trees.mjs";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "60" },
    rule: { type: "string", default: "*" },
    against: { type: "string" },
  },
});
const print = (text) => process.stdout.write(`${text}\n`);

const isWanted = picomatch(options.rule);
const found = treesNamed(wanted).flatMap(({ name, source }) =>
  findingsOf(name, source)
    .filter(({ rule }) => isWanted(rule))
    .map((finding) => ({ tree: name, finding })),
);
const drawn = randomOf(options.seed).shuffled(found).slice(0, Number(options.count));
print(`${drawn.length} of ${found.length} findings of ${options.rule}, seed ${options.seed}.`);
for (const [index, { tree, finding }] of drawn.entries()) {
  const { rule, severity, message, span, operation, related = [] } = finding;
  print(
    `\n${"─".repeat(100)}\n${index + 1}. ${tree} ${rule} (${severity})${operation === undefined ? "" : ` · ${operation}`}`,
  );
  print(`   ${message}\n`);
  print(excerpt(span, 6));
  for (const place of related) print(`\n   ${place.message}:\n${excerpt(place.span, 9)}`);
}

/** What a tree has, or where it differs from evidence of its service. */
function findingsOf(name, source) {
  if (options.against === undefined) return readTree(diskFiles(), source).findings;
  const value = evidenceOf(name)[options.against];
  if (value === undefined) return [];
  const path = `/${name}.${options.against}`;
  const files = memoryFiles({ files: { [path]: JSON.stringify(value, undefined, 1) } });
  return readTree(diskFiles(), source, [readEvidence(files, path, path)]).findings;
}

/** The lines round a place, with their numbers; the place's own are marked. */
function excerpt(span, around) {
  const { file } = span;
  const { start, end } = spanPositions(span);
  const first = Math.max(1, start.line - around);
  const last = Math.min(file.lineStarts.length, Math.min(end.line, start.line + around) + around);
  const lines = Array.from({ length: last - first + 1 }, (_, index) => {
    const line = first + index;
    const mark = line >= start.line && line <= end.line ? ">" : " ";
    return `   ${mark} ${String(line).padStart(5)}  ${file.lineText(line)}`;
  });
  return [`   ${file.path.replace(`${shared}/corpus/`, "")}:${start.line}:${start.column}`, ...lines].join(
    "\n",
  );
}
