import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { run } from "./run.mjs";
import { trees } from "./trees.mjs";

/** Whether Sphinx with os-api-ref is installed: whether it renders a tree. @param {string} work a directory to use */
export async function hasSphinx(work) {
  try {
    const source = sphinxCopy(trees()[0], join(work, "smallest"));
    return (await sphinxBuild(source, join(work, "html"))).status === 0;
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

/**
 * Copies a tree and gives it the least configuration that os-api-ref needs, so that every tree is built alike
 * whatever else its project has installed.
 *
 * @param {import("./trees.mjs").Tree} tree
 * @param {string} directory a new one
 * @returns {string} the Sphinx source folder of the copy
 */
export function sphinxCopy(tree, directory) {
  cpSync(tree.directory, directory, { recursive: true });
  const source = join(directory, relative(tree.directory, tree.source));
  writeFileSync(join(source, "conf.py"), 'extensions = ["os_api_ref"]\nmaster_doc = "index"\n');
  return source;
}

/**
 * Renders a tree to HTML, from nothing: Debian's os-api-ref makes links and fails where they are already.
 *
 * @param {string} source
 * @param {string} work a directory to use
 * @returns {Promise<import("./run.mjs").Ended>}
 */
export async function sphinxBuild(source, work) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  return run("sphinx-build", ["-q", "-b", "html", source, join(work, "html")]);
}
