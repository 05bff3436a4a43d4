import { parseInline } from "./inline.ts";
import { targetKey } from "./interpreted.ts";
import { codeSpan, escapeLineStart, escapeMarkdown } from "./markdown-escape.ts";
import { LINE_BREAK, PARAGRAPH_BREAK } from "./substitution.ts";
import type { Inline, TextRun } from "./tree.ts";
import { isWebTarget } from "./web-target.ts";

/** What names in a text stand for. */
export interface MarkdownContext {
  /** What `|name|` stands for: markup, or RST text. */
  substitution(name: string): readonly Inline[] | string | undefined;
  /** The URI of a target; names come without regard to case and white space. */
  target(name: string): string | undefined;
  /** The title of what a label stands at, for `` :ref:`label` ``. */
  label(name: string): string | undefined;
  /** The title of a document, by its name as the document that holds the text writes it. */
  document?(name: string): string | undefined;
  /** The URI of the anonymous target that a reference is paired with. */
  anonymous?(reference: Inline): string | undefined;
}

/** What bounds substitutions that stand in one another, or for themselves: how many a text may have in all. */
interface Budget {
  left: number;
}
const newBudget = (): Budget => ({ left: 500 });

/** A text as CommonMark, in one line that begins a paragraph, or more where substitutions stand for breaks. */
export function inlineToMarkdown(run: TextRun | string, context: MarkdownContext): string {
  const paragraphs = markdownWithBreaks(parseInline(run), context, newBudget()).split(PARAGRAPH_BREAK);
  return paragraphs
    .map((paragraph) => linesOf(paragraph).map(escapeLineStart).join("\\\n"))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** Inline markup as CommonMark, in one line. */
export function markdownOf(inlines: readonly Inline[], context: MarkdownContext): string {
  const markdown = markdownWithBreaks(inlines, context, newBudget());
  return BREAKS.test(markdown) ? linesOf(markdown).join("<br>") : markdown;
}

const BREAKS = new RegExp(`[${LINE_BREAK}${PARAGRAPH_BREAK}]`);

/** The lines of a text, without those that say nothing. */
function linesOf(markdown: string): string[] {
  return markdown
    .split(BREAKS)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function markdownWithBreaks(inlines: readonly Inline[], context: MarkdownContext, budget: Budget): string {
  const pieces = inlines.map((inline) =>
    inline.kind === "text" ? undefined : pieceOf(inline, context, budget),
  );
  let markdown = "";
  for (const [index, inline] of inlines.entries()) {
    const piece =
      inline.kind === "text"
        ? escapeMarkdown(inline.text, markdown, pieces[index + 1] ?? "")
        : (pieces[index] ?? "");
    // `!` before a link would make it an image.
    if (piece.startsWith("[") && markdown.endsWith("!")) markdown = `${markdown.slice(0, -1)}\\!`;
    markdown += piece;
  }
  return markdown;
}

function pieceOf(
  inline: Exclude<Inline, { kind: "text" }>,
  context: MarkdownContext,
  budget: Budget,
): string {
  switch (inline.kind) {
    case "literal":
      return codeSpan(inline.text);
    case "emphasis":
      return wrap("*", markdownWithBreaks(inline.children, context, budget));
    case "strong":
      return wrap("**", markdownWithBreaks(inline.children, context, budget));
    case "reference":
      return link(
        inline.text,
        inline.uri ??
          (inline.anonymous
            ? context.anonymous?.(inline)
            : context.target(inline.name ?? targetKey(inline.text))),
      );
    case "role":
      return roleToMarkdown(inline.role, inline.text, inline.target, context);
    case "substitution": {
      const value = budget.left-- > 0 ? context.substitution(inline.name) : undefined;
      if (value === undefined) return escapeMarkdown(`|${inline.name}|`);
      if (value === LINE_BREAK || value === PARAGRAPH_BREAK) return value;
      return markdownWithBreaks(typeof value === "string" ? parseInline(value) : value, context, budget);
    }
    case "footnote-reference":
      return `[${inline.label}]`;
  }
}

function wrap(mark: string, markdown: string): string {
  const text = markdown.trim();
  return text === "" ? markdown : `${mark}${text}${mark}`;
}

/** A link to the web; a place of the page or of its site, which no reader of OpenAPI has, is its text alone. */
function link(text: string, uri: string | undefined): string {
  if (uri === undefined || !ABSOLUTE.test(uri) || !isWebTarget(uri)) return escapeMarkdown(text, "x", "x");
  if (text === uri && /^[a-zA-Z][a-zA-Z0-9+.-]+:[^\s<>]*$/.test(uri)) return `<${uri}>`;
  const label = escapeMarkdown(text).replace(/(?<!\\)[[\]]/g, "\\$&");
  return `[${label}](${/^[^\s<>()]+$/.test(uri) ? uri : `<${uri.replace(/[<>\n]/g, encodeURIComponent)}>`})`;
}

const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/** Roles whose text is shown as code. */
const CODE_ROLES = new Set(
  "code literal file samp command program kbd option envvar makevar mimetype newsgroup regexp class func meth mod attr data const exc obj".split(
    " ",
  ),
);

function roleToMarkdown(
  role: string,
  text: string,
  target: string | undefined,
  context: MarkdownContext,
): string {
  const name = role.slice(role.lastIndexOf(":") + 1);
  if (CODE_ROLES.has(name) || name === "math") return codeSpan(text);
  switch (name) {
    case "":
    case "emphasis":
    case "dfn":
    case "title":
    case "title-reference":
      return wrap("*", escapeMarkdown(text));
    case "strong":
      return wrap("**", escapeMarkdown(text));
    case "guilabel":
    case "menuselection":
      // Sphinx marks the key that `&` stands before, and takes `&&` for one (`roles.GUILabel`).
      return wrap("**", escapeMarkdown(text.replace(/&(&?)/g, "$1")));
    case "sub":
    case "subscript":
      return `<sub>${escapeMarkdown(text)}</sub>`;
    case "sup":
    case "superscript":
      return `<sup>${escapeMarkdown(text)}</sup>`;
    case "rfc":
      return escapeMarkdown(target === undefined ? `RFC ${text}` : text);
    case "pep":
      return escapeMarkdown(target === undefined ? `PEP ${text}` : text);
    case "doc":
      return escapeMarkdown(target === undefined ? (context.document?.(text) ?? text) : text, "x", "x");
    case "ref":
      return escapeMarkdown(target === undefined ? (context.label(targetKey(text)) ?? text) : text, "x", "x");
    default:
      return escapeMarkdown(text, "x", "x");
  }
}

/** A text without its markup. */
export function plainText(run: TextRun | string, context?: MarkdownContext): string {
  return plain(parseInline(run), context, newBudget());
}

function plain(inlines: readonly Inline[], context: MarkdownContext | undefined, budget: Budget): string {
  return inlines
    .map((inline): string => {
      switch (inline.kind) {
        case "emphasis":
        case "strong":
          return plain(inline.children, context, budget);
        case "substitution": {
          const value = budget.left-- > 0 ? context?.substitution(inline.name) : undefined;
          if (value === undefined) return inline.name;
          if (value === LINE_BREAK || value === PARAGRAPH_BREAK) return " ";
          return plain(typeof value === "string" ? parseInline(value) : value, context, budget);
        }
        case "footnote-reference":
          return `[${inline.label}]`;
        case "role":
          return inline.role === "ref" && inline.target === undefined
            ? (context?.label(targetKey(inline.text)) ?? inline.text)
            : inline.text;
        default:
          return inline.text;
      }
    })
    .join("");
}
