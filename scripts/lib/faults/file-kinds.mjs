import { faultIn, misspelt, removedFile } from "./fault.mjs";
import { isRst, placesNaming } from "./tree.mjs";

/** Files that are not there or hold wrong bytes. @type {readonly import("./fault.mjs").Kind[]} */
export const fileKinds = [
  missing("include file missing", ["include"]),
  missing("parameters file missing", ["rest_parameters"]),
  missing("status file missing", ["rest_status_code"]),
  missing("sample file missing", ["literalinclude"]),
  {
    name: "toctree entry misspelt",
    *draw(tree, random) {
      const entries = tree.apiRef.documents.flatMap(({ blocks }) => [...toctreeLines(blocks)]);
      for (const { text, file, offset } of random.shuffled(entries)) {
        const written = misspelt(text, random);
        if (written !== undefined)
          yield faultIn(
            file,
            [{ start: offset, end: offset + text.length, text: written }],
            `${text} → ${written}`,
          );
      }
    },
  },
  wrongBytes("wrong bytes in RST", isRst),
  wrongBytes("wrong bytes in YAML", ({ path }) => /\.ya?ml$/.test(path)),
  wrongBytes("wrong bytes in JSON", ({ path }) => path.endsWith(".json")),
];

/** Half of the time the file is gone, else one directive names it wrong. */
function missing(kind, names) {
  return {
    name: kind,
    *draw(tree, random) {
      for (const { file, name, argument, argumentAt } of random.shuffled(tree.directives)) {
        const written = argument.split(/\s+/).at(-1);
        if (!names.includes(name) || written === "") continue;
        const target = [...tree.apiRef.files.keys()].find((path) =>
          placesNaming(tree, names, path).some(
            (place) => place.file === file.path && place.line === file.positionAt(argumentAt).line,
          ),
        );
        if (target === undefined) continue;
        if (random.whole(2) === 0) yield removedFile(target, placesNaming(tree, names, target));
        else {
          const at = argument.lastIndexOf(written);
          const wrong = misspelt(written, random);
          const start = argumentAt + at;
          yield faultIn(file, [{ start, end: start + written.length, text: wrong }], `${written} → ${wrong}`);
        }
      }
    },
  };
}

function* toctreeLines(blocks) {
  for (const block of blocks) {
    if (block.kind === "section") yield* toctreeLines(block.children);
    if (block.kind !== "directive" || block.name !== "toctree") continue;
    for (const line of block.content) {
      const text = line.text.trim();
      if (/^[\w./-]+$/.test(text) && text !== "genindex" && text !== "search")
        yield { text, file: line.file, offset: line.offset + line.text.indexOf(text) };
    }
  }
}

const WORD = /[a-z]{4,}/;
const WORDS = /[a-z]{4,}/g;

/** A character saved in Latin-1: its byte is no UTF-8. */
function wrongBytes(name, fits) {
  return {
    name,
    *draw(tree, random) {
      const files = [...tree.apiRef.files.values()].filter((file) => fits(file) && WORD.test(file.text));
      while (files.length > 0) {
        const file = random.one(files);
        const start = random.one([...file.text.matchAll(WORDS)]).index + 2;
        yield faultIn(
          file,
          [{ start, end: start + 1, text: random.one(["\udce9", "\udcfc", "\udc92", "\udca0"]) }],
          "a byte that is no UTF-8",
        );
      }
    },
  };
}
