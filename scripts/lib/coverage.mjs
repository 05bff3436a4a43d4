import { existsSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./run.mjs";
import { shared } from "./trees.mjs";

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
 * @param {readonly string[]} services
 * @returns {Promise<{ rows: (string | number)[][], failures: string[] } | undefined>} undefined where the tool is not there
 */
export async function coverage(directory, services) {
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
    for (const operation of unexpected ?? [])
      failures.push(`${service} has ${operation}, which is not documented`);
  }
  return { rows, failures };
}
