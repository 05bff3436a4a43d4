import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "../run.mjs";
import { cli, home } from "../trees.mjs";
import { factsOf } from "./facts.mjs";

/** How many microversions of a tree are looked at. */
const SOME = 5;

/**
 * Compares what a page shows at some microversions, from the lowest to the highest, with what `build --microversion` writes.
 *
 * @param {{ directory: string }} tree
 * @param {string} html the page
 * @param {string} output a directory to build in
 * @returns {Promise<string[]>} what differs
 */
export async function differencesAtVersions(tree, html, output) {
  const [, json] = /id="apiref-sources">([^<]*)</.exec(html) ?? [];
  if (json === undefined) return [];
  // The page keeps what it has read, and so does the module: one for each tree.
  const { documentAt } = await load(tree.directory);
  const sources = JSON.parse(json);
  const { versions } = sources;
  const chosen = Array.from({ length: SOME }, (_, index) =>
    versions.at(Math.round((index * (versions.length - 1)) / (SOME - 1))),
  );
  const problems = [];
  for (const version of new Set(chosen)) {
    const shown = factsOf(JSON.parse(JSON.stringify(await documentAt(sources, version))));
    const options = ["--microversion", version, "--ext", "json", "--output", output, "--quiet"];
    await runNode([cli, "build", tree.directory, ...options]);
    const built = factsOf(JSON.parse(readFileSync(join(output, "openapi.json"), "utf8")));
    for (const fact of built) if (!shown.has(fact)) problems.push(`at ${version} the page lacks ${fact}`);
    for (const fact of shown) if (!built.has(fact)) problems.push(`at ${version} only the page has ${fact}`);
  }
  return problems;
}

async function load(name) {
  await import(`${join(home, "dist/page-versions.js")}?${encodeURIComponent(name)}`);
  return globalThis.apirefVersions;
}
