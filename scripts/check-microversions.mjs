// Holds the documents of trees with microversions against what their sources say of each version: npm run check-microversions [-- TREE …]
//   --every   looks at every version that the sources name and the one before it, not at a dozen of them
//   --all     prints every problem, not the first of each kind in each tree
// The whole document, and that of each version, must have every operation, row, code and sample that holds at it, and none that
// does not.
import { parseArgs } from "node:util";
import { readApiRef } from "../src/apiref/read.ts";
import { readBodies } from "../src/bodies/read-bodies.ts";
import { diskFiles } from "../src/files/disk.ts";
import { buildSpecification } from "../src/openapi/build.ts";
import { selectableVersions } from "../src/openapi/named-versions.ts";
import { problemsAt } from "./lib/microversions.mjs";
import { markdownTable } from "./lib/table.mjs";
import { treesNamed } from "./lib/trees.mjs";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { every: { type: "boolean", default: false }, all: { type: "boolean", default: false } },
});
const print = (text) => process.stdout.write(`${text}\n`);

/** How many versions of a tree are looked at. */
const SOME = 12;

const rows = [];
const failures = [];
for (const { name, source } of treesNamed(wanted)) {
  const apiRef = readApiRef(diskFiles(), source, {});
  const whole = readBodies(apiRef, undefined);
  const versions = chosen(selectableVersions(apiRef));
  if (versions.length === 0) continue;
  let facts = 0;
  const problems = [];
  for (const version of [undefined, ...versions]) {
    const bodies = readBodies(apiRef, version);
    for (const operations of ["merged", "apart"]) {
      const microversion = version === undefined ? {} : { microversion: version };
      const specification = buildSpecification(bodies, { operations, ...microversion });
      const found = problemsAt(whole, specification, { version, apart: operations === "apart" });
      facts += found.facts;
      problems.push(...found.problems.map((problem) => ({ version: version ?? "all", ...problem })));
    }
  }
  rows.push([name, versions.length, facts, problems.length]);
  const seen = new Set();
  for (const { version, kind, text } of problems) {
    if (!options.all && seen.has(`${kind} ${text}`)) continue;
    seen.add(`${kind} ${text}`);
    failures.push(`${name} at ${version}: ${kind} ${text}`);
  }
}
print(markdownTable(["tree", "versions", "facts", "problems"], rows));
print(failures.length === 0 ? "\nNo problem." : `\n${failures.join("\n")}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function chosen(versions) {
  if (options.every || versions.length <= SOME) return versions;
  return Array.from(
    { length: SOME },
    (_, index) => versions[Math.round((index * (versions.length - 1)) / (SOME - 1))],
  );
}
