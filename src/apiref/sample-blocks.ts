import { optionValue } from "../rst/directive.ts";
import { directiveInfo } from "../rst/directives.ts";
import { plainText } from "../rst/markdown.ts";
import type { Block, Directive, Line, Paragraph } from "../rst/tree.ts";
import { sideOf } from "./sides.ts";

/** Whether a directive shows a sample wherever it is one of an operation. */
export function isSample({ name }: Directive): boolean {
  return directiveInfo(name).showsSample === true;
}

/** The title of a sample above it, in a rubric or a paragraph: `**Example Show Server: JSON response**`. */
export function sampleTitle(before: Block | undefined): string {
  if (before?.kind === "directive" && before.name === "rubric") return titleIn(before.argument);
  return before?.kind === "paragraph" && isSampleTitle(before) ? titleIn(before.text.lines) : "";
}

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
 * A code block is a sample where it shows JSON, or the curl command that sends some, below a title that speaks of an
 * example or of one side.
 */
export function isSampleBlock(directive: Directive, titles: readonly string[], title: string): boolean {
  const language = sampleLanguage(directive);
  const start = SAMPLE_START.get(language);
  if (start === undefined) return false;
  const text = directive.content
    .map((line) => line.text)
    .join("\n")
    .trim();
  return (
    start.test(text) &&
    (sideOf([title, ...titles]) !== undefined || /example|sample/i.test([title, ...titles].join(" ")))
  );
}

/** The language of a directive that shows a sample, in small letters; empty where it names none. */
export function sampleLanguage(directive: Directive): string {
  const named =
    directive.name === "literalinclude"
      ? optionValue(directive.options, "language")
      : directive.argument[0]?.text;
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
  ...["json", "javascript", "js", "json5"].map((language) => [language, /^[[{]/] as const),
  ...[...COMMAND_LANGUAGES].map((language) => [language, /^(?:[$#] *)?curl\s/] as const),
]);
