import { isAscii } from "node:buffer";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { arch, version } from "node:process";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag } from "node:v8";
import { constants, Script } from "node:vm";
import { UsageError } from "../usage-error.ts";

/** A module in CommonJS, as Node wraps one: https://nodejs.org/api/modules.html#the-module-wrapper */
type Wrapped = (
  exports: unknown,
  require: NodeJS.Require,
  module: { exports: unknown },
  file: string,
  folder: string,
) => void;

/**
 * Loads a part of the program with all that it imports from one file, `dist/NAME.cjs`, and gives what the part exports.
 * To be called from the built program only, whose files lie side by side. Where the build left code that this very V8
 * compiled, under these flags, that is taken: it saves a third of the time of a small tree.
 *
 * @throws UsageError where the file is missing, as in an installation that was broken off
 */
export function loadBundle<Exports>(name: string): Exports {
  const file = bundleFile(name);
  const cache = readIfThere(cacheFile(file));
  const code = readPart(file);
  if (cache === undefined) return createRequire(file)(file) as Exports;
  const loaded = { exports: {} };
  // The build writes ASCII, which takes no decoding, and half the memory.
  const text = isAscii(code) ? code.toString("latin1") : code.toString();
  evaluate(compile(text, file, cache), file, loaded);
  return loaded.exports as Exports;
}

/** The path of a bundle, seen from another one. */
export function bundleFile(name: string): string {
  return fileURLToPath(new URL(`./${name}.cjs`, import.meta.url));
}

/**
 * Where the compiled code of a bundle is kept. The name says which Node takes it: V8's own tag is the same for two
 * releases of Node 20 of which one crashes on what the other compiled.
 */
export function cacheFile(file: string): string {
  return `${file}.${version}-${arch}-${cachedDataVersionTag()}.cache`;
}

/** Compiles a bundle; `cache` is code that was compiled from the same text before. */
export function compile(code: string, file: string, cache: Buffer | undefined): Script {
  return new Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cache === undefined ? {} : { cachedData: cache }),
  });
}

/** Runs a compiled bundle. */
export function evaluate(script: Script, file: string, loaded: { exports: unknown }): void {
  const wrapped = script.runInThisContext() as Wrapped;
  wrapped(loaded.exports, createRequire(file), loaded, file, dirname(file));
}

/**
 * Code that runs in a browser: `page` draws the page for people, `page-versions` makes the document of a microversion for it,
 * `preview` is what `apiref preview` adds to it.
 *
 * @throws UsageError where the file is missing
 */
export function browserCode(name: "page" | "page-versions" | "preview"): string {
  return readPart(partFile(`${name}.js`)).toString();
}

/**
 * The words of English, one a line, of at least three letters, all of them small.
 *
 * @throws UsageError where the file is missing
 */
export function englishWords(): string {
  return readPart(partFile("words.txt")).toString("latin1");
}

/** The path of what the build makes beside the program; from the sources, as tests run, it is that of the last build. */
function partFile(name: string): string {
  const place = import.meta.url.endsWith(".ts") ? "../../dist" : ".";
  return fileURLToPath(new URL(`${place}/${name}`, import.meta.url));
}

function readPart(file: string): Buffer {
  const content = readIfThere(file);
  if (content !== undefined) return content;
  throw new UsageError(
    `${file}, a part of this program, cannot be read. Install the package again, or let the process read it.`,
  );
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
