import type { DirectiveShape } from "./directive-info.ts";
import type { OptionName } from "./directive-options.ts";
import { directiveInfo, directiveNameOf, OTHER_SHAPE } from "./directives.ts";
import { cut, dedent, indentOf, spanOfLine, spanOfLines, trimBlank } from "./lines.ts";
import type { Reading } from "./reading.ts";
import type { Directive, DirectiveOption, Line } from "./tree.ts";

/**
 * Splits the block of a directive as docutils does (`Body.parse_directive_block`). The first of `lines` is what
 * stands behind `::`, the others are dedented. Where docutils would refuse the directive (a list right below the
 * argument, text among the options) the text is content, with a problem.
 */
export function readDirective(
  head: Pick<Directive, "written" | "nameSpan" | "span">,
  lines: readonly Line[],
  reading: Reading,
): Directive {
  const name = directiveNameOf(head.written);
  const { shape = OTHER_SHAPE } = directiveInfo(name);
  const parts = splitBlock(head.written, shape, lines, reading);
  const content = trimBlank(parts.content);
  const isNested = shape.content !== "lines" && content.length > 0;
  return {
    kind: "directive",
    name,
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

/** The value of an option; undefined where the directive does not have it. */
export function optionValue(options: readonly DirectiveOption[], wanted: OptionName): string | undefined {
  return options.find(({ name }) => name === wanted)?.value;
}
