// Installs the hook with the real pre-commit from a clone of what is committed here, and sees it find what it is to find,
// however it is called: npm run check-hook
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./lib/run.mjs";
import { home } from "./lib/trees.mjs";

const work = mkdtempSync(join(tmpdir(), "check-hook-"));
const clone = join(work, "os-api-ref-openapi");
const project = join(work, "project");
const part = join(project, "api-ref/source/share-replicas.inc");
const env = {
  PRE_COMMIT_HOME: join(work, "pre-commit"),
  GIT_CONFIG_GLOBAL: join(work, "gitconfig"),
  GIT_CONFIG_SYSTEM: "/dev/null",
};
/** In seconds: so much longer than `npm ci` the installation may take. */
const LONGEST = 60;
const problems = [];
try {
  const { status: hasPreCommit } = await run("pre-commit", ["--version"]).catch(() => ({ status: 1 }));
  if (hasPreCommit === 0) await checkHook();
  else print("NOT RUN: pre-commit is not installed, so its hook was not tried.");
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const problem of problems) print(`FAILED: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function checkHook() {
  writeFileSync(
    env.GIT_CONFIG_GLOBAL,
    "[user]\n\tname = A\n\temail = a@example.org\n[safe]\n\tdirectory = *\n",
  );
  await mustRun("git", ["clone", "--quiet", home, clone], work);
  const revision = (await mustRun("git", ["rev-parse", "HEAD"], clone)).stdout.trim();
  await makeProject(revision);

  const packages = await secondsOf(() => mustRun("npm", ["ci", "--ignore-scripts"], clone));
  rmSync(join(clone, "node_modules"), { recursive: true });
  const hooks = await secondsOf(() => mustRun("pre-commit", ["install", "--install-hooks"], project));
  print(`installed in ${hooks.toFixed(0)} s; \`npm ci\` alone takes ${packages.toFixed(0)} s`);
  // A clock says nothing of the hook where other work takes the processors.
  const isBusy = loadavg()[0] > 2 * availableParallelism();
  if (hooks - packages > LONGEST && isBusy)
    print("NOT JUDGED: the machine is busy, so the time says nothing");
  else if (hooks - packages > LONGEST)
    problems.push(`installing takes ${(hooks - packages).toFixed(0)} s more than \`npm ci\`, not ${LONGEST}`);

  await hook("--all-files on what is committed", ["run", "apiref-lint", "--all-files"], ["old_fault"]);
  addFault("new_fault");
  await git("add", "--all");
  await hook("a run on what is staged", ["run", "apiref-lint"], ["new_fault"], ["old_fault"]);
  const commit = await run("git", ["commit", "--message", "new"], { cwd: project, env });
  expectFaults("a commit", commit, ["new_fault"], ["old_fault"]);
  await hook(
    "--all-files with something staged",
    ["run", "apiref-lint", "--all-files"],
    ["old_fault", "new_fault"],
  );
  await git("commit", "--quiet", "--no-verify", "--message", "new");
  const refs = ["--from-ref", "before", "--to-ref", "HEAD"];
  await hook("--from-ref and --to-ref", ["run", "apiref-lint", ...refs], ["new_fault"], ["old_fault"]);
  await git("reset", "--quiet", "--hard", "before");
  writeFileSync(part, readFileSync(part, "utf8").replace(/^(\.\. rest_method:: .*)$/m, "$1\n\n.. A remark."));
  const { status, stdout } = await run("git", ["commit", "--all", "--message", "sound"], {
    cwd: project,
    env,
  });
  if (status !== 0) problems.push(`a sound commit does not go in:\n${stdout}`);
}

async function secondsOf(act) {
  const startedAt = performance.now();
  await act();
  return (performance.now() - startedAt) / 1000;
}

/** A work tree with an old fault in it, tagged `before`. */
async function makeProject(revision) {
  cpSync(join(home, "input"), join(project, "api-ref/source"), { recursive: true });
  const hooks = `repos:\n  - repo: ${clone}\n    rev: ${revision}\n    hooks:\n      - id: apiref-lint\n      - id: apiref-fix\n`;
  writeFileSync(join(project, ".pre-commit-config.yaml"), hooks);
  addFault("old_fault");
  await git("init", "--quiet");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "before");
  await git("tag", "before");
}

/** Adds a row whose key has no definition. */
function addFault(name) {
  const text = readFileSync(part, "utf8");
  writeFileSync(part, text.replace(/^( +- )tenant_id: tenant_id_path$/m, `$&\n$1${name}: ${name}`));
}

async function hook(what, args, faults, others) {
  expectFaults(what, await run("pre-commit", args, { cwd: project, env }), faults, others);
}

/** The hook is to fail and to name these faults, and none of the others. */
function expectFaults(what, { status, stdout, stderr }, faults, others = []) {
  const text = stdout + stderr;
  const missing = faults.filter((name) => !text.includes(`\`${name}\``));
  const wrong = others.filter((name) => text.includes(`\`${name}\``));
  if (status !== 0 && missing.length === 0 && wrong.length === 0)
    print(`${what}: finds ${faults.join(" and ")}`);
  else problems.push(`${what}: exit code ${status}, misses [${missing}], finds [${wrong}]\n${text}`);
}

function git(...args) {
  return mustRun("git", args, project);
}

async function mustRun(program, args, cwd) {
  const ended = await run(program, args, { cwd, env });
  if (ended.status !== 0) throw new Error(`${program} ${args.join(" ")}:\n${ended.stdout}${ended.stderr}`);
  return ended;
}

function print(text) {
  process.stdout.write(`${text}\n`);
}
