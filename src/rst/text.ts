import type { Input } from "./input.ts";
import { PUNCTUATION_LINE } from "./kinds.ts";
import { columnWidth, cut, spanOfLine, spanOfLines } from "./lines.ts";
import { readDefinitionList } from "./lists.ts";
import type { Title } from "./outline.ts";
import { addProblem, expectBlank, type Reading, type Sink } from "./reading.ts";
import type { Line, LiteralBlock } from "./tree.ts";

/** Reads what begins with a line of text: a title, a definition list, or a paragraph (docutils' state `Text`). */
export function readText(input: Input, sink: Sink, reading: Reading): void {
  const first = input.text()!;
  const second = input.text(1) ?? "";
  if (second.startsWith(" ")) sink.add(readDefinitionList(input, reading));
  else if (!isUnderline(second, first)) readParagraph(input, sink, reading);
  else {
    const [line, underline] = input.take(2) as [Line, Line];
    if (sink.open !== undefined) openSection(line, underline, undefined, sink, reading);
    else {
      reading.problem({ kind: "title-unexpected" }, spanOfLines([line, underline]));
      sink.add({ kind: "paragraph", text: reading.text([line]), span: spanOfLines([line, underline]) });
    }
  }
}

/** A line below a title may be too short for it, but not if it has less than four characters. */
function isUnderline(text: string, title: string): boolean {
  return PUNCTUATION_LINE.test(text) && (text.length >= 4 || columnWidth(title) <= text.length);
}

/** Reads what begins with a line of punctuation: a transition, or a title (docutils' `Body.line` and state `Line`). */
export function readLine(input: Input, sink: Sink, reading: Reading): void {
  const overline = input.text()!;
  const title = input.text(1) ?? "";
  const underline = input.text(2) ?? "";
  const isShort = overline.length < 4;
  if (isShort && !(sink.open !== undefined && isShortTitle(overline, title, underline))) {
    readText(input, sink, reading);
  } else if (sink.open === undefined) {
    addProblem({ kind: "title-or-transition-unexpected" }, input.take(1), sink, reading);
  } else if (title === "") {
    sink.add({ kind: "transition", span: spanOfLine(input.take(1)[0]!) });
  } else if (PUNCTUATION_LINE.test(title)) {
    addProblem({ kind: "title-or-transition-invalid" }, input.take(2), sink, reading);
  } else if (underline[0] === overline[0] && PUNCTUATION_LINE.test(underline)) {
    // Lines of unequal length are meant to be a pair all the same; docutils drops the title.
    const [above, line, below] = input.take(3) as [Line, Line, Line];
    if (underline !== overline)
      reading.problem({ kind: "overlines-differ" }, spanOfLines([above, line, below]));
    openSection(cut(line, line.text.length - line.text.trimStart().length), below, above, sink, reading);
  } else {
    const kind = input.peek(2) ? "underline-missing" : "title-incomplete";
    addProblem({ kind }, input.take(1), sink, reading);
  }
}

/** Whether a line of less than four characters is the line above a title all the same. */
function isShortTitle(overline: string, title: string, underline: string): boolean {
  const isTitle = title !== "" && !PUNCTUATION_LINE.test(title);
  return isTitle && underline === overline && columnWidth(title.trim()) <= overline.length;
}

function openSection(
  line: Line,
  underline: Line,
  overline: Line | undefined,
  sink: Sink,
  reading: Reading,
): void {
  const title: Title = { text: reading.text([line]), underline, overline };
  if (!sink.open!(title)) reading.problem({ kind: "title-level" }, spanOfLine(line));
}

function readParagraph(input: Input, sink: Sink, reading: Reading): void {
  const lines = input.take(1 + input.textLines(1));
  const last = lines.at(-1)!;
  const isLiteralNext = /(?<!\\)(?:\\\\)*::$/.test(last.text);
  const text = isLiteralNext ? [...lines.slice(0, -1), cut(last, 0, literalMarker(last.text))] : lines;
  const shown = text.at(-1)!.text === "" ? text.slice(0, -1) : text;
  if (shown.length > 0) sink.add({ kind: "paragraph", text: reading.text(shown), span: spanOfLines(lines) });
  if (!input.isBlank()) reading.problem({ kind: "indentation" }, spanOfLine(input.peek()!));
  const literal = isLiteralNext ? readLiteralBlock(last, input, reading) : undefined;
  if (literal === undefined) return;
  // A `::` that is all there is of its paragraph belongs to the block.
  const span = shown.length > 0 ? literal.span : spanOfLines([last, ...literal.lines]);
  sink.add({ ...literal, span });
}

/** Where a text that ends with `::` ends when it is shown: behind one colon, or before ` ::`. */
function literalMarker(text: string): number {
  if (text === "::") return 0;
  return text.at(-3) === " " ? text.slice(0, -3).trimEnd().length : text.length - 1;
}

function readLiteralBlock(marker: Line, input: Input, reading: Reading): LiteralBlock | undefined {
  const { lines, finished } = input.takeIndented();
  if (lines.length > 0) {
    expectBlank(finished, "literal block", input, reading);
    return { kind: "literal-block", lines, span: spanOfLines(lines) };
  }
  // `takeIndented` has passed over the blank lines; a quoted literal block begins with any mark of punctuation.
  const quote = /^[!-/:-@[-`{-~]/.exec(input.text() ?? "")?.[0];
  if (quote === undefined) {
    reading.problem({ kind: "literal-block-missing" }, spanOfLine(marker));
    return undefined;
  }
  let length = 1;
  while (input.text(length)?.startsWith(quote)) length++;
  const quoted = input.take(length);
  if (!input.isBlank()) {
    const isIndented = input.text()!.startsWith(" ");
    const kind = isIndented ? "indentation" : "literal-block-quotes";
    reading.problem({ kind }, spanOfLine(input.peek()!));
  }
  return { kind: "literal-block", lines: quoted, span: spanOfLines(quoted) };
}
