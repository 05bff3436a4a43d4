import { remembered } from "../text/remembered.ts";
import { unescapeText } from "./escapes.ts";
import type { PairedMarkup } from "./fault.ts";
import { ANONYMOUS_ROLE, REFERENCE_ROLE, referenceOf, roleOf, TARGET_ROLE } from "./interpreted.ts";
import { AFTER_MARKUP, BEFORE_MARKUP, isQuoted } from "./recognition.ts";
import { SIMPLE_NAME } from "./simple-name.ts";
import type { Inline, TextRun } from "./tree.ts";

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

/** What going over the markup of a text gives. */
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
export function survey(text: string, found?: MarkupInText[]): Survey {
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

const ROLE_BEFORE = new RegExp(`${BEFORE_MARKUP}:(${SIMPLE_NAME}):$`, "u");

/** The name of the role before interpreted text, at the end of what stands before it. */
export function roleBefore(text: string, from = 0, to = text.length): string | undefined {
  // No role has a name this long; the rest of the text is not searched for its start.
  return ROLE_BEFORE.exec(text.slice(Math.max(from, to - 100), to))?.[1];
}
