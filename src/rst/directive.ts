import { cut, dedent, indentOf, spanOfLine, spanOfLines, trimBlank } from "./lines.ts";
import type { Reading } from "./reading.ts";
import type { Directive, DirectiveOption, Line } from "./tree.ts";

/**
 * What a directive takes. `argument`: nothing; the paragraph at `::`; the first paragraph wherever it begins; one
 * line; or one word before the text, as `versionadded` does. `content`: blocks of RST, with sections or without, or lines that mean something else.
 */
export interface DirectiveShape {
  readonly argument: "none" | "paragraph" | "first paragraph" | "line" | "word";
  readonly options: boolean;
  readonly content: "sections" | "blocks" | "lines";
}

const shapes: readonly (readonly [names: string, shape: DirectiveShape])[] = [
  [
    "attention caution danger error hint important note tip warning seealso todo glossary epigraph highlights" +
      " pull-quote compound header footer acks hlist",
    { argument: "none", options: true, content: "blocks" },
  ],
  ["only ifconfig", { argument: "paragraph", options: true, content: "sections" }],
  [
    "admonition topic sidebar container class rst-class cssclass figure table list-table",
    { argument: "paragraph", options: true, content: "blocks" },
  ],
  [
    "versionadded versionchanged versionremoved deprecated",
    { argument: "word", options: false, content: "blocks" },
  ],
  // os-api-ref takes the method line, and the fields below it, for content; nothing else stands in it.
  ["rest_method", { argument: "first paragraph", options: false, content: "lines" }],
  [
    "rest_parameters rest_status_code code code-block sourcecode",
    { argument: "line", options: true, content: "lines" },
  ],
  ["replace line-block", { argument: "none", options: false, content: "lines" }],
  ["parsed-literal math toctree", { argument: "none", options: true, content: "lines" }],
];

const shapeByName: ReadonlyMap<string, DirectiveShape> = new Map(
  shapes.flatMap(([names, shape]) => names.split(" ").map((name) => [name, shape] as const)),
);

/** What every other directive is taken to have. */
const OTHER: DirectiveShape = { argument: "paragraph", options: true, content: "lines" };

/** The shape of the directive of a name; directives that are not known keep their content as lines. */
export function shapeOf(name: string): DirectiveShape {
  return shapeByName.get(name.toLowerCase()) ?? OTHER;
}

/**
 * Splits the block of a directive as docutils does (`Body.parse_directive_block`). The first of `lines` is what
 * stands behind `::`, the others are dedented. Where docutils would refuse the directive (a list right below the
 * argument, text among the options) the text is content, with a problem.
 */
export function readDirective(
  head: Pick<Directive, "name" | "nameSpan" | "span">,
  lines: readonly Line[],
  reading: Reading,
): Directive {
  const { name } = head;
  const shape = shapeOf(name);
  const parts = splitBlock(name, shape, lines, reading);
  const content = trimBlank(parts.content);
  const isNested = shape.content !== "lines" && content.length > 0;
  return {
    kind: "directive",
    ...head,
    argument: parts.argument,
    options: parts.options,
    content,
    children: isNested ? reading.nested(content, shape.content === "sections") : [],
  };
}

interface Parts {
  readonly argument: Line[];
  readonly options: DirectiveOption[];
  readonly content: Line[];
}

function splitBlock(name: string, shape: DirectiveShape, block: readonly Line[], reading: Reading): Parts {
  const start = block.findIndex((line) => line.text !== "");
  if (start < 0) return { argument: [], options: [], content: [] };
  const blank = block.findIndex((line, index) => index > start && line.text === "");
  const paragraph = block.slice(start, blank < 0 ? block.length : blank);
  const below = blank < 0 ? [] : block.slice(blank);

  // Below a blank line there are neither arguments nor options.
  if (start > 1 && shape.argument !== "first paragraph")
    return { argument: [], options: [], content: block.slice(start) };
  const firstOption = shape.options ? paragraph.findIndex((line) => FIELD_MARKER.test(line.text)) : -1;
  const head = firstOption < 0 ? paragraph : paragraph.slice(0, firstOption);
  const { options, others } = readOptions(firstOption < 0 ? [] : paragraph.slice(firstOption));
  if (others.length > 0) reading.problem({ kind: "directive-options", directive: name }, spanOfLines(others));

  switch (shape.argument) {
    case "none":
      return { argument: [], options, content: [...head, ...others, ...below] };
    case "paragraph":
    case "first paragraph":
      return { argument: head, options, content: [...others, ...below] };
    case "word": {
      const { argument, content } = splitWord(head);
      return { argument, options, content: [...content, ...others, ...below] };
    }
    case "line": {
      const { argument, content } = splitLine(head, start === 0);
      if (content.length > 0)
        reading.problem({ kind: "directive-content", directive: name }, spanOfLine(content[0]!));
      return { argument, options, content: [...content, ...others, ...below] };
    }
  }
}

/** The first word, and the text behind it. */
function splitWord(head: readonly Line[]): { argument: Line[]; content: Line[] } {
  const [first, ...others] = head;
  if (first === undefined) return { argument: [], content: [] };
  const word = /^\s*\S+/.exec(first.text)![0].length;
  const rest = /^\s*/.exec(first.text.slice(word))![0].length;
  const behind = cut(first, word + rest);
  return {
    argument: [cut(first, indentOf(first), word)],
    content: behind.text === "" ? others : [behind, ...others],
  };
}

/** The first line, unless it is below the `::` and already content. */
function splitLine(head: readonly Line[], isBehind: boolean): { argument: Line[]; content: Line[] } {
  const [first, ...others] = head;
  if (first === undefined) return { argument: [], content: [] };
  const isArgument = isBehind || (others.length === 0 && /^\s*[^\s\-#{[]\S*(?: +\S+)?$/.test(first.text));
  return isArgument ? { argument: [first], content: others } : { argument: [], content: [...head] };
}

/** The start of a field or option: `:name: ` (docutils' `Body.patterns`). */
export const FIELD_MARKER = /^:(?![: ])((?:[^:\\]|\\.|:(?![ `]|$))*)(?<! ):(?: +|$)/;

/** Reads `:name: value` lines with the indented lines below them; `others` from the first line that is neither. */
function readOptions(lines: readonly Line[]): { options: DirectiveOption[]; others: Line[] } {
  const options: DirectiveOption[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const match = FIELD_MARKER.exec(line.text);
    if (match === null) break;
    let end = at + 1;
    while (end < lines.length && lines[end]!.text.startsWith(" ")) end++;
    const more = dedent(lines.slice(at + 1, end));
    const value = [line.text.slice(match[0].length), ...more.map((next) => next.text)];
    options.push({
      name: match[1]!,
      value: value.join("\n").trim(),
      span: spanOfLines(lines.slice(at, end)),
    });
    at = end;
  }
  return { options, others: lines.slice(at) };
}
