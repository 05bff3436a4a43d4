import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own directory. */
export const home = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where real trees and the tools that compare with them are, on the machines that have them. */
export const shared = join(home, "../shared");

/** The command as people run it. */
export const cli = join(home, "dist/cli.js");

/**
 * @typedef {object} Tree
 * @property {string} name `manila`
 * @property {string} directory what `apiref build` is given
 * @property {string} source its Sphinx source folder
 */

/** The default input and, where it is there, every tree of the corpus. @returns {Tree[]} */
export function trees() {
  const corpus = join(shared, "corpus");
  const names = existsSync(corpus) ? readdirSync(corpus).sort() : [];
  const real = names
    .map((name) => ({ name, directory: join(corpus, name), source: join(corpus, name, "api-ref/source") }))
    .filter(({ source }) => existsSync(source));
  return [{ name: "input", directory: join(home, "input"), source: join(home, "input") }, ...real];
}
