import { spanPositions } from "../../../src/text/span.ts";
import { readTree } from "../read-tree.mjs";
import { changed, movedLine } from "./fault.mjs";

/**
 * What was said of a fault.
 *
 * @typedef {object} Outcome
 * @property {boolean} reported whether there is any new finding
 * @property {boolean} atPlace whether one stands within one line of the fault, or a place that explains it does
 * @property {readonly string[]} said the new findings, `rule file:line`
 */

/** Puts a fault into a tree, in memory, and tells what is new. @param {import("./tree.mjs").SoundTree} tree @param {import("./fault.mjs").Fault} fault @returns {Outcome} */
export function putIn(tree, fault) {
  const file = tree.apiRef.files.get(fault.file);
  const bytes = fault.changes && bytesOf(changed(file.text, fault.changes));
  const { findings } = readTree(withFile(tree.files, fault.file, bytes), tree.source);
  const fresh = newFindings(tree.findings.map(known), findings.map(known), (path, line) =>
    path === fault.file && fault.changes ? movedLine(file, fault.changes, line) : line,
  );
  const isNear = ({ places }) =>
    fault.places.some((place) =>
      places.some((one) => place.file === one.file && Math.abs(place.line - one.line) <= 1),
    );
  return {
    reported: fresh.length > 0,
    atPlace: fresh.some(isNear),
    said: fresh.map(
      ({ rule, file: path, line }) => `${rule} ${path.slice(path.lastIndexOf("/") + 1)}:${line}`,
    ),
  };
}

/** What tells a finding from others; `places` are its own and those that explain it. */
function known({ rule, message, span, related = [] }) {
  const places = [span, ...related.map((place) => place.span)].map((one) => ({
    file: one.file.path,
    line: spanPositions(one).start.line,
  }));
  const [{ file, line }] = places;
  return { file, line, places, rule, text: `${rule} ${file} ${message.replace(/\bline \d+/g, "line")}` };
}

/**
 * The findings that were not there before: neither in the line to which theirs has moved nor, as often, anywhere in
 * their file.
 */
function newFindings(before, after, moved) {
  const old = new Map();
  for (const { text, file, line } of before) {
    const lines = old.get(text);
    if (lines === undefined) old.set(text, [moved(file, line)]);
    else lines.push(moved(file, line));
  }
  const take = (one, at) => {
    if (at < 0) return true;
    old.get(one.text).splice(at, 1);
    return false;
  };
  const elsewhere = after.filter((one) => take(one, old.get(one.text)?.indexOf(one.line) ?? -1));
  return elsewhere.filter((one) => take(one, (old.get(one.text)?.length ?? 0) - 1));
}

/** The files with one of them changed or gone. */
function withFile(files, path, bytes) {
  const real = files.realPath(path);
  const isIt = (asked) => files.realPath(asked) === real;
  return {
    ...files,
    status(asked) {
      if (!isIt(asked)) return files.status(asked);
      return bytes && { kind: "file", size: bytes.length };
    },
    read: (asked) => (isIt(asked) && bytes !== undefined ? bytes : files.read(asked)),
    realPath: (asked) => (isIt(asked) && bytes === undefined ? undefined : files.realPath(asked)),
    list(asked) {
      const names = files.list(asked);
      return bytes === undefined ? names.filter((name) => !isIt(`${asked}/${name}`)) : names;
    },
  };
}

/** UTF-8, but for the lone surrogates that stand for bytes. */
function bytesOf(text) {
  return Buffer.concat(
    text
      .split(/(?<![\ud800-\udbff])([\udc80-\udcff])/)
      .map((piece, index) =>
        index % 2 === 0 ? Buffer.from(piece) : Buffer.of(piece.charCodeAt(0) - 0xdc00),
      ),
  );
}
