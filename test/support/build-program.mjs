import { rmSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram } from "../../scripts/lib/build/bundles.mjs";
import { isBuilt, markBuilt } from "../../scripts/lib/build/stamp.mjs";
import { home } from "../../scripts/lib/trees.mjs";

/** Before any test: builds the program that tests start, unless it is that of the sources as they are now. */
export default async function buildProgram() {
  const directory = join(home, "dist");
  if (isBuilt(directory, "program")) return;
  rmSync(directory, { recursive: true, force: true });
  await bundleProgram(directory);
  markBuilt(directory, "program");
}
