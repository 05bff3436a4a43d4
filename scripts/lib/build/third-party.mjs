import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of a licence for packages that name it without giving it. */
const TEXTS = {
  MIT: (owner) => `MIT License

Copyright (c) ${owner}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

/**
 * The notices of the packages that files belong to.
 *
 * @param {Iterable<string>} modules files of the bundles
 * @returns {string}
 * @throws where a package says nothing of its licence
 */
export function thirdPartyNotices(modules) {
  const packages = new Map();
  for (const module of modules) {
    const root = packageRoot(module);
    if (root !== undefined && !packages.has(root)) packages.set(root, notice(root));
  }
  const notices = [...new Set(packages.values())].sort();
  return `This program contains code of the packages below, under their licences.\n\n${notices.join("\n\n")}\n`;
}

/** The folder of the package in `node_modules` that a file belongs to; undefined for other files. */
function packageRoot(file) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

function notice(root) {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const kind = license?.type ?? license;
  const files = readdirSync(root).filter((file) =>
    /^(?:licen[cs]e|notice|copying|third[_-]party)/i.test(file),
  );
  const texts = files.map((file) => readFileSync(join(root, file), "utf8").trim());
  if (texts.length === 0) {
    const standard = TEXTS[kind];
    if (standard === undefined) throw new Error(`${name} gives no text of its licence (${kind}).`);
    texts.push(standard(author?.name ?? author ?? `the authors of ${name}`));
  }
  const where = repository?.url ?? repository ?? "";
  return [`== ${name} ${version} (${kind})`, where, "", ...texts]
    .filter((line, at) => at !== 1 || line !== "")
    .join("\n");
}
