import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram } from "../../scripts/lib/build/bundles.mjs";
import { sourcesHash, stampFile } from "../../scripts/lib/build/stamp.mjs";
import { home } from "../../scripts/lib/trees.mjs";

/** Before any test: builds the program that tests start, unless it is that of the sources as they are now. */
export default async function buildProgram() {
  const directory = join(home, "dist");
  const hash = sourcesHash();
  if (madeOf(directory) === hash) return;
  rmSync(directory, { recursive: true, force: true });
  await bundleProgram(directory);
  writeFileSync(stampFile(directory), hash);
}

function madeOf(directory) {
  try {
    return readFileSync(stampFile(directory), "utf8");
  } catch {
    return undefined;
  }
}
