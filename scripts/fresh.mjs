// Checks that output/ is what `npm start` makes of input/ today, byte for byte: npm run fresh
// Of the page, the code that runs in the browser does not count, which every change of the program changes, nor the revision of
// the sources, which no commit can name that changes them.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "./lib/run.mjs";
import { cli, home } from "./lib/trees.mjs";

const committed = join(home, "output");
const fresh = mkdtempSync(join(tmpdir(), "fresh-"));
try {
  // Exit code 1 says that there are findings; the files are written all the same.
  const { status, stderr } = await runNode([cli, "build", "--html", "--output", fresh, "--quiet"], {
    cwd: home,
  });
  if (status === 2 || status === null) fail(`input/ cannot be built:\n${stderr}`);
  const names = new Set([...readdirSync(fresh), ...(existsSync(committed) ? readdirSync(committed) : [])]);
  const stale = [...names].sort().filter((name) => {
    const [one, other] = [join(fresh, name), join(committed, name)];
    return !existsSync(one) || !existsSync(other) || counted(one) !== counted(other);
  });
  if (stale.length > 0)
    fail(
      `Not what input/ gives today: ${stale.map((name) => `output/${name}`).join(", ")}. Run \`npm start\` and commit.`,
    );
} finally {
  rmSync(fresh, { recursive: true });
}

/** What counts of a file. @param {string} file */
function counted(file) {
  const text = readFileSync(file, "utf8");
  if (!file.endsWith(".html")) return text;
  return text
    .replace(/(<script type="module">).*?(<\/script>)/gs, "$1$2")
    .replace(/'sha256-[^']*'/g, "")
    .replace(/(<code id="apiref-revision">).*?(<\/code>)/, "$1$2");
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
