import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { home } from "../trees.mjs";
import { changed } from "./changed.mjs";
import { onlyWhatIsUsedOfLodash } from "./lodash.mjs";
import { CHANGES } from "./redoc-changes.mjs";

const browser = join(home, "src/browser");
const redoc = join(home, "node_modules/@redocly/cli/lib/chunks/redoc.standalone.js");

/**
 * Writes the code of the page for people: Redoc's browser file, as `@redocly/cli` brings it along, with a few changes, and
 * the program's own code behind it.
 *
 * @param {string} file
 * @returns {Promise<{ moduleIds: string[] }>} the files that it was made of
 */
export async function bundlePage(file) {
  const own = await browserBundle("main.ts", "esm");
  writeCode(file, `${changed(readFileSync(redoc, "utf8"), CHANGES, "Redoc")}\n${own.code}`);
  return { moduleIds: [redoc, ...own.moduleIds] };
}

/**
 * Writes the code by which the page makes the document of a microversion: the program's own, as far as it makes documents.
 *
 * @param {string} file
 * @returns {Promise<{ moduleIds: string[] }>} the files that it was made of
 */
export async function bundleVersions(file) {
  const own = await browserBundle("versions.ts", "esm");
  writeCode(file, own.code);
  return own;
}

/**
 * Writes what `apiref preview` adds to the code of the page.
 *
 * @param {string} file
 * @returns {Promise<{ moduleIds: string[] }>} the files that it was made of
 */
export async function bundlePreview(file) {
  const own = await browserBundle("preview/main.ts", "iife");
  writeCode(file, own.code);
  return own;
}

/** A module of `src/browser` with all that it imports, as one text. */
async function browserBundle(module, format) {
  const build = await rolldown({
    input: join(browser, module),
    platform: "browser",
    tsconfig: false,
    plugins: [onlyWhatIsUsedOfLodash(), forBrowser()],
  });
  const { output } = await build.generate({ format, codeSplitting: false, minify: true });
  await build.close();
  return output[0];
}

/** Modules that a browser has not, or that make code of texts, are replaced by those of `src/browser`. */
function forBrowser() {
  return {
    name: "for-browser",
    resolveId(id) {
      if (id === "node:path") return join(browser, "posix.ts");
      if (/\bsamples[\\/]validators\.ts$|^\.\/validators\.ts$/.test(id))
        return join(browser, "validators.ts");
      if (id.startsWith("node:")) throw new Error(`The page cannot have ${id}, which a module imports.`);
      return null;
    },
  };
}

function writeCode(file, code) {
  // Either would end the script that holds the code, or hide its end (HTML, "Restrictions for contents of script elements").
  if (/<\/?script/i.test(code)) throw new Error(`${file} holds a tag of a script.`);
  writeFileSync(file, code);
}
