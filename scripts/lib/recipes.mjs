import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { run } from "./run.mjs";
import { home } from "./trees.mjs";

/** The package as recipes name it. */
const NAME = /os-api-ref-openapi@[\w.-]+/g;

/**
 * Runs what can be run of the README's recipes for CI in a checkout with an api-ref, on a branch that brings a fault. Each
 * is to find it. The package is installed from a file, into a home of its own.
 *
 * @param {string} tarball the packed package
 * @param {string} work an empty folder or one that has no `recipes`
 * @param {(text: string) => void} print
 * @returns {Promise<string[]>} what is wrong
 */
export async function runRecipes(tarball, work, print) {
  const folder = join(work, "recipes");
  const prefix = join(folder, "prefix");
  const env = {
    HOME: folder,
    npm_config_prefix: prefix,
    npm_config_cache: join(folder, "npm"),
    PATH: `${prefix}/bin:${process.env.PATH}`,
    GITHUB_BASE_REF: "master",
    GIT_CONFIG_SYSTEM: "/dev/null",
  };
  mkdirSync(prefix, { recursive: true });
  writeFileSync(
    join(folder, ".gitconfig"),
    "[user]\n\tname = A\n\temail = a@example.org\n[init]\n\tdefaultBranch = master\n",
  );
  const checkout = join(folder, "checkout");
  const shell = (script) => run("bash", ["-ec", script.replaceAll(NAME, tarball)], { cwd: checkout, env });
  const blocks = recipes();
  const problems = [];
  await makeCheckout(folder, checkout, env, (script) => shell(script), blocks);

  const github = blocks.yaml.find(({ jobs }) => jobs !== undefined).jobs["api-ref"].steps;
  expectFault(
    "GitHub",
    await shell(github.flatMap((step) => step.run ?? []).join("\n")),
    /^::error file=.*new_fault/m,
  );
  const gitlab = blocks.yaml.find((block) => block["api-ref"] !== undefined)["api-ref"];
  expectFault("GitLab", await shell(gitlab.script.join("\n")), /new_fault/);
  if (!existsSync(join(checkout, gitlab.artifacts.reports.codequality))) problems.push("GitLab: no report");
  writeFileSync(join(checkout, "tox.ini"), blocks.ini.replaceAll(NAME, tarball));
  const tox = await run("tox", ["-e", "api-ref-lint"], { cwd: checkout, env }).catch(() => undefined);
  if (tox === undefined) print("NOT RUN: tox is not installed, so its recipe was not tried.");
  else expectFault("tox", tox, /new_fault/);
  return problems;

  function expectFault(what, { status, stdout, stderr }, fault) {
    if (status === 1 && fault.test(stdout) && !stdout.includes("old_fault"))
      print(`${what}: finds the fault`);
    else problems.push(`${what}: exit code ${status}\n${stdout}${stderr}`);
  }
}

/** The code blocks of the README's part on CI. */
function recipes() {
  const readme = readFileSync(join(home, "README.md"), "utf8");
  const [part] = /^## In CI$[\s\S]*?(?=^## )/m.exec(readme);
  const blocks = (language) =>
    [...part.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, text]) => text);
  return { yaml: blocks("yaml").map((text) => parse(text)), ini: blocks("ini")[0], sh: blocks("sh") };
}

/** A clone of a repository whose `master` holds an old fault; the branch that is checked out brings a new one. */
async function makeCheckout(folder, checkout, env, shell, { sh }) {
  const upstream = join(folder, "upstream");
  cpSync(join(home, "input"), join(upstream, "api-ref/source"), { recursive: true });
  addFault(upstream, "old_fault");
  const git = async (directory, ...args) => {
    const { status, stderr } = await run("git", args, { cwd: directory, env });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  };
  await git(upstream, "init", "--quiet");
  await git(upstream, "add", "--all");
  await git(upstream, "commit", "--quiet", "--message", "before");
  await git(folder, "clone", "--quiet", upstream, checkout);
  // The README's first recipe makes the baseline; the faults in it are no news.
  const [install, record] = [
    /^npm install .*$/m.exec(sh.join("\n"))[0],
    sh.find((text) => text.includes("--update-baseline")),
  ];
  const { stderr } = await shell(`${install}\n${record}`);
  if (stderr !== "" && !existsSync(join(checkout, "apiref-baseline.json")))
    throw new Error(`no baseline: ${stderr}`);
  await git(checkout, "checkout", "--quiet", "-b", "change");
  addFault(checkout, "new_fault");
  await git(checkout, "add", "--all");
  await git(checkout, "commit", "--quiet", "--message", "change");
}

function addFault(tree, name) {
  const file = join(tree, "api-ref/source/share-replicas.inc");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/^( +- )tenant_id: tenant_id_path$/m, `$&\n$1${name}: ${name}`));
}
