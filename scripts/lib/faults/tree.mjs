import { joinPath, resolveFromDocument } from "../../../src/apiref/sources.ts";
import { diskFiles } from "../../../src/files/disk.ts";
import { readTree } from "../read-tree.mjs";

/**
 * A real tree without any fault put in, and what faults are drawn from.
 *
 * @typedef {object} SoundTree
 * @property {string} source
 * @property {import("../../../src/files/files.ts").Files} files
 * @property {import("../../../src/apiref/model.ts").ApiRef} apiRef
 * @property {readonly import("../../../src/findings/finding.ts").Finding[]} findings
 * @property {readonly import("../../../src/apiref/model.ts").Operation[]} operations
 * @property {readonly WrittenDirective[]} directives those at the left margin of the files that were read
 *
 * @typedef {object} WrittenDirective
 * @property {import("../../../src/text/source-file.ts").SourceFile} file
 * @property {string} name
 * @property {string} argument
 * @property {number} line
 * @property {number} start offset of `..`
 * @property {number} nameAt offset of the name
 * @property {number} argumentAt offset of the argument
 * @property {number} end offset of the line's end
 */

/** @param {string} source @returns {SoundTree} */
export function soundTree(source) {
  const files = rememberedFiles(diskFiles());
  const { apiRef, findings } = readTree(files, source);
  const operations = apiRef.documents.flatMap((document) => document.operations);
  const directives = [...apiRef.files.values()].filter(isRst).flatMap(directivesIn);
  return { source, files, apiRef, findings, operations, directives };
}

export function isRst({ path }) {
  return /\.(rst|inc|txt)$/.test(path);
}

function directivesIn(file) {
  return [...file.text.matchAll(/^\.\. ([a-z_-]+)::( *)(.*?)[ \t\r]*$/gm)].map((match) => {
    const [whole, name, gap, argument] = match;
    const start = match.index;
    const argumentAt = start + name.length + 5 + gap.length;
    const line = file.positionAt(start).line;
    return { file, name, argument, line, start, nameAt: start + 3, argumentAt, end: start + whole.length };
  });
}

/** The places of the directives that name a file. @param {SoundTree} tree @param {string} path */
export function placesNaming({ apiRef, directives }, names, path) {
  return directives
    .filter(({ name, argument }) => {
      const written = argument.split(/\s+/).at(-1);
      if (!names.includes(name) || written === "") return false;
      return apiRef.documents.some(
        (document) => resolveFromDocument(apiRef.root, document.file.path, written) === joinPath("/", path),
      );
    })
    .map(({ file, line }) => ({ file: file.path, line }));
}

/** Files that are read from the disk once; they do not change while a script runs. */
function rememberedFiles(files) {
  const remember = (ask) => {
    const known = new Map();
    return (path) => {
      if (!known.has(path)) known.set(path, ask(path));
      return known.get(path);
    };
  };
  return {
    status: remember(files.status),
    read: remember(files.read),
    realPath: remember(files.realPath),
    list: remember(files.list),
    writeAll() {
      throw new Error("Faults are put into copies in memory only.");
    },
  };
}
