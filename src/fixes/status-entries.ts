import { type Notice, noticesFor } from "../apiref/notice.ts";
import type { StatusEntry, StatusFile } from "../apiref/status-file.ts";
import { readStatusFile } from "../apiref/status-file.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { addTo } from "../text/grouped.ts";
import { SourceFile } from "../text/source-file.ts";
import { span } from "../text/span.ts";

/** A reason that a status.yaml is to have. */
export interface WantedReason {
  readonly code: string;
  /** `default` or a name. */
  readonly name: string;
  /** RST. */
  readonly text: string;
}

/** Columns that a text in a status.yaml may take. */
const WIDTH = 79;

/**
 * The edits that bring reasons into a status.yaml, sorted by code and in the file's own manner. What goes to one
 * place of the file goes there in one edit, so that it may be wanted by several who each want part of it.
 *
 * @returns the edit that brings each reason, none for those that are there already; undefined where the file is
 * written in a way that nothing can be added safely
 */
export function statusEntryEdits(
  { file, entries }: StatusFile,
  wanted: readonly WantedReason[],
): ReadonlyMap<WantedReason, Edit> | undefined {
  const manner = mannerOf(file, [...entries.values()]);
  if (manner === undefined) return undefined;
  // os-api-ref fails on a reason without a text, once it is listed.
  if (wanted.some(({ code, name }) => entries.get(code)?.reasons.get(name)?.text === "")) return undefined;
  const inFileOrder = [...entries.values()].sort((a, b) => a.codeSpan.start - b.codeSpan.start);

  const places = new Map<number, { readonly before: boolean; readonly codes: Map<string, WantedReason[]> }>();
  for (const reason of wanted) {
    if (entries.get(reason.code)?.reasons.has(reason.name)) continue;
    const { at, before } = placeOf(reason.code, inFileOrder, manner);
    const place = places.get(at) ?? { before, codes: new Map<string, WantedReason[]>() };
    places.set(at, place);
    addTo(place.codes, reason.code, reason);
  }

  const edits = new Map<WantedReason, Edit>();
  for (const [at, { before, codes }] of places) {
    const ordered = [...codes].sort(([a], [b]) => Number(a) - Number(b));
    // What is added to the entry above stands first, before new entries.
    const pieces = ordered.map(([code, reasons]) => {
      const added = reasons.map((reason) => reasonLines(reason, manner)).join("");
      if (entries.has(code)) return added;
      return `${" ".repeat(manner.indent)}${code}:${manner.lineBreak}${added}`;
    });
    const edit = { span: span(file, at, at), text: assembled(pieces, at, before, codes, entries, manner) };
    for (const reason of [...codes.values()].flat()) edits.set(reason, edit);
  }
  return isSound(file, entries, edits) ? edits : undefined;
}

/** Pieces with the blank lines that stand between entries of this file. */
function assembled(
  pieces: readonly string[],
  at: number,
  before: boolean,
  codes: ReadonlyMap<string, unknown>,
  entries: ReadonlyMap<string, StatusEntry>,
  { file, gap, lineBreak }: Manner,
): string {
  const { text } = file;
  const continuesLine = at > 0 && !/[\r\n]/.test(text[at - 1]!);
  const opening = continuesLine ? lineBreak : "";
  if (before) return opening + pieces.map((piece) => piece + gap).join("");
  const first = [...codes.keys()].sort((a, b) => Number(a) - Number(b))[0]!;
  const startsFile = text.slice(0, at).trim() === "";
  return (
    opening +
    pieces
      .map((piece, index) => (index === 0 && (startsFile || entries.has(first)) ? piece : gap + piece))
      .join("")
  );
}

/** How a status.yaml is laid out. */
interface Manner {
  readonly file: SourceFile;
  readonly lineBreak: string;
  /** Column of the codes; some files are indented as a whole. */
  readonly indent: number;
  /** Columns by which a reason stands behind its code, and a text behind its reason. */
  readonly reasonIndent: number;
  readonly textIndent: number;
  /** A blank line between entries, or nothing. */
  readonly gap: string;
}

/** The manner of a file; undefined where its entries do not each stand on lines of their own. */
function mannerOf(file: SourceFile, entries: readonly StatusEntry[]): Manner | undefined {
  const { lineBreak } = file;
  const column = (offset: number): number => file.positionAt(offset).column - 1;
  const startsLine = (offset: number): boolean => {
    const line = file.lineText(file.positionAt(offset).line);
    return line.slice(0, column(offset)).trim() === "";
  };
  const indents = entries.map(({ codeSpan }) => column(codeSpan.start));
  const reasons = entries.flatMap(({ codeSpan, reasons: named }) =>
    [...named.values()].map(({ nameSpan }) => ({ nameSpan, codeSpan })),
  );
  if (new Set(indents).size > 1) return undefined;
  if (entries.some(({ codeSpan }) => !startsLine(codeSpan.start))) return undefined;
  if (reasons.some(({ nameSpan }) => !startsLine(nameSpan.start))) return undefined;
  const behind = reasons.map(({ nameSpan, codeSpan }) => column(nameSpan.start) - column(codeSpan.start));
  const texts = reasons.flatMap(({ nameSpan }) => {
    const { line } = file.positionAt(nameSpan.start);
    const below = file.lineText(line + 1);
    const isBlock = /:\s*[|>][-+]?\s*$/.test(file.lineText(line));
    return isBlock && below.trim() !== ""
      ? [below.length - below.trimStart().length - column(nameSpan.start)]
      : [];
  });
  const spaced = entries.slice(1).filter(({ codeSpan }) => {
    const above = file.lineText(file.positionAt(codeSpan.start).line - 1);
    return above.trim() === "";
  });
  return {
    file,
    lineBreak,
    indent: indents[0] ?? 0,
    reasonIndent: mostCommon(behind) ?? 2,
    textIndent: mostCommon(texts) ?? 2,
    gap: spaced.length > 0 && spaced.length * 2 > entries.length - 1 ? lineBreak : "",
  };
}

/** Where an entry goes, or where a reason goes that is added to its entry. `before`: in front of the line there. */
function placeOf(
  code: string,
  entries: readonly StatusEntry[],
  manner: Manner,
): { readonly at: number; readonly before: boolean } {
  const { file, indent } = manner;
  const wanted = Number(code);
  const lower = entries.filter((entry) => Number(entry.code) <= wanted);
  const previous = lower.reduce<StatusEntry | undefined>(
    (greatest, entry) => (Number(entry.code) >= Number(greatest?.code ?? 0) ? entry : greatest),
    undefined,
  );
  const lineStart = (offset: number): number => file.lineStarts[file.positionAt(offset).line - 1]!;
  if (previous === undefined) {
    const [first] = entries;
    return first === undefined
      ? { at: file.text.length, before: false }
      : { at: lineStart(first.codeSpan.start), before: true };
  }
  const next = entries[entries.indexOf(previous) + 1];
  const end = endOfEntry(previous, next, file, indent);
  // Under a heading between two classes of codes, such as `# Error Codes`, what is of the second class stands below.
  const changesClass =
    next !== undefined && isError(next.code) === isError(code) && isError(previous.code) !== isError(code);
  if (changesClass && /^[ \t]*#/m.test(file.text.slice(end, next.codeSpan.start)))
    return { at: lineStart(next.codeSpan.start), before: true };
  return { at: end, before: false };
}

function isError(code: string): boolean {
  return Number(code) >= 400;
}

/** Behind the last line that is indented more than the codes are. */
function endOfEntry(
  { codeSpan }: StatusEntry,
  next: StatusEntry | undefined,
  file: SourceFile,
  indent: number,
): number {
  const first = file.positionAt(codeSpan.start).line;
  const until = next === undefined ? file.lineStarts.length + 1 : file.positionAt(next.codeSpan.start).line;
  let last = first;
  for (let line = first + 1; line < until; line++) {
    const text = file.lineText(line);
    if (text.trim() !== "" && text.length - text.trimStart().length > indent) last = line;
  }
  return file.lineStarts[last] ?? file.text.length;
}

/** `default: |` and its text below, wrapped. */
function reasonLines(
  { name, text }: WantedReason,
  { indent, reasonIndent, textIndent, lineBreak }: Manner,
): string {
  const margin = " ".repeat(indent + reasonIndent);
  const inner = margin + " ".repeat(textIndent);
  // A text of several paragraphs is laid out already.
  const lines = text.includes("\n") ? text.split("\n") : wrapped(text, WIDTH - inner.length);
  return [`${margin}${name}: |`, ...lines.map((line) => (line === "" ? "" : inner + line))]
    .map((line) => line + lineBreak)
    .join("");
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Whether a status file has a mistake that leaves in doubt what it says; nothing is added to such a file. */
export function isUnclear({ detail }: Notice<"status-file-invalid">): boolean {
  if (detail.kind === "top") return detail.top !== "empty";
  return detail.kind === "yaml" || detail.kind === "no-code" || detail.kind === "code-quoted";
}

/** Whether the file says after the edits what it said before, and the new reasons besides. */
function isSound(
  file: SourceFile,
  before: ReadonlyMap<string, StatusEntry>,
  edits: ReadonlyMap<WantedReason, Edit>,
): boolean {
  const text = applyEdits(file.text, [...new Set(edits.values())]);
  const { status, notices } = readStatusFile(new SourceFile(file.path, text));
  if (noticesFor(notices, "status-file-invalid").some(isUnclear)) return false;
  const said = (code: string, name: string): string | undefined =>
    status.entries.get(code)?.reasons.get(name)?.text;
  for (const [code, { reasons }] of before)
    for (const [name, reason] of reasons)
      if (said(code, name)?.trimEnd() !== reason.text.trimEnd()) return false;
  return [...edits.keys()].every(({ code, name }) => said(code, name) !== undefined);
}

/** The value that stands most often in a list; the first of those that stand equally often. */
export function mostCommon<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | undefined;
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value;
  return best;
}
