import restructured from "restructured";
import { remembered } from "../text/remembered.ts";
import { unescapeText } from "./escapes.ts";
import type { PairedMarkup } from "./fault.ts";
import { AFTER_MARKUP, BEFORE_MARKUP, isQuoted } from "./recognition.ts";
import { SIMPLE_NAME } from "./simple-name.ts";
import type { Inline, TextRun } from "./tree.ts";

/**
 * The inline markup of a text. Lines are joined with a space.
 *
 * Only inline markup is left to `restructured`: its block grammar takes exponential time in nested block quotes (20
 * levels take half a minute), drops tables, field lists, the contents of directives, and knows no source positions.
 * Even here it is called only where a text has references without backquotes, substitutions, footnotes or targets, since
 * a call costs as much as reading a hundred lines of blocks; and around it stands what it lacks: backslash escapes,
 * embedded URIs, roles of a domain or behind their text, inline targets, named footnotes, standalone URLs.
 */
export function parseInline(run: TextRun | string): readonly Inline[] {
  if (typeof run === "string") return readInline(run);
  run.inlines ??= readInline(textOf(run));
  return run.inlines;
}

function readInline(lines: string): readonly Inline[] {
  const text = joinLines(lines);
  if (!/[*`|_\\]/.test(text)) return withUris(text);
  const { pieces, source, isSimple } = survey(text);
  const inlines = (isSimple ? undefined : parseWhole(source)) ?? pieces;
  return inlines.flatMap((inline) => (inline.kind === "text" ? withUris(inline.text) : [inline]));
}

/** A text in one line, as paragraphs are shown. */
function joinLines(text: string): string {
  if (!/[\n\r\v\f\x85\u2028\u2029]/.test(text)) return text;
  const lines = text.split(/[\n\r\v\f\x85\u2028\u2029]/).map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

/** The text of a run as it stands, lines ended by `\n`. */
export function textOf(run: TextRun | string): string {
  return typeof run === "string" ? run : run.lines.map((line) => line.text).join("\n");
}

/** Inline markup that starts and does not end. */
export interface UnclosedMarkup {
  readonly markup: PairedMarkup;
  /** Where its start stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** The markup in a text that has a start without an end; docutils warns of it and shows the start as it is. */
export function unclosedMarkup(text: string): readonly UnclosedMarkup[] {
  return /[*`|]/.test(text) ? survey(text).unclosed : [];
}

/** Inline markup with a start and an end, where it stands in the text. */
export interface MarkupInText {
  /** Of the start and of the end: "`" and "`_". */
  readonly mark: string;
  readonly endMark: string;
  readonly inside: string;
  readonly start: number;
  readonly end: number;
  /** The role that stands before it, without its colons. */
  readonly role: string | undefined;
}

/** The markup of a text: what has an end, and what has none, each in reading order. */
export interface MarkupOfText {
  readonly text: string;
  readonly markup: readonly MarkupInText[];
  readonly unclosed: readonly UnclosedMarkup[];
}

/** The markup in a run of text, with its places in `textOf(run)`. */
export const markupOf = remembered((run: TextRun): MarkupOfText => {
  const text = textOf(run);
  const markup: MarkupInText[] = [];
  const { unclosed } = survey(text, markup);
  return { text, markup, unclosed };
});

/** The starts of inline markup, and the marks that end references and footnote references. */
const START = new RegExp(
  `${BEFORE_MARKUP}(?:\`\`|(?:_?\`(?!\`)|\\*\\*|\\*(?!\\*)|\\|(?!\\|))(?=\\S))|[\\p{L}\\p{N}\\]]__?${AFTER_MARKUP}`,
  "gu",
);

const endOf = (mark: string) => new RegExp(`(?<![\\s\\\\])${mark}${AFTER_MARKUP}`, "gu");

/** The end of each kind of markup that has one. A backslash has no meaning in a literal. */
const ENDS: ReadonlyMap<string, { readonly name: PairedMarkup; readonly end: RegExp }> = new Map([
  ["``", { name: "literal", end: new RegExp(`(?<!\\s)\`\`${AFTER_MARKUP}`, "gu") }],
  ["`", { name: "interpreted text or phrase reference", end: endOf(`\`(?::${SIMPLE_NAME}:|__?)?`) }],
  ["_`", { name: "target", end: endOf("`") }],
  ["**", { name: "strong", end: endOf("\\*\\*") }],
  ["*", { name: "emphasis", end: endOf("\\*") }],
  ["|", { name: "substitution_reference", end: endOf("\\|_{0,2}") }],
]);

interface Survey {
  /** The text, and all markup in it that has an end of its own: everything there is if the text is simple. */
  readonly pieces: Inline[];
  readonly isSimple: boolean;
  /** The text as it is given to `restructured`: no start without an end, no inline target. */
  readonly source: string;
  readonly unclosed: UnclosedMarkup[];
}

/**
 * Goes over the starts of markup from left to right, as docutils does, and puts into other words what `restructured`
 * cannot read, or reads in quadratic time by looking for an end up to the end of the text: starts without an end are
 * escaped; phrase references, inline targets and roles behind their text become roles before it.
 *
 * @param found is given all markup that has an end
 */
function survey(text: string, found?: MarkupInText[]): Survey {
  const pieces: Inline[] = [];
  const unclosed: UnclosedMarkup[] = [];
  let isSimple = true;
  let source = "";
  let copied = 0;
  let shown = 0;
  const without = new Set<string>();
  const replace = (start: number, end: number, replacement: string) => {
    source += text.slice(copied, start) + replacement;
    copied = end;
  };
  for (let at = 0; ; ) {
    START.lastIndex = at;
    const match = START.exec(text);
    if (match === null) break;
    const start = match.index;
    const [mark] = match;
    const kind = ENDS.get(mark);
    at = start + mark.length;
    if (kind === undefined) {
      isSimple = false;
      continue;
    }
    if (mark === "``" && !/\S/.test(text[at] ?? " ")) {
      // No start to docutils, but one to `restructured`.
      replace(start, at, "\\`\\`");
      continue;
    }
    if (isQuoted(text, start, at)) continue;
    const end = without.has(mark) ? undefined : findEnd(kind.end, text, at + 1);
    if (end === undefined) {
      without.add(mark);
      unclosed.push({ markup: kind.name, start, end: at });
      replace(start, at, mark.replace(/[*`|]/g, "\\$&"));
      continue;
    }
    const behind = end.index + end.mark.length;
    const role = mark === "`" ? roleBefore(text, shown, start) : undefined;
    const inside = text.slice(at, end.index);
    found?.push({ mark, endMark: end.mark, inside, start, end: behind, role });
    const piece = pieceOf(mark, inside, end.mark, role);
    if (piece === undefined) isSimple = false;
    else {
      const from = role === undefined ? start : start - role.length - 2;
      if (from > shown) pieces.push({ kind: "text", text: text.slice(shown, from) });
      pieces.push(piece);
      shown = behind;
    }
    if (mark === "_`") replace(start, at, `:${TARGET_ROLE}:\``);
    if (mark === "|" && end.mark !== "|") replace(end.index, behind, "|");
    if (mark === "`" && end.mark !== "`" && role === undefined) {
      const role = end.mark.endsWith("__") ? ANONYMOUS_ROLE : REFERENCE_ROLE;
      replace(start, at, end.mark.endsWith("_") ? `:${role}:\`` : `${end.mark.slice(1)}\``);
      replace(end.index, behind, "`");
    }
    at = behind;
  }
  if (shown < text.length) pieces.push({ kind: "text", text: text.slice(shown) });
  return { pieces, unclosed, isSimple, source: source + text.slice(copied) };
}

/**
 * What stands between a start of markup and its end; nothing inside it is markup. Undefined for what is left to
 * `restructured`.
 *
 * @param role the role that stands before interpreted text
 */
function pieceOf(start: string, inside: string, end: string, role: string | undefined): Inline | undefined {
  switch (start) {
    case "``":
      return { kind: "literal", text: inside };
    case "**":
    case "*": {
      const children: Inline[] = [{ kind: "text", text: unescapeText(inside) }];
      return { kind: start === "**" ? "strong" : "emphasis", children };
    }
    case "`":
      if (end === "`") return roleOf(role ?? "", inside);
      if (role !== undefined) return undefined;
      return end.endsWith("_") ? referenceOf(inside, end.endsWith("__")) : roleOf(end.slice(2, -1), inside);
    default:
      return undefined;
  }
}

/** The first end of markup from an offset on. */
function findEnd(pattern: RegExp, text: string, from: number): { index: number; mark: string } | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? undefined : { index: match.index, mark: match[0] };
}

/** Longer texts, and texts with longer words, are left alone: `restructured` takes quadratic time in a word. */
const LONGEST = 10_000;
const LONGEST_WORD = /\S{300}/;

/** The roles under which `restructured` is given inline targets, which it throws on, and phrase references. */
const TARGET_ROLE = "inline-target";
const REFERENCE_ROLE = "phrase-reference";
const ANONYMOUS_ROLE = "anonymous-reference";

/** A word before the text keeps `restructured` from taking its start for that of a list, a title or a comment. */
const PREFIX = "x ";

/** The markup as `restructured` reads it; undefined where it throws, or loses a word. */
function parseWhole(source: string): readonly Inline[] | undefined {
  if (source.length > LONGEST || LONGEST_WORD.test(source)) return undefined;
  let nodes: readonly restructured.RstNode[];
  try {
    const [paragraph, ...others] = restructured.default.parse(`${PREFIX}${source}\n`).children ?? [];
    if (paragraph?.type !== "paragraph" || others.length > 0) return undefined;
    nodes = paragraph.children ?? [];
  } catch {
    return undefined;
  }
  if (wordCharacters(nodes) !== wordCharacters([{ type: "text", value: PREFIX + source }])) return undefined;
  return mergeTexts(convert(nodes));
}

/** `restructured` breaks text where it saw the start of markup that is none. */
function mergeTexts(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.kind === "text" && last?.kind === "text")
      merged[merged.length - 1] = { kind: "text", text: last.text + inline.text };
    else merged.push(inline);
  }
  return merged;
}

/** The number of letters and digits in nodes, those in the names of roles included. */
function wordCharacters(nodes: readonly restructured.RstNode[]): number {
  let count = 0;
  for (const { value, role, children } of nodes) {
    for (const text of [value ?? "", role ?? ""]) count += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (children !== undefined) count += wordCharacters(children);
  }
  return count;
}

function convert(nodes: readonly restructured.RstNode[]): Inline[] {
  const inlines: Inline[] = [];
  for (const [index, node] of nodes.entries()) {
    let text = sourceOf(node);
    if (index === 0) text = text.slice(PREFIX.length);
    if (index === nodes.length - 1) text = text.replace(/\n$/, "");
    // The role of a domain, as in :py:class:`text`, comes as text before text in the default role.
    const last = inlines.at(-1);
    const role = node.role === null && last?.kind === "text" ? roleBefore(last.text) : undefined;
    if (role === undefined || last?.kind !== "text")
      inlines.push(node.type === "text" ? { kind: "text", text } : inlineOf(node, text));
    else {
      inlines[inlines.length - 1] = { kind: "text", text: last.text.slice(0, -role.length - 2) };
      inlines.push(roleOf(role, text));
    }
  }
  return inlines;
}

const ROLE_BEFORE = new RegExp(`${BEFORE_MARKUP}:(${SIMPLE_NAME}):$`, "u");

/** The name of the role before interpreted text, at the end of what stands before it. */
function roleBefore(text: string, from = 0, to = text.length): string | undefined {
  // No role has a name this long; the rest of the text is not searched for its start.
  return ROLE_BEFORE.exec(text.slice(Math.max(from, to - 100), to))?.[1];
}

/** The text in a node, escapes and all. */
function sourceOf(node: restructured.RstNode): string {
  return node.value ?? (node.children ?? []).map(sourceOf).join("");
}

function inlineOf(node: restructured.RstNode, text: string): Inline {
  switch (node.type) {
    case "literal":
      return { kind: "literal", text };
    case "emphasis":
    case "strong":
      return { kind: node.type, children: [{ kind: "text", text: unescapeText(text) }] };
    case "interpreted_text":
      return roleOf(node.role ?? "", text);
    case "substitution_reference":
      return { kind: "substitution", name: unescapeText(text) };
    case "footnote_reference":
    case "citation_reference":
      return { kind: "footnote-reference", label: text };
    case "reference":
      return referenceOf(text);
    default:
      return { kind: "text", text };
  }
}

/** `text <uri>`, `text <name_>`, or the name of a target. */
function referenceOf(source: string, anonymous = false): Inline {
  const embedded = /^([\s\S]*?)(?:^|\s+)<([^<>\s][^<>]*)>$/.exec(source);
  if (embedded === null) {
    const name = targetKey(source);
    return { kind: "reference", text: unescapeText(source), name, ...(anonymous ? { anonymous } : {}) };
  }
  const [, text, destination] = embedded as unknown as [string, string, string];
  if (/[^\\]_$/.test(destination) && !URI.test(destination)) {
    const name = targetKey(destination.slice(0, -1));
    return { kind: "reference", text: text === "" ? name : unescapeText(text), name };
  }
  const uri = unescapeText(destination.replace(/(?<!\\)\s+/g, ""));
  return { kind: "reference", text: text === "" ? uri : unescapeText(text), uri };
}

/** The name of a target as references find it: without regard to case and white space. */
export function targetKey(name: string): string {
  return unescapeText(name).replace(/\s+/g, " ").trim().toLowerCase();
}

/** Roles whose text is code: a backslash in it is a backslash. */
const RAW_ROLES = new Set(["code", "literal", "math", "raw"]);

/** Roles that stand for themselves, so that `<…>` at the end of the text is no target. */
const PLAIN_ROLES = new Set(
  "abbr command dfn emphasis file guilabel kbd mailheader makevar manpage menuselection mimetype newsgroup program regexp samp strong sub subscript sup superscript title title-reference".split(
    " ",
  ),
);

function roleOf(role: string, source: string): Inline {
  if (role === REFERENCE_ROLE || role === ANONYMOUS_ROLE) return referenceOf(source, role === ANONYMOUS_ROLE);
  if (role === TARGET_ROLE) return { kind: "text", text: source };
  if (RAW_ROLES.has(role)) return { kind: "role", role, text: source };
  const text = unescapeText(source);
  const titled = role === "" || PLAIN_ROLES.has(role) ? null : /^([\s\S]+?)\s*<([^<>]*)>$/.exec(text);
  return titled === null
    ? { kind: "role", role, text }
    : { kind: "role", role, text: titled[1]!, target: titled[2]! };
}

/** A standalone URL; of the schemes that docutils knows the ones that occur in prose. */
const URI =
  /(?:https?|ftps?|sftp|ssh|git|file|ldaps?|wss?):\/\/[\w.!~*'()[\];/:@&=+$,%?#-]{0,2000}[\w~*/=+]|mailto:[\w.+%-]{1,200}@[\w.-]{1,200}\w/;
const IN_TEXT = new RegExp(
  `${BEFORE_MARKUP}(?:(?<uri>${URI.source})|\\[#(?<label>${SIMPLE_NAME})\\]_)${AFTER_MARKUP}`,
  "gu",
);

/** Text, with the URLs and the named footnote references in it, which `restructured` takes for text. */
function withUris(text: string): Inline[] {
  if (!/:\/\/|mailto:|\[#/.test(text)) return text === "" ? [] : [{ kind: "text", text: unescapeText(text) }];
  const inlines: Inline[] = [];
  let shown = 0;
  for (const match of text.matchAll(IN_TEXT)) {
    const { uri, label } = match.groups!;
    if (match.index > shown)
      inlines.push({ kind: "text", text: unescapeText(text.slice(shown, match.index)) });
    if (uri === undefined) inlines.push({ kind: "footnote-reference", label: `#${label}` });
    else inlines.push({ kind: "reference", text: unescapeText(uri), uri: unescapeText(uri) });
    shown = match.index + match[0].length;
  }
  if (shown < text.length) inlines.push({ kind: "text", text: unescapeText(text.slice(shown)) });
  return inlines;
}
