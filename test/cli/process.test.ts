import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// The built program, as people run it (`test/support/build-program.mjs`).
const home = new URL("../..", import.meta.url).pathname;
const cli = join(home, "dist/cli.js");
let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "apiref-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** Runs the program; standard output is closed after its first piece where `closesEarly`. */
function runCli(
  argv: readonly string[],
  closesEarly = false,
  environment: NodeJS.ProcessEnv = {},
  options: readonly string[] = [],
  program = cli,
) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [...options, program, ...argv], {
      cwd: home,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (piece) => {
      out += piece;
      if (closesEarly) child.stdout.destroy();
    });
    child.stderr.on("data", (piece) => {
      err += piece;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
  });
}

test("builds the default input", async () => {
  const { code, err } = await runCli(["build", "--output", directory]);
  expect(code, err).toBe(0);
  expect(readdirSync(directory).sort()).toEqual(["openapi.map.json", "openapi.yaml"]);
  expect(err).toMatch(/^0 errors, .*\n$/m);
});

test("ends with 2 and one line on wrong usage", async () => {
  const { code, out, err } = await runCli(["biuld"]);
  expect({ code, out, lines: err.split("\n").length }).toEqual({ code: 2, out: "", lines: 2 });
});

test("the help of a command loads nothing of the linter", async () => {
  const { code, out, err } = await runCli(["lint", "--help"], false, { NODE_DEBUG: "worker" });
  expect({ code, started: /WORKER/.test(err) }).toEqual({ code: 0, started: false });
  expect(out).toContain("--max-warnings");
  const { err: ofRun } = await runCli(["lint", "--quiet"], false, { NODE_DEBUG: "worker" });
  expect(ofRun).toMatch(/WORKER/);
});

test("one processor: the linter works in the program's own thread", async () => {
  const one = `data:text/javascript,${encodeURIComponent(
    'import os from "node:os"; import { syncBuiltinESMExports } from "node:module"; os.availableParallelism = () => 1; syncBuiltinESMExports();',
  )}`;
  const argv = ["lint", "--quiet", "--rule", "openapi/info-contact=warning"];
  const { out, err } = await runCli(argv, false, { NODE_DEBUG: "worker" }, ["--import", one]);
  expect(out).toMatch(/ openapi\/info-contact$/m);
  expect(err).not.toMatch(/WORKER/);
  const { out: ofThread } = await runCli(argv);
  expect(out).toBe(ofThread);
});

test("a reader that goes away is no crash", async () => {
  const { code, err } = await runCli(["rules"], true);
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

test("Node says nothing of its own on standard error", async () => {
  const { code, err } = await runCli(["lint", "--quiet"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

test("where no thread may be started, the linter works in the program's own", async () => {
  const [major] = process.versions.node.split(".");
  const permission = major === "20" ? ["--experimental-permission", "--no-warnings"] : ["--permission"];
  const argv = ["lint", "--quiet", "--rule", "openapi/info-contact=warning"];
  const { out, err } = await runCli(argv, false, {}, [...permission, "--allow-fs-read=*"]);
  expect({ out, err }).toEqual({ out: (await runCli(argv)).out, err: "" });
  expect(out).toMatch(/ openapi\/info-contact$/m);
});

/** Runs a copy of the program that lacks the files whose names begin so. */
async function runWithout(...names: readonly string[]) {
  const copy = mkdtempSync(join(directory, "copy-"));
  cpSync(join(home, "package.json"), join(copy, "package.json"));
  const isMissing = (path: string) => names.some((name) => path.startsWith(join(home, "dist", name)));
  cpSync(join(home, "dist"), join(copy, "dist"), { recursive: true, filter: (path) => !isMissing(path) });
  return runCli(["lint", "--quiet"], false, {}, [], join(copy, "dist/cli.js"));
}

test("without the file of the thread, the linter works in the program's own", async () => {
  const { code, out, err } = await runWithout("redocly-worker");
  expect({ code, out, err }).toEqual(await runCli(["lint", "--quiet"]));
});

test.each([[["redocly-service"]], [["program"]], [["redocly-service", "redocly-worker"]]])(
  "without %s: one line and 2",
  async (names) => {
    const { code, out, err } = await runWithout(...names);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^apiref: .*, a part of this program, cannot be read\. .*\n$/);
  },
);
