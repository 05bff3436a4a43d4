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

/**
 * The trees of these names, all where there are none. A name of no tree ends the script with exit code 2, for whoever has
 * misspelt one would be told that nothing is wrong with it.
 *
 * @param {readonly string[]} names
 * @returns {Tree[]}
 */
export function treesNamed(names) {
  const all = trees();
  const known = all.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`No tree is called ${unknown.join(" or ")}. Name some of: ${known.join(", ")}.\n`);
    process.exit(2);
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}
