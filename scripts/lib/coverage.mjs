import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./run.mjs";
import { home, shared } from "./trees.mjs";

/** What share of each kind of fact the documents must carry, in percent. */
const bars = {
  operations: 99.5,
  titles: 99.5,
  path: 99.5,
  query: 99.5,
  requestHeader: 99.5,
  requestBody: 99.5,
  responseHeader: 99.5,
  responseBody: 99.5,
  types: 99.5,
  required: 99,
  microversions: 99.5,
  statusCodes: 99.5,
  freeformCodes: 99.5,
};

/**
 * Compares documents with what Sphinx shows a reader of the same sources.
 *
 * @param {string} directory holds `<service>/openapi.json`
 * @param {ReadonlyMap<string, readonly { rule: string, operation?: string }[]>} findings of each service
 * @returns {Promise<{ rows: (string | number)[][], failures: string[] } | undefined>} undefined where the tool is not there
 */
export async function coverage(directory, findings) {
  const services = [...findings.keys()];
  const tool = join(shared, "tools/coverage.mjs");
  if (!existsSync(tool) || services.length === 0) return undefined;
  const { stdout, stderr } = await runNode([tool, "--specs", directory, "--json", ...services]);
  if (stdout === "") return { rows: [], failures: [`coverage: ${stderr.trim()}`] };
  const { total, services: each } = JSON.parse(stdout);
  const failures = [];
  const rows = Object.entries(bars).map(([kind, bar]) => {
    const { found, total: all } = total[kind] ?? { found: 0, total: 0 };
    const share = all === 0 ? 100 : (100 * found) / all;
    if (share < bar) failures.push(`coverage of ${kind} is ${share.toFixed(2)} %, under ${bar} %`);
    return [kind, found, all, `${share.toFixed(2)} %`, `${bar} %`, share < bar ? "missed" : "met"];
  });
  for (const { service, unexpected, failed } of each) {
    if (failed) failures.push(`coverage of ${service}: ${failed}`);
    const mended = mendedOperations(findings.get(service) ?? []);
    for (const operation of (unexpected ?? []).filter((one) => !mended.has(one)))
      failures.push(`${service} has ${operation}, which is not documented`);
  }
  return { rows, failures };
}

/**
 * The pages show a URL such as `/things/<id>` as it is written, or without what a browser takes for a tag; a finding says
 * what became of it.
 */
function mendedOperations(findings) {
  const mended = findings.filter(({ rule }) => rule === "url-malformed");
  // One finding tells of all operations whose URLs have the same slip.
  const others = mended.flatMap(({ related = [] }) => related.map(operationAt));
  const names = [...mended.map(({ operation }) => operation), ...others];
  return new Set(names.map((name) => name?.replace(/\{[^{}]*\}|<[^<>]*>/g, "{}")));
}

/** The method and the URL of the `rest_method` at a place, as they are written. */
function operationAt({ file, line }) {
  const text = readFileSync(join(home, file), "utf8").split("\n")[line - 1] ?? "";
  return /rest_method::\s*(\S+\s+\S+)/.exec(text)?.[1];
}
