// Checks that output/ is what `npm start` makes of input/ today, byte for byte: npm run fresh
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "./lib/run.mjs";
import { cli, home } from "./lib/trees.mjs";

const committed = join(home, "output");
const fresh = mkdtempSync(join(tmpdir(), "fresh-"));
try {
  // Exit code 1 says that there are findings; the files are written all the same.
  const { status, stderr } = await runNode([cli, "build", "--output", fresh, "--quiet"], { cwd: home });
  if (status === 2 || status === null) fail(`input/ cannot be built:\n${stderr}`);
  const names = new Set([...readdirSync(fresh), ...(existsSync(committed) ? readdirSync(committed) : [])]);
  const stale = [...names].sort().filter((name) => {
    const [one, other] = [join(fresh, name), join(committed, name)];
    return !existsSync(one) || !existsSync(other) || !readFileSync(one).equals(readFileSync(other));
  });
  if (stale.length > 0)
    fail(
      `Not what input/ gives today: ${stale.map((name) => `output/${name}`).join(", ")}. Run \`npm start\` and commit.`,
    );
} finally {
  rmSync(fresh, { recursive: true });
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
