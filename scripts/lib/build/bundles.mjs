import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { home } from "../trees.mjs";
import { writeEnglishWords } from "./english-words.mjs";
import { onlyWhatIsUsedOfLodash } from "./lodash.mjs";
import { bundlePage, bundlePreview, bundleVersions } from "./page.mjs";
import { quickCompositionRule } from "./redocly-changes.mjs";

const source = join(home, "src");
const { resolve } = createRequire(import.meta.url);
const redoclyCore = resolve("@redocly/openapi-core");

/**
 * Bundles the program with all that it imports into a directory: `program.cjs` is the command and the library, of which
 * `cli.js` and `index.js` are the doors, `redocly-service.cjs` and `redocly-worker.cjs` are the linter of documents, and
 * `page.js`, `page-versions.js` and, for `apiref preview`, `preview.js` are the code of the page for people, `words.txt` is what
 * the rule `spelling` knows.
 *
 * @param {string} directory
 * @returns {Promise<{ modules: Set<string> }>} the files that the bundles were made of
 */
export async function bundleProgram(directory) {
  const cli = await bundle("cli.ts", join(directory, "cli.js"));
  const program = await bundle("program.ts", join(directory, "program.cjs"));
  const service = await bundle("redocly/service.ts", join(directory, "redocly-service.cjs"));
  const worker = await bundle("redocly/worker.ts", join(directory, "redocly-worker.cjs"));
  const ofPage = [
    await bundlePage(join(directory, "page.js")),
    await bundleVersions(join(directory, "page-versions.js")),
    await bundlePreview(join(directory, "preview.js")),
  ];
  const ofDictionary = writeEnglishWords(join(directory, "words.txt"));
  const names = program.exports.filter((name) => name !== "runProcess");
  writeFileSync(join(directory, "index.js"), `export { ${names.join(", ")} } from "./program.cjs";\n`);
  const bundled = [cli, program, service, worker, ...ofPage].flatMap(({ moduleIds }) => moduleIds);
  return { modules: new Set([...bundled, ofDictionary]) };
}

/** Writes a file with a module of `src` and all that it imports. */
async function bundle(module, file) {
  const build = await rolldown({
    input: join(source, module),
    platform: "node",
    // Each other bundle is loaded as one (`files/bundle.ts`); only from the sources is it imported.
    external: (id) => module !== "redocly/service.ts" && /\bredocly[\\/]service\.ts$/.test(id),
    plugins: [
      versionAsWritten(),
      onlyWhatIsUsedOfLodash(),
      withoutWhatNobodyCalls(),
      redoclyForOpenApi(),
      quickCompositionRule(),
    ],
  });
  const { output } = await build.write({
    file,
    format: file.endsWith(".cjs") ? "cjs" : "esm",
    codeSplitting: false,
    // names stay, for the stack of a bug
    minify: { compress: false, mangle: { toplevel: false, keepNames: true }, codegen: true },
  });
  await build.close();
  writeFileSync(file, inAscii(readFileSync(file, "utf8")));
  return output[0];
}

/**
 * The same code in ASCII, which `files/bundle.ts` need not decode. An escape means what it stands for in strings, names and
 * regular expressions, but not behind a backslash, and not in the raw text of a template unless that becomes an expression.
 */
function inAscii(code) {
  const unclear = /\\[^\0-\x7f]|[\ud800-\udfff]/.exec(code);
  if (unclear !== null) throw new Error(`No escape for ${code.slice(unclear.index, unclear.index + 40)}`);
  return code.replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Puts the version of the package where the sources ask package.json for it, which takes a hundredth of a small run. */
function versionAsWritten() {
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return {
    name: "version-as-written",
    load: (id) =>
      id === join(source, "version.ts") ? `export const version = ${JSON.stringify(version)};` : null,
  };
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
