import { readApiRef } from "../../src/apiref/read.ts";
import { readBodies } from "../../src/bodies/read-bodies.ts";
import { runRules, sortFindings } from "../../src/findings/run.ts";
import { suppress } from "../../src/findings/suppress.ts";
import { buildSpecification } from "../../src/openapi/build.ts";
import { ruleNames, rules, rulesNeedingEvidence } from "../../src/rules/index.ts";
import { compareEvidence } from "../../src/verify/compare.ts";

const settings = new Map();

/**
 * Reads a tree in this process, and runs every rule but Redocly's.
 *
 * @param {import("../../src/files/files.ts").Files} files
 * @param {string} source the Sphinx source folder
 * @param {import("../../src/evidence/evidence.ts").Evidence[]} [evidence] to report what differs from it instead
 */
export function readTree(files, source, evidence) {
  const apiRef = readApiRef(files, source, {});
  const bodies = readBodies(apiRef, undefined);
  const specification = buildSpecification(bodies, {});
  const comparison = evidence && compareEvidence(apiRef, bodies.placed, evidence);
  const applicable = rules.filter(({ name }) => rulesNeedingEvidence.has(name) === (evidence !== undefined));
  const found = runRules(applicable, { apiRef, bodies, comparison }, settings);
  const kept = suppress(found, apiRef.files.values(), {
    ruleNames,
    settings,
    wholeTree: true,
    isRun: () => true,
  });
  return { apiRef, bodies, specification, findings: sortFindings(kept) };
}
