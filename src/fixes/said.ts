import type { Operation, StatusRow } from "../apiref/model.ts";
import type { Block, ListItem, TextRun } from "../rst/tree.ts";
import { groupedBy } from "../text/grouped.ts";
import { remembered } from "../text/remembered.ts";
import type { Span } from "../text/span.ts";
import { isNameOf } from "./fault-names.ts";

/** What prose says of a code beyond the code itself: a named reason of status.yaml. */
export interface Said {
  /** A name in the manner of status.yaml: `node_not_found`. */
  readonly name: string;
  /** RST, a sentence: `If the node is not found.` */
  readonly text: string;
}

/**
 * What the prose of a row says beyond its code; undefined for `itemNotFound(404)`.
 *
 * @param meaning what the code means without it, for words that are no sentence of their own
 */
export function saidBeyondCode(row: StatusRow, operation: Operation, meaning: string): Said | undefined {
  const words = wordsOf(row) || versionWords(row);
  if (isNameOf(row.code, words)) return undefined;
  if (isVersionRange(words)) return { name: versionName(row), text: withRemark(meaning, words) };
  if (isListOfNames(words)) return { name: nameOf(words.split(/[\s,/]+/)), text: withRemark(meaning, words) };
  return { name: conditionName(words, operation.title), text: sentence(words) };
}

/** `Gone for good.`, `volumeGone` → `Gone for good (volumeGone).` */
function withRemark(meaning: string, words: string): string {
  return `${meaning.trim().replace(/\.$/, "")} (${words}).`;
}

/** With a capital at the start and a full stop at the end, where it has none. */
function sentence(words: string): string {
  const text = words.replace(/^\p{Ll}(?=\p{Ll}*(?:\s|$))/u, (letter) => letter.toUpperCase());
  // The last line of several paragraphs may be the item of a list, which needs no full stop.
  const isWhole = /[.!?]\)$/.test(text) || text.includes("\n");
  return !isWhole && /[\p{L}\p{N})`*]$/u.test(text) ? `${text}.` : text;
}

const SIDE = /^\W*(?:normal|success(?:ful)?|errors?|failures?|faults?)\W(?:\W|\d{3}\b|and\b|or\b)*$/i;
const CODES = /(?<![\d.\w-])[1-5]\d\d(?![\w-]*\d|\.\d)/g;

/** Everything that is said of a row's code: its phrase, or what stands beside the code in its item of a list. */
function wordsOf(row: StatusRow): string {
  const { origin } = row;
  const item = origin.kind === "prose" ? itemOf(row, origin.blocks) : undefined;
  if (origin.kind !== "prose" || item === undefined) return row.phrase ?? "";
  const [first, ...others] = item.children;
  const text = first?.kind === "paragraph" ? joined(first.text) : "";
  const { label } = origin;
  // The item of a list is a line like any other where it begins with a label of its own.
  if (label !== "" && text.replace(/^[\s*]+/, "").startsWith(label)) return row.phrase ?? "";
  const below = others.length === 0 ? "" : textBelow(item);
  const codes = text.match(CODES) ?? [];
  // `- Error: 400, 404` says no more of the codes than the list that they go to.
  if (SIDE.test(text)) return below;
  const own = codes.length === 1 ? withoutCode(text, row.code) : textOfSeveral(text, row);
  return [own, below].filter((part) => part !== "").join("\n\n");
}

/** `` ``409``: in use`` and `409, in use` → `in use`; the whole text where the code stands in the middle of it. */
function withoutCode(text: string, code: string): string {
  const named = new RegExp(`^([^()]*?)\\s*\\(\\s*${code}\\s*\\)\\.?$`).exec(text);
  if (named !== null) return named[1]!;
  const opening = new RegExp(`^[\`*(]*${code}[\`*)]*\\s*(?:[,;.:–—-]+(?=\\s|$)\\s*)?`).exec(text);
  return opening === null ? text : withoutBrackets(text.slice(opening[0].length).trim());
}

function withoutBrackets(text: string): string {
  return /^\([^()]*\)\.?$/.test(text) ? text.replace(/^\(|\)\.?$/g, "") : text;
}

/** `401, 403 - `, `` ``409`` and ``422``: ``. */
const SEVERAL_CODES = /^(?:[`*(]*[1-5]\d\d\b[`*)]*\s*(?:(?:[,/&]|and\b|or\b)\s*)*)+(?:[:–—-]+\s*)?/i;

/**
 * An item of several codes: its text is said of each of them, without the codes if they stand in front of it;
 * nothing if it is not more than codes and what is read of them.
 */
function textOfSeveral(text: string, row: StatusRow): string {
  const between = text.replace(/\d{3}|\b(?:and|or)\b/gi, "");
  if (!/[\p{L}\p{N}]/u.test(between)) return row.phrase ?? "";
  const rest = text.replace(SEVERAL_CODES, "").trim();
  return rest.search(CODES) < 0 ? withoutBrackets(rest) : text;
}

/** The item of a list in which the code of a row stands. */
function itemOf({ codeSpan }: StatusRow, blocks: readonly Block[]): ListItem | undefined {
  const items = itemsByFile(blocks).get(codeSpan.file) ?? [];
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.span.start <= codeSpan.start) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  return item !== undefined && isWithin(codeSpan, item.span) ? item : undefined;
}

/** The items of each file in their order; none lies in another. */
const itemsByFile = remembered((blocks: readonly Block[]) => {
  const items = groupedBy(listItems(blocks), ({ span: { file } }) => file);
  for (const ofFile of items.values()) ofFile.sort((a, b) => a.span.start - b.span.start);
  return items;
});

/** The items of the lists among the blocks of prose, also of those right below a label and of indented ones. */
export function listItems(blocks: readonly Block[]): ListItem[] {
  return blocks
    .flatMap((block) => {
      if (block.kind === "definition-list") return block.items.flatMap(({ children }) => children);
      return block.kind === "block-quote" ? block.children : [block];
    })
    .flatMap((block) => (block.kind === "bullet-list" ? block.items : []));
}

/** Whether a span lies in another one. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether one of many spans lies in a span: asked for many, in little time each. */
export function holdsOneOf(spans: readonly Span[]): (outer: Span) => boolean {
  const byFile = groupedBy(spans, ({ file }) => file);
  for (const ofFile of byFile.values()) ofFile.sort((a, b) => a.start - b.start);
  return (outer) => {
    const sorted = byFile.get(outer.file) ?? [];
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start < outer.start) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < sorted.length && sorted[index]!.start <= outer.end; index++)
      if (sorted[index]!.end <= outer.end) return true;
    return false;
  };
}

/** The lines of an item below its first paragraph, dedented. */
function textBelow({ children, span }: ListItem): string {
  const [first, second] = children;
  const { file } = second!.span;
  const from = file.positionAt(first!.span.end).line + 1;
  const until = file.positionAt(span.end).line;
  const lines = Array.from({ length: until - from + 1 }, (_, index) => file.lineText(from + index).trimEnd());
  const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  const least = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return lines
    .map((line) => line.slice(least))
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}

function joined(run: TextRun): string {
  return run.lines
    .map(({ text }) => text)
    .join(" ")
    .trim();
}

/** The microversions of a row in words, for prose that says nothing else of its code. */
function versionWords({ minVersion, maxVersion }: StatusRow): string {
  if (minVersion === undefined) return maxVersion === undefined ? "" : `until microversion ${maxVersion}`;
  return maxVersion === undefined
    ? `since microversion ${minVersion}`
    : `microversions ${minVersion} - ${maxVersion}`;
}

/** `microversions 2.0 - 2.100`, `since 2.36`, `2.31 or later`. */
function isVersionRange(words: string): boolean {
  if (!/\d\.\d/.test(words)) return false;
  const rest = words.replace(
    /\b(?:api|micro-?versions?|versions?|since|until|from|to|through|before|after|up|and|or|later|earlier|newer|older|above|below|only|with|in|v?\d+\.\d+)\b/gi,
    "",
  );
  return !/[\p{L}\p{N}]/u.test(rest);
}

function versionName({ minVersion, maxVersion }: StatusRow): string {
  const parts = [
    ...(minVersion === undefined ? [] : ["since", minVersion]),
    ...(maxVersion === undefined ? [] : ["until", maxVersion]),
  ];
  return parts.join("_").replaceAll(".", "_");
}

/** `volumeGone`, `NodeLocked, ClientError`: the names of faults. */
function isListOfNames(words: string): boolean {
  return /^[\w-]+(?:\s*[,/]\s*[\w-]+)*$/.test(words);
}

/** Words that a name is as clear without. */
const FILLERS = new Set(
  "a an the this that these those there any some of is are was were been has have had does do it its to for".split(
    " ",
  ),
);
const MOST_WORDS = 6;
const LONGEST_NAME = 40;

/**
 * `if the node is not found` → `node_not_found`; of a long text without a condition how it opens, else the title of
 * the operation.
 */
function conditionName(said: string, title: string): string {
  const words = bare(said);
  const condition = /\b(?:(?:if|when|whenever|because|where)\s+|(?=unless\s))([^.;:\n]+)/i.exec(words)?.[1];
  const isShort = words.split(/\s+/).length <= MOST_WORDS + 2;
  if (condition === undefined && !isShort && title !== "")
    return nameOf(openingOf(words) ?? clearWords(title));
  const kept = clearWords(condition ?? words);
  if (kept.length <= MOST_WORDS) return nameOf(kept);
  const or = kept.findIndex((word, index) => index > 1 && (word === "or" || word === "and"));
  return nameOf(kept.slice(0, or > 0 ? Math.min(or, MOST_WORDS) : MOST_WORDS));
}

/**
 * `data cannot be found or the storage …` → `data`, `cannot`, `be`, `found`; undefined where that says too little, or
 * is about a list below it.
 */
function openingOf(words: string): readonly string[] | undefined {
  if (/:\s*\n/.test(words)) return undefined;
  const openings = [/^[^.,;:()]+/, /^.+?(?=\s(?:or|and)\s)/].map(
    (form) => form.exec(words.replace(/\s+/g, " "))?.[0],
  );
  return openings
    .map((opening) => clearWords(opening ?? ""))
    .find((kept) => kept.length > 1 && kept.length <= MOST_WORDS);
}

function clearWords(text: string): readonly string[] {
  return wordsIn(text).filter((word) => !FILLERS.has(word));
}

/** Without what a name is as clear without: brackets, examples, the targets and roles of RST. */
function bare(words: string): string {
  const plain = words
    .replace(/<[^<>]*>(?=`)|:[\w:-]+:(?=`)/g, "")
    .replace(/[,(\s]+(?:e\.\s?g|i\.\s?e)\b.*$/is, "");
  const withoutAsides = plain.replace(/\s*\([^()]*\)/g, "");
  return /\p{L}/u.test(withoutAsides) ? withoutAsides : plain;
}

/** Words in small letters of ASCII: `volumeGone for good` → `volume`, `gone`, `for`, `good`; `doesn't` → `doesnt`. */
function wordsIn(text: string): readonly string[] {
  const ascii = text.normalize("NFKD").replace(/\p{M}|(?<=\p{L})['’](?=\p{L})/gu, "");
  const apart = ascii.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, " ").toLowerCase();
  return apart.match(/[a-z0-9]+/g) ?? [];
}

/** A name that YAML takes for a text: `volumeGone` → `volume_gone`; as many of the words as make it long enough. */
function nameOf(parts: readonly string[]): string {
  let name = "";
  for (const part of parts.map((one) => wordsIn(one).join("_")).filter((one) => one !== "")) {
    if (name !== "" && name.length + part.length >= LONGEST_NAME) break;
    name = name === "" ? part.slice(0, LONGEST_NAME) : `${name}_${part}`;
  }
  if (name === "") return "reason";
  if (/^\d/.test(name)) return `reason_${name}`;
  return /^(?:y|n|yes|no|on|off|true|false|null|default)$/.test(name) ? `${name}_reason` : name;
}
