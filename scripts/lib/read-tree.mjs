import { readApiRef } from "../../dist/apiref/read.js";
import { runRules, sortFindings } from "../../dist/findings/run.js";
import { suppress } from "../../dist/findings/suppress.js";
import { buildSpecification } from "../../dist/openapi/build.js";
import { ruleNames, rules } from "../../dist/rules/index.js";

const settings = new Map();

/**
 * Reads a tree in this process, and runs every rule but Redocly's.
 *
 * @param {import("../../dist/files/files.js").Files} files
 * @param {string} source the Sphinx source folder
 */
export function readTree(files, source) {
  const apiRef = readApiRef(files, source, {});
  const specification = buildSpecification(apiRef, {});
  const found = runRules(rules, { apiRef, specification }, settings);
  const kept = suppress(found, apiRef.files.values(), { ruleNames, settings, wholeTree: true });
  return { apiRef, specification, findings: sortFindings(kept) };
}
