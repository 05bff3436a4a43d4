import { optionValue } from "./directive.ts";
import type { OptionName } from "./directive-options.ts";
import { directiveInfo } from "./directives.ts";
import { parseInline } from "./inline.ts";
import { codeBlock, codeSpan, escapeLineStart, escapeMarkdown, joinLines } from "./markdown-escape.ts";
import { inlineToMarkdown, type MarkdownContext, markdownOf } from "./markdown-inline.ts";
import { directiveTableToMarkdown, tableToMarkdown } from "./markdown-table.ts";
import { textOf } from "./markup-survey.ts";
import type { Block, DefinitionList, Directive, FieldList, Line, ListItem, TextRun } from "./tree.ts";

export { inlineToMarkdown, type MarkdownContext, plainText } from "./markdown-inline.ts";

/**
 * Blocks of RST as CommonMark, with the tables of GitHub. What only the pages of an api-ref need (`rest_method`,
 * tables of parameters and codes, samples, tables of contents), comments and targets give nothing.
 */
export function toMarkdown(blocks: readonly Block[], context: MarkdownContext): string {
  return blocksToMarkdown(blocks, context, false);
}

/** The blocks, the lists among them with `*` and `)` for markers if the first one follows a list with the others. */
function blocksToMarkdown(blocks: readonly Block[], context: MarkdownContext, otherMarker: boolean): string {
  const parts: string[] = [];
  for (const block of blocks) {
    let part = blockToMarkdown(block, context, otherMarker && parts.length === 0);
    const marker = markerOf(part);
    // A list right below another one needs other markers to be a list of its own.
    if (marker !== undefined && marker === markerOf(parts.at(-1) ?? ""))
      part = blockToMarkdown(block, context, true);
    if (part !== "") parts.push(part);
  }
  return parts.join("\n\n");
}

/** The marker of the list that a part begins with. */
function markerOf(part: string): string | undefined {
  return /^(?:([-*])|\d+([.)]))(?: |$)/m
    .exec(part.slice(0, 12))
    ?.slice(1)
    .find((mark) => mark !== undefined);
}

function blockToMarkdown(block: Block, context: MarkdownContext, otherMarker: boolean): string {
  switch (block.kind) {
    case "section": {
      const inside = toMarkdown(block.children, context);
      // A title above a table that is no prose, such as that of all codes, says nothing alone.
      if (inside === "" && block.children.length > 0) return "";
      return join(
        `${"#".repeat(Math.min(block.depth, 6))} ${inlineToMarkdown(block.title, context)}`,
        inside,
      );
    }
    case "paragraph":
      return inlineToMarkdown(block.text, context);
    case "bullet-list":
      return list(block.items, () => (otherMarker ? "* " : "- "), context);
    case "enumerated-list":
      return list(block.items, (index) => `${block.start + index}${otherMarker ? ")" : "."} `, context);
    case "definition-list":
      return describedList(termsOf(block, context), otherMarker, context);
    case "field-list":
      return describedList(fieldsOf(block, context), otherMarker, context);
    case "block-quote":
      return blockQuote(block.children, context, otherMarker);
    case "literal-block":
      return codeBlock(textsOf(block.lines));
    case "line-block":
      return verses(block.lines.map((line) => inlineToMarkdown(line, context)));
    case "table":
      return tableToMarkdown(block, (cell) => oneLine(cell, context));
    case "directive":
      return directiveToMarkdown(block, context);
    case "footnote":
      return lead(`[${block.label}]`, toMarkdown(block.children, context), block.children[0]);
    case "transition":
      return "---";
    case "problem":
      return codeBlock(textsOf(block.lines));
    case "comment":
    case "target":
    case "substitution-definition":
      return "";
  }
}

/** Lines that stay lines; an empty one begins a new paragraph. */
function verses(lines: readonly string[]): string {
  const text = lines.join("\n").replace(/^\n+|\n+$/g, "");
  return text.replace(/\n+/g, (breaks) => (breaks === "\n" ? "\\\n" : "\n\n"));
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function textsOf(lines: readonly Line[]): string[] {
  return lines.map((line) => line.text);
}

/** Puts bold or bracketed words in front of a text: in its first paragraph, if it begins with one. */
function lead(words: string, text: string, first: Block | undefined): string {
  if (text === "") return words;
  return first?.kind === "paragraph" ? `${words} ${text}` : join(words, text);
}

/** Items close together, unless one of them holds more than a paragraph and lists. */
function list(
  items: readonly ListItem[],
  marker: (index: number) => string,
  context: MarkdownContext,
): string {
  const isTight = items.every(({ children }) => isShort(children));
  return items
    .map(({ children }, index) => item(marker(index), children, isTight, context))
    .join(isTight ? "\n" : "\n\n");
}

function isShort([first, ...others]: readonly Block[]): boolean {
  return (first === undefined || first.kind === "paragraph" || isList(first)) && others.every(isTightList);
}

function isList(block: Block): block is Extract<Block, { kind: "bullet-list" | "enumerated-list" }> {
  return block.kind === "bullet-list" || block.kind === "enumerated-list";
}

function isTightList(block: Block): boolean {
  return isList(block) && block.items.every(({ children }) => isShort(children));
}

function item(
  marker: string,
  children: readonly Block[],
  isTight: boolean,
  context: MarkdownContext,
): string {
  const text = toMarkdown(children, context);
  if (text === "") return marker.trimEnd();
  const lines = isTight ? text.replace(/\n\n/g, "\n") : text;
  return marker + indent(lines, " ".repeat(marker.length));
}

/** All lines but the first moved to the right. */
function indent(text: string, by: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${by}`);
}

function quote(text: string): string {
  return text === "" ? "" : text.replace(/^/gm, "> ").replace(/^> $/gm, ">");
}

/** Lists are often indented without any thought of a quotation: such a block is shown as what it holds. */
function blockQuote(children: readonly Block[], context: MarkdownContext, otherMarker: boolean): string {
  const text = blocksToMarkdown(children, context, otherMarker);
  const isQuotation = children.some(({ kind }) => kind === "paragraph" || kind === "line-block");
  return isQuotation ? quote(text) : text;
}

/** Words in bold, and what describes them. */
interface Described {
  readonly words: string;
  readonly children: readonly Block[];
}

/** The terms of a definition list; classifiers behind ` : ` stand in brackets. */
function termsOf({ items }: DefinitionList, context: MarkdownContext): Described[] {
  return items.map(({ term, children }) => {
    const [name, ...classifiers] = splitClassifiers(term).map((part) =>
      markdownOf(parseInline(part), context),
    );
    const words = classifiers.length === 0 ? bold(name!) : `${bold(name!)} (${classifiers.join(", ")})`;
    return { words, children };
  });
}

function splitClassifiers(term: TextRun): string[] {
  const text = textOf(term);
  return text.includes("`") ? [text] : text.split(/ +: +/);
}

function fieldsOf({ fields }: FieldList, context: MarkdownContext): Described[] {
  return fields.map(({ name, children }) => ({
    words: bold(markdownOf(parseInline(name), context)),
    children,
  }));
}

function bold(markdown: string): string {
  return markdown.includes("**") ? markdown : `**${markdown}**`;
}

/** A list of words with what describes them: behind a colon where it begins with text. */
function describedList(items: readonly Described[], otherMarker: boolean, context: MarkdownContext): string {
  const isTight = items.every(({ children }) => isShort(children));
  return items
    .map(({ words, children }) => {
      const text = toMarkdown(children, context);
      const described =
        text === "" ? words : lead(/:\W*$/.test(words) ? words : `${words}:`, text, children[0]);
      const lines = isTight ? described.replace(/\n\n/g, "\n") : described;
      return `${otherMarker ? "*" : "-"} ${indent(lines, "  ")}`;
    })
    .join(isTight ? "\n" : "\n\n");
}

/** Blocks in one line, as the cell of a table needs it. */
function oneLine(blocks: readonly Block[], context: MarkdownContext): string {
  return blocks
    .map((block) => lineOf(block, context))
    .filter((text) => text !== "")
    .join("<br>");
}

function lineOf(block: Block, context: MarkdownContext): string {
  switch (block.kind) {
    case "paragraph":
      return markdownOf(parseInline(block.text), context);
    case "bullet-list":
      return block.items.map(({ children }) => `• ${oneLine(children, context)}`).join("<br>");
    case "enumerated-list":
      return block.items
        .map(({ children }, index) => `${block.start + index}. ${oneLine(children, context)}`)
        .join("<br>");
    case "definition-list":
      return block.items
        .map(
          ({ term, children }) =>
            `${bold(markdownOf(parseInline(term), context))}: ${oneLine(children, context)}`,
        )
        .join("<br>");
    case "block-quote":
      return oneLine(block.children, context);
    case "line-block":
      return block.lines
        .map((line) => markdownOf(parseInline(line), context))
        .filter((line) => line !== "")
        .join("<br>");
    case "literal-block":
    case "problem":
      return block.lines.map((line) => codeSpan(line.text)).join("<br>");
    default:
      return joinLines(blockToMarkdown(block, context, false).replace(/^>/gm, ""), "<br>");
  }
}

/** Kinds of output for which `only` may say that the content is for them alone. */
const OTHER_OUTPUT = /^\s*(?:latex|man|texinfo|text|epub)\s*$/;

/** Whether an `only` is for another kind of output than web pages alone. */
export function isForOtherOutput({ name, argument }: Directive): boolean {
  return name === "only" && OTHER_OUTPUT.test(textsOf(argument).join(" "));
}

function directiveToMarkdown(directive: Directive, context: MarkdownContext): string {
  const { children } = directive;
  const argument = textsOf(directive.argument).join(" ").trim();
  const content = () => toMarkdown(children, context);
  const { markdown } = directiveInfo(directive.name);
  switch (markdown?.as) {
    case "admonition":
      return quote(lead(`**${markdown.label}:**`, content(), children[0]));
    case "version": {
      const isAlone = children.length === 0;
      return lead(
        `**${[markdown.label, escapeMarkdown(argument)].join(" ")}${isAlone ? "." : ":"}**`,
        content(),
        children[0],
      );
    }
    case "nothing":
      return "";
    case "content":
      return content();
    case "only":
      return isForOtherOutput(directive) ? "" : content();
    case "code":
      return join(titleOf(optionOf(directive, "caption"), context), fence(directive, argument));
    case "literal":
      return fence(directive, "");
    case "math":
      return codeBlock([...textsOf(directive.argument), ...textsOf(directive.content)], "math");
    case "verses":
      return verses(textsOf(directive.content).map((line) => inlineToMarkdown(line, context)));
    case "titled quote":
      return quote(join(titleOf(argument, context), content()));
    case "quote":
      return quote(content());
    case "title":
      return titleOf(argument, context);
    case "image":
      return escapeLineStart(escapeMarkdown(optionOf(directive, "alt")));
    case "figure":
      return join(escapeLineStart(escapeMarkdown(optionOf(directive, "alt"))), content());
    case "table":
      return join(titleOf(argument, context), content());
    case "list-table":
    case "csv-table": {
      const table = directiveTableToMarkdown(
        directive,
        (cell) => oneLine(cell, context),
        (rst) => markdownOf(parseInline(rst), context),
      );
      return join(titleOf(argument, context), table ?? content());
    }
    case undefined:
      // What documents code by itself holds nothing; of others nobody knows what they would show.
      return /^auto/i.test(directive.written)
        ? ""
        : join(inlineToMarkdown(argument, context), fence(directive, ""));
  }
}

function titleOf(text: string, context: MarkdownContext): string {
  return text === "" ? "" : bold(markdownOf(parseInline(text), context));
}

function fence({ content }: Directive, language: string): string {
  return content.length === 0
    ? ""
    : codeBlock(textsOf(content), /^[\w+#.-]*$/.test(language) ? language : "");
}

function optionOf({ options }: Directive, name: OptionName): string {
  return optionValue(options, name) ?? "";
}
