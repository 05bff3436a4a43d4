import { readApiRef } from "../../src/apiref/read.ts";
import { readBodies } from "../../src/bodies/read-bodies.ts";
import { runRules, sortFindings } from "../../src/findings/run.ts";
import { suppress } from "../../src/findings/suppress.ts";
import { buildSpecification } from "../../src/openapi/build.ts";
import { ruleNames, rules } from "../../src/rules/index.ts";

const settings = new Map();

/**
 * Reads a tree in this process, and runs every rule but Redocly's.
 *
 * @param {import("../../src/files/files.ts").Files} files
 * @param {string} source the Sphinx source folder
 */
export function readTree(files, source) {
  const apiRef = readApiRef(files, source, {});
  const bodies = readBodies(apiRef, undefined);
  const specification = buildSpecification(bodies, {});
  const found = runRules(rules, { apiRef, bodies }, settings);
  const kept = suppress(found, apiRef.files.values(), {
    ruleNames,
    settings,
    wholeTree: true,
    isRun: () => true,
  });
  return { apiRef, bodies, specification, findings: sortFindings(kept) };
}
