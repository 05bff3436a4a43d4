// Bundles the program that dist/cli.js starts and the one of Redocly's thread into one file each, and keeps the code
// that the engine compiles of them while they convert input/ and small trees of the tests: npm run build
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { rolldown } from "rolldown";
import { compile, evaluate } from "../dist/files/bundle.js";
import { optimizeLate } from "../dist/files/engine.js";
import { home } from "./lib/trees.mjs";

const directory = join(home, "dist/bundle");
const redoclyCore = createRequire(import.meta.url).resolve("@redocly/openapi-core");
const work = mkdtempSync(join(tmpdir(), "bundle-"));
rmSync(directory, { recursive: true, force: true });
optimizeLate(); // as the command does
await bundle("process.js");
await bundle("openapi/redocly-service.js");
await bundle("openapi/redocly-worker.js");
await keepCompiled("process", convertTrees);
await keepCompiled("redocly-service", lintDocument);
rmSync(work, { recursive: true });

/** Writes a module of dist/ with all that it imports to dist/bundle/. */
async function bundle(module) {
  const build = await rolldown({
    input: join(home, "dist", module),
    platform: "node",
    // Redocly is for its thread; only from the sources does it run in the program's own.
    external: (id) => module !== "openapi/redocly-service.js" && /\bredocly-service\./.test(id),
    plugins: [withoutWhatNobodyCalls(), redoclyForOpenApi()],
  });
  await build.write({
    dir: directory,
    entryFileNames: "[name].cjs",
    format: "cjs",
    codeSplitting: false,
    // names stay, for the stack of a bug
    minify: { compress: false, mangle: false, codegen: true },
  });
  await build.close();
}

/** Leaves out what commander loads for commands that are programs of their own. */
function withoutWhatNobodyCalls() {
  const nothing = "\0child-process";
  return {
    name: "without-what-nobody-calls",
    resolveId: (id, importer = "") =>
      id === "node:child_process" && /[\\/]commander[\\/]/.test(importer) ? nothing : null,
    load: (id) => (id === nothing ? "module.exports = {};" : null),
  };
}

/**
 * Leaves out what Redocly loads for other documents than ours: GraphQL's parser, code frames, and the node types of its
 * configuration file, whose making takes half of Redocly's start. A configuration in memory has `extends` and `rules`.
 */
function redoclyForOpenApi() {
  const nothing = "\0nothing";
  const config = "\0config";
  return {
    name: "redocly-for-openapi",
    resolveId(id, importer) {
      if (id === "graphql" || id === "yaml-ast-parser") return nothing;
      if (id === "@redocly/config" && importer !== config) return config;
      if (id === "@redocly/config") return this.resolve(id, redoclyCore, { skipSelf: true });
      return null;
    },
    load(id) {
      if (id === nothing) return "module.exports = {};";
      if (id !== config) return null;
      return `import { rootRedoclyConfigSchema as whole } from "@redocly/config";
        export * from "@redocly/config";
        const { extends: bases, rules } = whole.properties;
        export const rootRedoclyConfigSchema = { ...whole, properties: { extends: bases, rules } };`;
    },
  };
}

/** Runs a bundle and keeps what was compiled of it, also of functions, which are compiled when they are first called. */
async function keepCompiled(name, use) {
  const file = join(directory, `${name}.cjs`);
  const script = compile(readFileSync(file, "utf8"), file, undefined);
  const loaded = { exports: {} };
  evaluate(script, file, loaded);
  await use(loaded.exports);
  writeFileSync(`${file}.cache`, script.createCachedData());
}

/** Runs the command on trees in which there is something of everything. */
async function convertTrees({ runProcess }) {
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
async function lintDocument({ answerLintRequests }) {
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
