// Builds the page of every real tree that is there and looks at it in a browser: npm run check-page [-- TREE …]
// Every documented operation in the navigation and, scrolled to, on the page; every JSON sample readable at its operation; no
// error on the console; no request. At five microversions, what `build --microversion` writes.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NO_BROWSER, openBrowser, openPage } from "./lib/page/browser.mjs";
import { expected } from "./lib/page/expected.mjs";
import { lookAt, navigation } from "./lib/page/look.mjs";
import { differencesAtVersions } from "./lib/page/versions.mjs";
import { runNode } from "./lib/run.mjs";
import { markdownTable } from "./lib/table.mjs";
import { cli, treesNamed } from "./lib/trees.mjs";

const chosen = treesNamed(process.argv.slice(2));
const print = (text) => process.stdout.write(`${text}\n`);
const browser = await openBrowser();
if (browser === undefined) print(NO_BROWSER);
else {
  const directory = mkdtempSync(join(tmpdir(), "check-page-"));
  try {
    const rows = [];
    const problems = [];
    for (const tree of chosen) {
      const result = await checkTree(tree, directory);
      rows.push([tree.name, result.operations, result.samples, result.problems.length]);
      problems.push(...result.problems.map((problem) => `${tree.name}: ${problem}`));
    }
    print(markdownTable(["tree", "operations", "JSON samples", "problems"], rows));
    for (const problem of problems.slice(0, 60)) print(problem);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    rmSync(directory, { recursive: true });
  }
}

/** Builds a tree's page and looks at all of it. */
async function checkTree(tree, directory) {
  const output = join(directory, tree.name);
  await runNode([cli, "build", tree.directory, "--html", "--ext", "json", "--output", output, "--quiet"]);
  const html = readFileSync(join(output, "openapi.html"), "utf8");
  const apart = JSON.parse(/id="apiref-document">([^<]*)</.exec(html)[1]);
  const merged = JSON.parse(readFileSync(join(output, "openapi.json"), "utf8"));
  const { operations, samples } = expected(merged, apart);
  const { page, mishaps, close } = await openPage(browser, `file://${join(output, "openapi.html")}`);
  const problems = await differencesAtVersions(tree, html, join(directory, `${tree.name}-at`));
  const links = await navigation(page);
  for (const { operationId, summary } of operations) {
    // the last, for a tag may bear the name of its operation
    const link = links.findLast(({ href }) => href.endsWith(`/${operationId.toLowerCase()}`));
    if (link === undefined || !link.text.includes(summary)) {
      problems.push(`${operationId} (${summary}) is not in the navigation`);
      continue;
    }
    const seen = await lookAt(page, link.href);
    if (!seen?.inView || !seen.heading.includes(summary))
      problems.push(`${link.href} does not lead to ${summary}`);
    const shown = new Set(seen?.samples.map(withoutSpace));
    for (const { where, name, value } of samples.get(operationId) ?? [])
      if (!shown.has(withoutSpace(unmarked(JSON.stringify(value)))))
        problems.push(`${link.href}: the sample ${name} (${where}) is not readable`);
  }
  await close();
  const count = [...samples.values()].reduce((sum, list) => sum + list.length, 0);
  return { operations: operations.length, samples: count, problems: [...problems, ...new Set(mishaps)] };
}

/** A JSON text of the page as it is shown: numbers that JavaScript would write otherwise are texts behind a mark in it. */
function unmarked(json) {
  return json.replace(/"\u2063([^"]*)"/g, "$1");
}

function withoutSpace(text) {
  return text.replace(/\s+/g, "");
}
