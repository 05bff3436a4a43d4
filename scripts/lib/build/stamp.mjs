import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { home } from "../trees.mjs";

/** What a build is made of. */
const MADE_OF = ["src", "scripts/lib/build", "package.json", "package-lock.json"];

/** Where a build says what it was made of. @param {string} directory */
export function stampFile(directory) {
  return join(directory, ".made-of");
}

/** Tells whether a build is that of the sources as they are now: a hash of all of them. @returns {string} */
export function sourcesHash() {
  const hash = createHash("sha256");
  for (const name of MADE_OF)
    for (const file of filesIn(join(home, name)))
      hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
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
