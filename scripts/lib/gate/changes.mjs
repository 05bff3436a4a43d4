import { posix } from "node:path";

/**
 * A change of one line, as it may come for review; where a file is renamed, the lines that name it change as well.
 *
 * @typedef {object} Change
 * @property {{ file: string, at: number, removed: number, lines: string[] }[]} edits lines taken out from line `at` (from 1) and
 *   those that stand there now
 * @property {[old: string, now: string][]} [renames] files, from the top of the work tree
 * @property {[old: string, now: string][]} [words] what findings name otherwise now
 */

/** @typedef {{ file: string, lines: string[] }} Text */

/** Every line of some files that a pattern finds. */
function linesWith(texts, ending, pattern) {
  return texts
    .filter(({ file }) => ending.test(file))
    .flatMap(({ file, lines }) =>
      lines.flatMap((line, index) => {
        const match = pattern.exec(line);
        return match === null ? [] : [{ file, line, match, at: index + 1 }];
      }),
    );
}

const RST = /\.(?:rst|inc)$/;
const YAML = /parameters\.ya?ml$/;
const JSON_SAMPLE = /\.json$/;

/** A kind of change that replaces the line it finds; `replace` gives the lines that stand there then. */
function replacing(name, ending, pattern, replace) {
  return {
    name,
    draw(texts, random) {
      const found = linesWith(texts, ending, pattern);
      if (found.length === 0) return undefined;
      const place = random.one(found);
      const { lines, words } = replace(place, random);
      return { edits: [{ file: place.file, at: place.at, removed: 1, lines }], words };
    },
  };
}

const typo = (word, random) => {
  const at = 1 + random.whole(Math.max(1, word.length - 1));
  return word.slice(0, at) + word.slice(at + 1) + (at === word.length ? "x" : "");
};
const withTypo = ({ line, match }, random) => ({
  lines: [line.replace(match[1], () => typo(match[1], random))],
});
const gone = () => ({ lines: [] });

/** A kind that renames a file, or the folder of one, together with all lines that name it. */
function renaming(name, rename) {
  return {
    name,
    draw(texts, random) {
      const named = linesWith(texts, RST, /^\s*\.\. (?:literal)?include:: (\S+)\s*$/).filter(
        ({ file, match }) => fileNamed(texts, file, match[1]) !== undefined,
      );
      if (named.length === 0) return undefined;
      const place = random.one(named);
      const renames = rename(fileNamed(texts, place.file, place.match[1]), texts);
      const now = new Map(renames);
      const edits = named.flatMap(({ file, line, match, at }) => {
        const target = fileNamed(texts, file, match[1]);
        if (!now.has(target)) return [];
        const folder = posix.dirname(file);
        const newName = posix.relative(folder, now.get(target));
        return [{ file, at, removed: 1, lines: [line.replace(match[1], () => newName)] }];
      });
      const words = renames.map(([old, name]) => [posix.basename(old), posix.basename(name)]);
      return { edits, renames, words };
    },
  };
}

/** Files are named relative to the document, which lies at the top of the source folder in nearly all trees. */
function fileNamed(texts, from, name) {
  const path = posix.join(posix.dirname(from), name);
  return texts.some(({ file }) => file === path) ? path : undefined;
}

const TYPES = ["string", "integer", "boolean", "array", "object"];

/** What a change can be. */
export const kinds = [
  replacing("another type", YAML, /^ {2}type: (\w+)\s*$/, ({ match }, random) => ({
    lines: [`  type: ${random.one(TYPES.filter((type) => type !== match[1]))}`],
  })),
  replacing("required turned round", YAML, /^ {2}required: (true|false)\s*$/, ({ match }) => ({
    lines: [`  required: ${match[1] !== "true"}`],
  })),
  replacing("another place", YAML, /^ {2}in: (\w+)\s*$/, ({ match }, random) => ({
    lines: [`  in: ${random.one(["body", "path", "query", "header"].filter((one) => one !== match[1]))}`],
  })),
  replacing("a key renamed", YAML, /^([a-z]\w{3,}):\s*$/, withTypo),
  replacing("a field removed", YAML, /^ {2}(?:in|type|required): /, gone),
  replacing("a row removed", RST, /^\s+- [\w.:-]+\s*: *[\w.-]+\s*$/, gone),
  replacing("a row misspelt", RST, /^\s+- [\w.:-]+\s*: *([\w.-]{4,})\s*$/, withTypo),
  replacing("a row doubled", RST, /^\s+- [\w.:-]+\s*: *[\w.-]+\s*$/, ({ line }) => ({ lines: [line, line] })),
  replacing("another value", JSON_SAMPLE, /^(\s*"[^"]+": )("[^"]*"|\d+|true|false)(,?)\s*$/, ({ match }) => ({
    lines: [`${match[1]}${match[2].startsWith('"') ? "7" : '"seven"'}${match[3]}`],
  })),
  replacing("a property removed", JSON_SAMPLE, /^\s*"[^"]+": (?:"[^"]*"|\d+|true|false),\s*$/, gone),
  replacing("a property misspelt", JSON_SAMPLE, /^\s*"([^"]{4,})": /, withTypo),
  replacing("a comma removed", JSON_SAMPLE, /,\s*$/, ({ line }) => ({ lines: [line.replace(/,\s*$/, "")] })),
  replacing("a code removed", RST, /^\s+- \d{3}(?::.*)?\s*$/, gone),
  replacing("another code", RST, /^(\s+- )(\d{3})\s*$/, ({ match }) => ({
    lines: [`${match[1]}4${match[2].slice(0, 2)}`],
  })),
  replacing("a method misspelt", RST, /^\.\. rest_method:: ([A-Z]{3,}) /, withTypo),
  replacing("a variable renamed", RST, /^\.\. rest_method:: .*\{(\w{4,})\}/, withTypo),
  replacing("a URL corrected", RST, /^\.\. rest_method:: +\w+ +(\/[\w.]+)(\S*)/, ({ line, match }) => ({
    lines: [line.replace(match[1] + match[2], () => `/v9${match[1]}${match[2]}`)],
    words: [[match[1] + match[2], `/v9${match[1]}${match[2]}`]],
  })),
  replacing("an include misspelt", RST, /^\.\. (?:literal)?include:: +(\S{4,})/, withTypo),
  replacing("an include removed", RST, /^\.\. include:: /, gone),
  replacing("a line of prose above", RST, /^\.\. rest_method::/, ({ line }) => ({
    lines: ["A line of prose.", "", line],
  })),
  replacing("a blank line more", YAML, /^[a-z]\w+:\s*$/, ({ line }) => ({ lines: ["", line] })),
  {
    name: "a title corrected",
    draw(texts, random) {
      const places = linesWith(texts, RST, /^([=~-])\1{4,}\s*$/).filter(({ file, at }) => {
        const { lines } = texts.find((text) => text.file === file);
        return /^[A-Z][\w ]{4,}$/.test(lines[at - 2] ?? "") && (lines[at - 3] ?? "").trim() === "";
      });
      if (places.length === 0) return undefined;
      const { file, at, match } = random.one(places);
      const title = texts.find((text) => text.file === file).lines[at - 2];
      const now = `${title} now`;
      return {
        edits: [{ file, at: at - 1, removed: 2, lines: [now, match[1].repeat(now.length)] }],
        words: [[title, now]],
      };
    },
  },
  renaming("a file renamed", (file) => [[file, file.replace(/(\.\w+)$/, "-now$1")]]),
  renaming("a folder renamed", (file, texts) => {
    const folder = posix.dirname(file);
    if (texts.some((text) => posix.dirname(text.file) === folder && text.file.endsWith("index.rst")))
      return [[file, posix.join(folder, "parts", posix.basename(file))]];
    return texts
      .filter((text) => text.file.startsWith(`${folder}/`))
      .map((text) => [text.file, text.file.replace(folder, () => `${folder}-now`)]);
  }),
];

/** Takes back a change, so that what it breaks is mended. */
export function reversed({ edits, renames = [], words = [] }, texts) {
  const now = new Map(renames);
  return {
    edits: edits.map(({ file, at, removed, lines }) => ({
      file: now.get(file) ?? file,
      at,
      removed: lines.length,
      lines: texts.find((text) => text.file === file).lines.slice(at - 1, at - 1 + removed),
    })),
    renames: renames.map(([old, name]) => [name, old]),
    words: words.map(([old, name]) => [name, old]),
  };
}
