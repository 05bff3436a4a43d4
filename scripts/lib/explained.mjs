import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { nodeAt } from "./problem.mjs";
import { home } from "./trees.mjs";

/** Rules by which readers of OpenAPI say that an example does not fit its schema. */
const exampleRules = new Set(["redocly/no-invalid-media-type-examples", "spectral/oas3-valid-media-example"]);

/**
 * Tells the problems that the sources are to blame for from those that are ours: a sample that contradicts the tables
 * gives an example that contradicts its schema, and that is as it should be where a finding says so.
 *
 * @param {import("./problem.mjs").Problem[]} problems
 * @param {import("./trees.mjs").Tree} tree
 * @param {import("./build-tree.mjs").Build} build
 * @returns {{ explained: import("./problem.mjs").Problem[], rest: import("./problem.mjs").Problem[] }}
 */
export function explainedByFindings(problems, tree, { documentFile, findings }) {
  const document = JSON.parse(readFileSync(documentFile, "utf8"));
  const { sources } = JSON.parse(readFileSync(join(documentFile, "../openapi.map.json"), "utf8"));
  const faulty = new Set(
    findings.filter(({ rule }) => rule.startsWith("sample-")).map(({ file }) => resolve(home, file)),
  );
  const isExplained = ({ consumer, rule, pointer }) => {
    if (!exampleRules.has(`${consumer}/${rule}`)) return false;
    const place = sources[examplePointer(document, pointer)];
    return place !== undefined && faulty.has(resolve(tree.source, place.file));
  };
  return {
    explained: problems.filter(isExplained),
    rest: problems.filter((problem) => !isExplained(problem)),
  };
}

/** The pointer of the component that a place inside an example belongs to. */
function examplePointer(document, pointer) {
  const [example] = pointer.match(/^.*?\/examples\/[^/]+/) ?? [pointer];
  const reference = nodeAt(document, example)?.$ref;
  return typeof reference === "string" ? reference.slice(1) : example;
}
