import { readFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, Script } from "node:vm";

/** A module in CommonJS, as Node wraps one: https://nodejs.org/api/modules.html#the-module-wrapper */
type Wrapped = (
  exports: unknown,
  require: NodeJS.Require,
  module: { exports: unknown },
  file: string,
  folder: string,
) => void;

/**
 * Loads a part of the program with all that it imports from one file, `dist/bundle/NAME.cjs`, where the build has made
 * it. Loading hundreds of small modules and compiling them takes longer than the work on most trees; of this one file
 * the compiled code is kept. Gives what the part exports, or undefined where there is no such file, as when the
 * program runs from its sources.
 */
export function loadBundle<Exports>(name: string): Exports | undefined {
  const file = fileURLToPath(new URL(`../bundle/${name}.cjs`, import.meta.url));
  const code = readIfThere(file)?.toString();
  if (code === undefined) return undefined;
  // Newer Node keeps compiled code by itself, also where the build was made by another version.
  const { enableCompileCache } = module as { enableCompileCache?: () => void };
  if (enableCompileCache !== undefined) {
    enableCompileCache();
    return createRequire(file)(file) as Exports;
  }
  const loaded = { exports: {} };
  evaluate(compile(code, file, readIfThere(`${file}.cache`)), file, loaded);
  return loaded.exports as Exports;
}

/** Compiles a bundle; `cache` is code that was compiled from the same text before, by the same version of Node. */
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

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
