// Checks that output/ is what `npm start` makes of input/ today, byte for byte: npm run fresh [-- --whole]
// Of the page, the code that runs in the browser counts with --whole only: every change of the program changes it, and those
// who change the program at the same time would be in each other's way.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runNode } from "./lib/run.mjs";
import { cli, home } from "./lib/trees.mjs";

const { values: options } = parseArgs({ options: { whole: { type: "boolean", default: false } } });
const committed = join(home, "output");
const clone = mkdtempSync(join(tmpdir(), "fresh-"));
try {
  // What a clone has of it; nothing outside of it is read.
  mkdirSync(join(clone, ".git"));
  cpSync(join(home, "input"), join(clone, "input"), { recursive: true });
  // Exit code 1 says that there are findings; the files are written all the same.
  const { status, stderr } = await runNode([cli, "build", "--html", "--quiet"], { cwd: clone });
  if (status === 2 || status === null) fail(`input/ cannot be built:\n${stderr}`);
  const fresh = join(clone, "output");
  const names = new Set(
    [fresh, committed].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : [])),
  );
  const stale = [...names].sort().filter((name) => {
    const [one, other] = [join(fresh, name), join(committed, name)];
    return !existsSync(one) || !existsSync(other) || counted(one) !== counted(other);
  });
  if (stale.length > 0)
    fail(
      `Not what input/ gives today: ${stale.map((name) => `output/${name}`).join(", ")}. Run \`npm start\` and commit.`,
    );
} finally {
  rmSync(clone, { recursive: true });
}

/** What counts of a file. @param {string} file */
function counted(file) {
  const text = readFileSync(file, "utf8");
  if (options.whole || !file.endsWith(".html")) return text;
  return text.replace(/(<script type="module">).*?(<\/script>)/gs, "$1$2").replace(/'sha256-[^']*'/g, "");
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
