import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes a tree that holds a service `count` times, each under a name of its own in folder and URLs.
 *
 * @param {string} source a Sphinx source folder that needs nothing outside itself
 * @param {string} directory a new one
 * @param {number} count
 */
export function writeCopies(source, directory, count) {
  mkdirSync(directory, { recursive: true });
  const names = Array.from({ length: count }, (_, index) => `v${index + 1}`);
  for (const name of names) {
    cpSync(source, join(directory, name), { recursive: true });
    for (const file of textFiles(join(directory, name))) {
      const text = readFileSync(file, "utf8");
      writeFileSync(file, text.replace(/(\.\. rest_method::\s+[A-Z]+\s+)\/?/g, `$1/${name}/`));
    }
  }
  const entries = names.map((name) => `   ${name}/index`).join("\n");
  writeFileSync(join(directory, "index.rst"), `Copies\n======\n\n.. toctree::\n\n${entries}\n`);
}

function textFiles(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(rst|inc)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => existsSync(file));
}
