import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { cacheFile, compile, evaluate } from "../../../src/files/bundle.ts";
import { optimizeLate } from "../../../src/files/engine.ts";
import { home } from "../trees.mjs";

/**
 * Keeps, beside the bundles in a directory, the code that this V8 compiles of them while they convert input/ and small
 * trees of the tests. It is for those who work from a clone; it does not ship.
 *
 * @param {string} directory
 */
export async function keepCompiledCode(directory) {
  const work = mkdtempSync(join(tmpdir(), "compiled-code-"));
  optimizeLate(process.versions.v8); // as the command does
  await keep(join(directory, "program.cjs"), (program) => convertTrees(program, work));
  await keep(join(directory, "redocly-service.cjs"), (service) => lintDocument(service, work));
  rmSync(work, { recursive: true });
}

/** Runs a bundle and keeps what was compiled of it, also of functions, which are compiled when they are first called. */
async function keep(file, use) {
  const script = compile(readFileSync(file, "utf8"), file, undefined);
  const loaded = { exports: {} };
  evaluate(script, file, loaded);
  await use(loaded.exports);
  writeFileSync(cacheFile(file), script.createCachedData());
}

/** Runs the command on trees in which there is something of everything. */
async function convertTrees({ runProcess }, work) {
  const { argv } = process;
  const write = process.stdout.write;
  process.stdout.write = () => true;
  for (const tree of [...goldenTrees(), join(home, "input")]) {
    process.argv = [...argv.slice(0, 2), "build", tree, "--output", work, "--ext", "json", "--quiet"];
    await runProcess();
  }
  process.stdout.write = write;
  process.argv = argv;
  process.exitCode = 0;
}

/** Has the document of the last tree linted. */
async function lintDocument({ answerLintRequests }, work) {
  const documentText = readFileSync(join(work, "openapi.json"), "utf8");
  const thread = new MessageChannel();
  const { port1, port2 } = new MessageChannel();
  answerLintRequests(thread.port1);
  const answered = new Promise((resolve) => port1.once("message", resolve));
  thread.port2.postMessage({ documentText, settings: new Map(), answer: port2 }, [port2]);
  await answered;
  port1.close();
  thread.port1.close();
}

function goldenTrees() {
  const golden = join(home, "test/golden");
  return readdirSync(golden).map((name) => join(golden, name, "source"));
}
