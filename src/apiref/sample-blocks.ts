import { optionValue } from "../rst/directive.ts";
import { directiveInfo } from "../rst/directives.ts";
import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, Line, LiteralBlock, Paragraph } from "../rst/tree.ts";
import { isDirective } from "./documents.ts";
import { sideOf } from "./sides.ts";

/** Whether a block can show a sample. */
export function isSample(block: Block): boolean {
  if (block.kind === "literal-block") return true;
  return block.kind === "directive" && directiveInfo(block.name).showsSample === true;
}

/** The title of a sample above it, in a rubric or a paragraph: `**Example Show Server: JSON response**`. */
export function sampleTitle(before: Block | undefined): string {
  if (before?.kind === "directive" && before.name === "rubric") return titleIn(before.argument);
  return before?.kind === "paragraph" && isSampleTitle(before) ? titleIn(before.text.lines) : "";
}

/**
 * What a short sentence right above a sample says of it: `Answer for a broken lamp:`. It names no part, so that it decides
 * on no side; one with a link is prose, for a label shows none, and so is one above a sample with a caption.
 */
export function sampleIntroduction(sample: Block, before: Block | undefined): string {
  if (before?.kind !== "paragraph" || sampleTitle(before) !== "") return "";
  if (sample.kind === "directive" && (optionValue(sample.options, "caption") ?? "").trim() !== "") return "";
  const text = before.text.lines.map((line) => line.text.trim()).join(" ");
  if (!text.endsWith(":") || text.length > LONGEST_INTRODUCTION || /`_|:\/\//.test(text)) return "";
  const title = titleIn(before.text.lines);
  return title.split(" ").length >= FEWEST_WORDS ? title : "";
}

/** A longer text says more than what a sample is. */
const LONGEST_INTRODUCTION = 100;

/** `Or:` and `In the body:` tell a sample from no other. */
const FEWEST_WORDS = 4;

function titleIn(lines: readonly Line[]): string {
  const text = plainText(lines.map((line) => line.text).join("\n"));
  return text.replace(/\s+/g, " ").replace(/:+$/, "").trim();
}

function isSampleTitle(paragraph: Paragraph): boolean {
  const text = paragraph.text.lines
    .map((line) => line.text)
    .join(" ")
    .trim();
  return (
    text.length < 200 &&
    (/^\*\*[^*]+\*\*:?$/.test(text) || (/\bexamples?\b/i.test(text) && /:$/.test(text) && text.length < 100))
  );
}

/**
 * Whether a block of code is a sample: it shows JSON, or the curl command that sends some, below a title that speaks of an
 * example or of one side, or right below another part of the operation.
 */
export function isSampleBlock(
  block: Block,
  titles: readonly string[],
  title: string,
  isBelowPart = false,
): block is Directive | LiteralBlock {
  if (!showsContent(block)) return false;
  const all = [title, ...titles];
  return isBelowPart || sideOf(all) !== undefined || /example|sample/i.test(all.join(" "));
}

/** Whether a block of code shows what is sent or answered, by its language and by how it begins. */
export function showsContent(block: Block): block is Directive | LiteralBlock {
  if (block.kind !== "literal-block" && (block.kind !== "directive" || !isCode(block))) return false;
  const lines = block.kind === "directive" ? block.content : block.lines;
  const text = lines
    .map((line) => line.text)
    .join("\n")
    .trim();
  return SAMPLE_START.get(sampleLanguage(block))?.test(text) === true;
}

function isCode({ name }: Directive): boolean {
  return directiveInfo(name).markdown?.as === "code";
}

/** Whether a directive is an `include` that shows a file as it stands. */
export function isLiteralInclude(block: Block): block is Directive {
  return (
    isDirective(block, "include") && block.options.some(({ name }) => name === "literal" || name === "code")
  );
}

/** The language of a block that shows a sample, in small letters; empty where it names none. */
export function sampleLanguage(block: Directive | LiteralBlock): string {
  if (block.kind === "literal-block") return "";
  const named =
    block.name === "literalinclude" ? optionValue(block.options, "language") : block.argument[0]?.text;
  return named?.trim().toLowerCase() ?? "";
}

/** Languages of commands for a shell. */
export const COMMAND_LANGUAGES: ReadonlySet<string> = new Set([
  "bash",
  "console",
  "shell",
  "shell-session",
  "sh",
]);

/** What a sample in each language of a code block begins with. */
const SAMPLE_START: ReadonlyMap<string, RegExp> = new Map([
  ...["", "none", "text", "default"].map((language) => [language, /^(?:[[{]|(?:[$#] *)?curl\s)/] as const),
  ...["http", "https"].map(
    (language) => [language, /^(?:HTTP\/\d|[A-Z]+ \S+ HTTP\/)[\s\S]*\n[ \t]*\n\s*[[{]/] as const,
  ),
  ...["json", "javascript", "js", "json5"].map((language) => [language, /^[[{]/] as const),
  ...[...COMMAND_LANGUAGES].map((language) => [language, /^(?:[$#] *)?curl\s/] as const),
]);

/** Whether a sample is a command that sends a body: a request, below whatever title it is shown. */
export function sendsData(text: string): boolean {
  return /^\s*(?:[$#] *)?curl\s/.test(text) && /\s(?:-d|--data(?:-\w+)?|--json)[\s='"]/.test(text);
}
