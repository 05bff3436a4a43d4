// Packs the package, installs it in an empty folder, and uses it as people do: the command, the library, its types, and the
// recipes of the README: npm run check-package
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runRecipes } from "./lib/recipes.mjs";
import { run } from "./lib/run.mjs";
import { home } from "./lib/trees.mjs";

const MiB = 1024 * 1024;
/** Redoc's browser file, which is to ship for `build --html`, packs to this much. */
const AT_MOST = { packed: 2_000_000, packages: 10, installed: 25 * MiB };

const work = mkdtempSync(join(tmpdir(), "check-package-"));
const problems = [];
try {
  const packed = await run("npm", ["pack", "--pack-destination", work], { cwd: home });
  const tarball = join(work, packed.stdout.trim());
  expect(/^[\w.-]+\.tgz\n$/.test(packed.stdout), `npm pack prints more than a name: ${packed.stdout}`);

  const user = join(work, "user");
  mkdirSync(user);
  writeFileSync(join(user, "package.json"), '{ "type": "module" }\n');
  await must("npm", ["install", "--no-audit", "--no-fund", tarball], user);
  const packages =
    (await must("npm", ["ls", "--all", "--parseable"], user)).stdout.trim().split("\n").length - 1;
  const measured = {
    packed: statSync(tarball).size,
    packages,
    installed: sizeOf(join(user, "node_modules")),
  };
  for (const [what, most] of Object.entries(AT_MOST)) {
    print(`${what}: ${measured[what]}`);
    expect(measured[what] <= most, `${what}: ${measured[what]}, at most ${most}`);
  }

  cpSync(join(home, "input"), join(user, "api-ref/source"), { recursive: true });
  await useCommand(user);
  await useLibrary(user);
  await useTypes(user);
  problems.push(...(await runRecipes(tarball, work, print)));
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const problem of problems) print(`FAILED: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function useCommand(user) {
  const { status, stderr } = await run("node_modules/.bin/apiref", ["build", ".", "--quiet"], { cwd: user });
  expect(status === 0 && stderr === "", `apiref build: exit code ${status}\n${stderr}`);
  const written = readdirSync(join(user, "output"));
  expect(written.includes("openapi.yaml"), `apiref build wrote ${written}`);
}

async function useLibrary(user) {
  const program = `import { build, UsageError } from "os-api-ref-openapi";
    const { document, summary } = await build({ source: "api-ref/source" });
    const refused = await build({ source: "none" }).catch((error) => error instanceof UsageError);
    process.stdout.write(JSON.stringify([document.openapi, summary.operations, refused]));\n`;
  writeFileSync(join(user, "use.js"), program);
  const { stdout, stderr } = await run(process.execPath, ["use.js"], { cwd: user });
  expect(stdout === '["3.1.1",10,true]' && stderr === "", `the library gives ${stdout}\n${stderr}`);
}

async function useTypes(user) {
  const program = `import { build, memoryFiles, type ReportedFinding } from "os-api-ref-openapi";
    const files = memoryFiles({ files: { "/lamps/index.rst": "Lamps" } });
    const { findings, document } = await build({ source: "/lamps", files, rules: { "definition-unused": "off" } });
    export const lines: number[] = findings.map((finding: ReportedFinding) => finding.line);
    export const title: unknown = document.info;
    // @ts-expect-error a severity that there is not
    export const wrong = build({ rules: { "definition-unused": "loud" } });\n`;
  writeFileSync(join(user, "use.ts"), program);
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const options = "--noEmit --strict --target es2022 --module nodenext".split(" ");
  const { status, stdout } = await run(process.execPath, [tsc, ...options, "use.ts"], { cwd: user });
  expect(status === 0, `the types of the library:\n${stdout}`);
}

function expect(holds, problem) {
  if (!holds) problems.push(problem);
}

async function must(program, args, cwd) {
  const ended = await run(program, args, { cwd });
  if (ended.status !== 0) throw new Error(`${program} ${args.join(" ")}:\n${ended.stdout}${ended.stderr}`);
  return ended;
}

/** Bytes of all files in a folder. */
function sizeOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function print(text) {
  process.stdout.write(`${text}\n`);
}
