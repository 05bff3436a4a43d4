// Builds what ships, in dist/: npm run build
//   --if-changed  only where dist/ is not that of the sources as they are
// It prints nothing on standard output, where `npm pack` says what it packed.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleProgram } from "./lib/build/bundles.mjs";
import { keepCompiledCode } from "./lib/build/compiled-code.mjs";
import { writeDeclarations } from "./lib/build/declarations.mjs";
import { isBuilt, markBuilt } from "./lib/build/stamp.mjs";
import { thirdPartyNotices } from "./lib/build/third-party.mjs";
import { home } from "./lib/trees.mjs";

const directory = join(home, "dist");
if (!process.argv.includes("--if-changed") || !isBuilt(directory, "whole")) await build();

async function build() {
  rmSync(directory, { recursive: true, force: true });
  const { modules } = await bundleProgram(directory);
  writeFileSync(join(directory, "THIRD-PARTY.txt"), thirdPartyNotices(modules));
  writeDeclarations(join(directory, "types"));
  await keepCompiledCode(directory);
  markBuilt(directory, "whole");
}
