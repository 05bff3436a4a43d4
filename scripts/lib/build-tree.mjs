import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./run.mjs";
import { cli, home } from "./trees.mjs";

/**
 * What came of building a tree twice.
 *
 * @typedef {object} Build
 * @property {number} seconds the first build, whole process
 * @property {string} documentFile
 * @property {{ rule: string, file: string }[]} findings
 * @property {string[]} failures what is wrong with how the command ran; empty is well
 */

/**
 * Builds a tree as JSON into a directory, then again from another working directory, which must give the same bytes.
 *
 * @param {import("./trees.mjs").Tree} tree
 * @param {string} directory an empty one
 * @returns {Promise<Build>}
 */
export async function buildTwice(tree, directory) {
  const elsewhere = join(directory, "elsewhere");
  mkdirSync(elsewhere, { recursive: true });
  const first = await build(tree, directory, home);
  const second = await build(tree, elsewhere, elsewhere);
  const failures = [...complaints(first), ...complaints(second).map((text) => `from elsewhere: ${text}`)];
  for (const name of ["openapi.json", "openapi.map.json"]) {
    const [one, other] = [directory, elsewhere].map((place) => contentOf(join(place, name)));
    if (one === undefined) failures.push(`no ${name}`);
    else if (other === undefined || !one.equals(other)) failures.push(`${name} differs from elsewhere`);
  }
  const findings = findingsIn(first.stdout);
  if (findings === undefined) failures.push("the report is no JSON");
  return {
    seconds: first.seconds,
    documentFile: join(directory, "openapi.json"),
    findings: findings ?? [],
    failures,
  };
}

function build(tree, output, cwd) {
  const args = [
    cli,
    "build",
    tree.directory,
    "--output",
    output,
    "--ext",
    "json",
    "--no-progress",
    "--format",
    "json",
  ];
  return runNode(args, { cwd });
}

function findingsIn(report) {
  try {
    return JSON.parse(report).findings;
  } catch {
    return undefined;
  }
}

function contentOf(file) {
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** @param {import("./run.mjs").Ended} ended */
function complaints({ status, stderr }) {
  const found = [];
  if (status !== 0 && status !== 1) found.push(`exit code ${status}: ${stderr.trim().split("\n")[0]}`);
  if (/^\s+at .+:\d+:\d+\)?$/m.test(stderr)) found.push(`a stack trace: ${stderr.trim().split("\n")[0]}`);
  return found;
}
