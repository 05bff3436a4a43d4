/**
 * One mistake to put into a tree, in memory.
 *
 * @typedef {object} Fault
 * @property {string} file the file that is changed or removed
 * @property {readonly Change[] | undefined} changes in order, without overlap; undefined for a removed file
 * @property {readonly Place[]} places where a person would look for it: lines (from 1) of the faulty text
 * @property {string} note what was done, for those who read of a miss
 *
 * @typedef {object} Change
 * @property {number} start offset in the sound text
 * @property {number} end
 * @property {string} text a lone surrogate \udc80–\udcff stands for the byte 0x80–0xff
 *
 * @typedef {object} Place
 * @property {string} file
 * @property {number} line
 *
 * @typedef {object} Kind
 * @property {string} name
 * @property {(tree: import("./tree.mjs").SoundTree, random: import("../random.mjs").Random) => Iterable<Fault | undefined>} draw
 *   faults in random order, as many as are taken; undefined for a place that turns out not to fit
 */

/** A fault of one file; it stands in the first line of each change unless other lines are given. @param {import("../../../src/text/source-file.ts").SourceFile} file @param {readonly Change[]} changes @param {string} note @param {readonly number[]} [lines] @returns {Fault} */
export function faultIn(
  file,
  changes,
  note,
  lines = changes.map((change) => newLine(file, changes, change)),
) {
  return { file: file.path, changes, note, places: lines.map((line) => ({ file: file.path, line })) };
}

/** A file that is gone, and the places that name it. @returns {Fault} */
export function removedFile(path, places) {
  return { file: path, changes: undefined, places, note: `${path.split("/").at(-1)} is gone` };
}

/** The text with its changes made. @param {string} text @param {readonly Change[]} changes */
export function changed(text, changes) {
  let made = "";
  let at = 0;
  for (const { start, end, text: fresh } of changes) {
    made += text.slice(at, start) + fresh;
    at = end;
  }
  return made + text.slice(at);
}

/** The line in the faulty text of a line in the sound one. */
export function movedLine(file, changes, line) {
  const start = file.offsetAt({ line, column: 1 });
  return changes.reduce(
    (moved, change) => (change.end <= start ? moved + linesAdded(file, change) : moved),
    line,
  );
}

function newLine(file, changes, change) {
  const before = changes.slice(0, changes.indexOf(change));
  const lead = /^\n*/.exec(change.text)[0].length;
  return (
    file.positionAt(change.start).line + lead + before.reduce((sum, one) => sum + linesAdded(file, one), 0)
  );
}

function linesAdded(file, { start, end, text }) {
  return count(text) - count(file.text.slice(start, end));
}

function count(text) {
  return text.split("\n").length - 1;
}

/** A slip of the fingers: a letter left out, doubled, or changed for its neighbour; none of the `taken` words. @param {string} word @param {import("../random.mjs").Random} random @param {(word: string) => boolean} [taken] */
export function misspelt(word, random, taken = () => false) {
  const letters = random.shuffled([...word.matchAll(/[a-z0-9]/gi)].map(({ index }) => index));
  for (const at of letters)
    for (const slip of random.shuffled(SLIPS)) {
      const written = slip(word, at);
      if (written !== word && /[a-z0-9]/i.test(written) && !taken(written)) return written;
    }
  return undefined;
}

const SLIPS = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word[at] + word.slice(at),
  (word, at) =>
    /[a-z0-9]/i.test(word[at + 1] ?? "")
      ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
      : word,
];
