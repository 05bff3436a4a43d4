import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { home } from "../trees.mjs";

/** What a build is made of. */
const MADE_OF = ["src", "scripts/lib/build", "package.json", "package-lock.json"];

/**
 * Whether a build is that of the sources as they are now.
 *
 * @param {string} directory
 * @param {"whole" | "program"} wanted all that ships, or at least what can be run
 */
export function isBuilt(directory, wanted) {
  const [hash, what] = stampIn(directory).split(" ");
  return hash === sourcesHash() && (what === "whole" || what === wanted);
}

/** Notes what a build is made of, when it stands. @param {string} directory @param {"whole" | "program"} what */
export function markBuilt(directory, what) {
  writeFileSync(stampFile(directory), `${sourcesHash()} ${what}`);
}

function stampIn(directory) {
  try {
    return readFileSync(stampFile(directory), "utf8");
  } catch {
    return "";
  }
}

function stampFile(directory) {
  return join(directory, ".made-of");
}

function sourcesHash() {
  const hash = createHash("sha256");
  for (const name of MADE_OF)
    for (const file of filesIn(join(home, name)))
      hash
        .update(`${relative(home, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
  return hash.digest("hex");
}

/** A file, or the files in a folder. */
function filesIn(path) {
  try {
    const entries = readdirSync(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}
