import { FIELD_MARKER } from "./directive.ts";
import { allowsItem, continues, type Enumerator, readEnumerator } from "./enumerator.ts";
import { readAnonymous, readExplicit } from "./explicit.ts";
import type { Input, Taken } from "./input.ts";
import { columnWidth, cut, spanOfLine, spanOfLines } from "./lines.ts";
import type { Title } from "./outline.ts";
import type { Reading } from "./reading.ts";
import {
  gridTableExtent,
  readGridTable,
  readSimpleTable,
  simpleTableExtent,
  type TableParts,
} from "./tables.ts";
import type {
  Block,
  BulletList,
  DefinitionList,
  EnumeratedList,
  FieldList,
  Line,
  LineBlock,
  ListItem,
  Paragraph,
  ProblemBlock,
  TextRun,
} from "./tree.ts";

/** Where the blocks of a list of lines go to. */
export interface Sink {
  add(block: Block): void;
  /** Opens a section; undefined where no section may stand, as in a list item. */
  readonly open: ((title: Title) => boolean) | undefined;
}

const BULLET = /^[-+*\u2022\u2023\u2043](?: +|$)/;
const OPTION_ARGUMENT = "(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)";
const OPTION = `(?:[-+][a-zA-Z0-9](?: ?${OPTION_ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${OPTION_ARGUMENT})?)`;
const OPTION_MARKER = new RegExp(`^${OPTION}(?:, ${OPTION})*(?:  +| ?$)`);
const GRID_TABLE_TOP = /^\+-[-+]+-\+ *$/;
const SIMPLE_TABLE_TOP = /^=+(?: +=+)+ *$/;
const PUNCTUATION_LINE = /^([!-/:-@[-`{-~])\1*$/;

type Kind =
  | "block-quote"
  | "bullet"
  | "enumerator"
  | "field"
  | "option"
  | "doctest"
  | "line-block"
  | "grid-table"
  | "simple-table"
  | "explicit"
  | "anonymous"
  | "line"
  | "text";

/** What starts at a line, by the line alone (docutils' `Body.patterns`, in the order of its `initial_transitions`). */
function kindOf(text: string): Kind {
  const first = text[0]!;
  if (first === " ") return "block-quote";
  if (/^[a-zA-Z0-9(#]/.test(first) && readEnumerator(text) !== undefined) return "enumerator";
  if (/^[a-zA-Z0-9]/.test(first)) return "text";
  if (BULLET.test(text)) return "bullet";
  if (first === ":" && FIELD_MARKER.test(text)) return "field";
  if (OPTION_MARKER.test(text)) return "option";
  if (/^>>>(?: |$)/.test(text)) return "doctest";
  if (/^\|(?: |$)/.test(text)) return "line-block";
  if (GRID_TABLE_TOP.test(text)) return "grid-table";
  if (SIMPLE_TABLE_TOP.test(text)) return "simple-table";
  if (/^\.\.(?: |$)/.test(text)) return "explicit";
  if (/^__(?: |$)/.test(text)) return "anonymous";
  return PUNCTUATION_LINE.test(text) ? "line" : "text";
}

/** Reads the next block; the input stands at a line that is not blank. */
export function readBlock(input: Input, sink: Sink, reading: Reading): void {
  const text = input.text()!;
  switch (kindOf(text)) {
    case "block-quote": {
      const { lines, finished } = input.takeIndented();
      sink.add({ kind: "block-quote", children: reading.nested(lines), span: spanOfLines(lines) });
      return expectBlank(finished, "Block quote", input, reading);
    }
    case "bullet":
      return readBulletList(input, sink, reading);
    case "enumerator": {
      const first = readEnumerator(text)!;
      return allowsItem(first, input.text(1))
        ? readEnumeratedList(first, input, sink, reading)
        : readText(input, sink, reading);
    }
    case "field":
      return readFieldList(input, sink, reading);
    case "option":
      return isOptionItem(input) ? readOptionList(input, sink, reading) : readText(input, sink, reading);
    case "doctest": {
      const lines = input.take(textBlockLength(input, true));
      return sink.add({ kind: "literal-block", lines, span: spanOfLines(lines) });
    }
    case "line-block":
      return readLineBlock(input, sink, reading);
    case "grid-table":
      return readGrid(input, sink, reading);
    case "simple-table":
      return readSimple(input, sink, reading);
    case "explicit":
      return addExplicit(readExplicit(input, reading), input, sink, reading);
    case "anonymous":
      return addExplicit(readAnonymous(input), input, sink, reading);
    case "line":
      return readLine(input, sink, reading);
    case "text":
      return readText(input, sink, reading);
  }
}

function expectBlank(finished: boolean, what: string, input: Input, reading: Reading): void {
  const next = input.peek();
  if (!finished && next !== undefined)
    reading.problem(`${what} ends without a blank line; unexpected unindent.`, spanOfLine(next));
}

function addExplicit(
  { block, finished }: { block: Block; finished: boolean },
  input: Input,
  sink: Sink,
  reading: Reading,
): void {
  // docutils puts a blank line below what an `include` brings in.
  const isInclude = block.kind === "directive" && block.name.toLowerCase() === "include";
  if (!isInclude && !/^(?:\.\.|__)(?: |$)/.test(input.text() ?? ""))
    expectBlank(finished, "Explicit markup", input, reading);
  // Last, since an `include` puts lines before the next one.
  sink.add(block);
}

/** The number of blank lines ahead. */
function blanks(input: Input): number {
  let count = 0;
  while (input.text(count) === "") count++;
  return count;
}

function readBulletList(input: Input, sink: Sink, reading: Reading): void {
  const bullet = input.text()![0]!;
  const items: ListItem[] = [];
  let finished = true;
  for (;;) {
    const marker = BULLET.exec(input.text() ?? "");
    if (marker?.[0][0] !== bullet) break;
    const first = input.peek()!;
    const taken = takeItem(input, marker[0].length);
    items.push(listItem(first, taken.lines, reading));
    finished = taken.finished;
    if (BULLET.exec(input.text(blanks(input)) ?? "")?.[0][0] === bullet) input.skipBlank();
  }
  sink.add({ kind: "bullet-list", items, span: spanOfAll(items) } satisfies BulletList);
  expectBlank(finished, "Bullet list", input, reading);
}

function readEnumeratedList(start: Enumerator, input: Input, sink: Sink, reading: Reading): void {
  const items: ListItem[] = [];
  let item: Enumerator | undefined = start;
  let auto = false;
  let finished = true;
  while (item !== undefined) {
    auto ||= item.sequence === "auto";
    const first = input.peek()!;
    const taken = takeItem(input, item.width);
    items.push(listItem(first, taken.lines, reading));
    finished = taken.finished;

    const ahead = blanks(input);
    const next: Enumerator | undefined = readEnumerator(
      input.text(ahead) ?? "",
      item.sequence === "auto" ? start.sequence : item.sequence,
    );
    const goesOn: boolean =
      next !== undefined && continues(item, next, auto) && allowsItem(next, input.text(ahead + 1));
    if (goesOn) input.skipBlank();
    item = goesOn ? next : undefined;
  }
  const list: EnumeratedList = {
    kind: "enumerated-list",
    start: start.ordinal,
    items,
    span: spanOfAll(items),
  };
  sink.add(list);
  expectBlank(finished, "Enumerated list", input, reading);
}

/** The lines of a list item; text beside the marker says how far the others are indented. */
function takeItem(input: Input, markerWidth: number): Taken {
  return input.text()!.length > markerWidth ? input.takeFrom(markerWidth) : input.takeBody(markerWidth);
}

function listItem(first: Line, lines: Line[], reading: Reading): ListItem {
  return { children: lines.length === 0 ? [] : reading.nested(lines), span: spanOfLines([first, ...lines]) };
}

function spanOfAll(parts: readonly { readonly span: Block["span"] }[]): Block["span"] {
  const first = parts[0]!.span;
  return { ...first, end: parts.findLast(({ span }) => span.file === first.file)!.span.end };
}

function readFieldList(input: Input, sink: Sink, reading: Reading): void {
  const fields: FieldList["fields"][number][] = [];
  let finished = true;
  for (;;) {
    const marker = FIELD_MARKER.exec(input.text() ?? "");
    if (marker === null) break;
    const first = input.peek()!;
    const taken = input.takeBody(marker[0].length);
    fields.push({ name: marker[1]!, ...listItem(first, taken.lines, reading) });
    finished = taken.finished;
    if (FIELD_MARKER.test(input.text(blanks(input)) ?? "")) input.skipBlank();
  }
  sink.add({ kind: "field-list", fields, span: spanOfAll(fields) });
  expectBlank(finished, "Field list", input, reading);
}

/** Whether the line ahead is an item of an option list: with a description beside the options or below them. */
function isOptionItem(input: Input, ahead = 0): boolean {
  const text = input.text(ahead) ?? "";
  const marker = OPTION_MARKER.exec(text);
  if (marker === null) return false;
  if (marker[0].length < text.length) return true;
  let next = ahead + 1;
  while (input.text(next) === "") next++;
  return input.text(next)?.startsWith(" ") ?? false;
}

/** An option list is given as a definition list: `-a FILE, --all  what it does`. */
function readOptionList(input: Input, sink: Sink, reading: Reading): void {
  const items: DefinitionList["items"][number][] = [];
  let finished = true;
  while (isOptionItem(input)) {
    const first = input.peek()!;
    const width = OPTION_MARKER.exec(first.text)![0].length;
    const term = cut(first, 0, width);
    const taken = input.takeBody(width);
    items.push({ term: textRun([term]), ...listItem(first, taken.lines, reading) });
    finished = taken.finished;
    if (isOptionItem(input, blanks(input))) input.skipBlank();
  }
  sink.add({ kind: "definition-list", items, span: spanOfAll(items) });
  expectBlank(finished, "Option list", input, reading);
}

function readLineBlock(input: Input, sink: Sink, reading: Reading): void {
  const lines: TextRun[] = [];
  for (;;) {
    const marker = /^\|(?: +|$)/.exec(input.text() ?? "");
    if (marker === null) break;
    const first = input.peek()!;
    const { lines: text } = input.takeBody(marker[0].length, { untilBlank: true });
    lines.push(text.length === 0 ? { lines: [], span: spanOfLine(first) } : textRun(text));
    lines[lines.length - 1] = { ...lines.at(-1)!, span: spanOfLines([first, ...text]) };
  }
  sink.add({ kind: "line-block", lines, span: spanOfAll(lines) } satisfies LineBlock);
  if (!input.isBlank()) reading.problem("Line block ends without a blank line.", spanOfLine(input.peek()!));
}

function readGrid(input: Input, sink: Sink, reading: Reading): void {
  const block: Line[] = [];
  for (const length = textBlockLength(input, false); block.length < length; )
    block.push(input.peek(block.length)!);
  const { count, problem } = gridTableExtent(block);
  const lines = input.take(count);
  addTable(
    problem === undefined ? readGridTable(lines, reading.nested) : { malformed: problem },
    lines,
    sink,
    reading,
  );
  if (!input.isBlank()) reading.problem("Blank line required after table.", spanOfLine(input.peek()!));
}

function readSimple(input: Input, sink: Sink, reading: Reading): void {
  const { count, problem, finished } = simpleTableExtent((ahead) => input.text(ahead));
  const lines = input.take(count);
  addTable(
    problem === undefined ? readSimpleTable(lines, reading.nested) : { malformed: problem },
    lines,
    sink,
    reading,
  );
  if (!finished && !input.isBlank())
    reading.problem("Blank line required after table.", spanOfLine(input.peek()!));
}

function addTable(parts: TableParts, lines: Line[], sink: Sink, reading: Reading): void {
  if ("malformed" in parts) addProblem(`Malformed table. ${parts.malformed}`, lines, sink, reading);
  else sink.add({ kind: "table", ...parts, span: spanOfLines(lines) });
}

/** Keeps the text of lines that are no markup and cannot be text either. */
function addProblem(what: string, lines: readonly Line[], sink: Sink, reading: Reading): void {
  const span = spanOfLines(lines);
  reading.problem(what, span);
  sink.add({ kind: "problem", what, lines, span } satisfies ProblemBlock);
}

/** A line of punctuation: a transition, or the line above a title (docutils' states `Body.line` and `Line`). */
function readLine(input: Input, sink: Sink, reading: Reading): void {
  const overline = input.text()!;
  const isShort = overline.length < 4;
  if (sink.open === undefined) {
    if (isShort) return readText(input, sink, reading);
    return addProblem("Unexpected section title or transition.", input.take(1), sink, reading);
  }
  const title = input.text(1);
  if (title === undefined || title === "") {
    if (isShort) return readText(input, sink, reading);
    const [line] = input.take(1) as [Line];
    return sink.add({ kind: "transition", span: spanOfLine(line) });
  }
  if (isShort && !isShortTitle(overline, title, input.text(2))) return readText(input, sink, reading);
  if (PUNCTUATION_LINE.test(title))
    return addProblem("Invalid section title or transition marker.", input.take(2), sink, reading);
  const underline = input.text(2) ?? "";
  // A pair of lines of unequal length, or of unequal characters, is meant to be one; docutils drops the title.
  if (underline[0] === overline[0] && PUNCTUATION_LINE.test(underline)) {
    const [above, line, below] = input.take(3) as [Line, Line, Line];
    if (underline !== overline)
      reading.problem("Title overline & underline mismatch.", spanOfLines([above, line, below]));
    return openSection({ line: withoutIndent(line), underline: below, overline: above }, sink, reading);
  }
  const what =
    input.text(2) === undefined
      ? "Incomplete section title."
      : "Missing matching underline for section title overline.";
  addProblem(what, input.take(1), sink, reading);
}

/** Whether a line of less than four characters is the line above a title all the same. */
function isShortTitle(overline: string, title: string, underline: string | undefined): boolean {
  return (
    underline === overline && !PUNCTUATION_LINE.test(title) && columnWidth(title.trim()) <= overline.length
  );
}

function withoutIndent(line: Line): Line {
  return cut(line, line.text.length - line.text.trimStart().length);
}

function openSection(title: Title, sink: Sink, reading: Reading): void {
  if (!sink.open!(title)) reading.problem("Title level inconsistent.", spanOfLine(title.line));
}

/** Text: a title, the term of a definition list, or a paragraph (docutils' state `Text`). */
function readText(input: Input, sink: Sink, reading: Reading): void {
  const first = input.text()!;
  const second = input.text(1) ?? "";
  if (second.startsWith(" ")) return readDefinitionList(input, sink, reading);
  const isTitle =
    second !== "" &&
    PUNCTUATION_LINE.test(second) &&
    (second.length >= 4 || columnWidth(first) <= second.length);
  if (!isTitle) return readParagraph(input, sink, reading);
  const [line, underline] = input.take(2) as [Line, Line];
  if (sink.open !== undefined) return openSection({ line, underline, overline: undefined }, sink, reading);
  reading.problem("Unexpected section title.", spanOfLines([line, underline]));
  sink.add({ kind: "paragraph", text: textRun([line]), span: spanOfLines([line, underline]) });
}

function readDefinitionList(input: Input, sink: Sink, reading: Reading): void {
  const items: DefinitionList["items"][number][] = [];
  let finished = true;
  for (;;) {
    const [term] = input.take(1) as [Line];
    const taken = input.takeIndented();
    items.push({ term: textRun([term]), ...listItem(term, taken.lines, reading) });
    finished = taken.finished;
    const ahead = blanks(input);
    const next = input.text(ahead);
    if (next === undefined || kindOf(next) !== "text" || !(input.text(ahead + 1) ?? "").startsWith(" "))
      break;
    input.skipBlank();
  }
  sink.add({ kind: "definition-list", items, span: spanOfAll(items) });
  expectBlank(finished, "Definition list", input, reading);
}

function readParagraph(input: Input, sink: Sink, reading: Reading): void {
  const lines = input.take(textBlockLength(input, true, 1));
  const last = lines.at(-1)!;
  const isLiteralNext = /(?<!\\)(?:\\\\)*::$/.test(last.text);
  const text = isLiteralNext ? [...lines.slice(0, -1), cut(last, 0, literalMarker(last.text))] : lines;
  const shown = text.at(-1)!.text === "" ? text.slice(0, -1) : text;
  if (shown.length > 0)
    sink.add({ kind: "paragraph", text: textRun(shown), span: spanOfLines(lines) } satisfies Paragraph);
  if (!input.isBlank()) reading.problem("Unexpected indentation.", spanOfLine(input.peek()!));
  if (isLiteralNext) readLiteralBlock(last, input, sink, reading);
}

/** Where a text that ends with `::` ends when it is shown: behind one colon, or before ` ::`. */
function literalMarker(text: string): number {
  if (text === "::") return 0;
  return text.at(-3) === " " ? text.slice(0, -3).trimEnd().length : text.length - 1;
}

/** The lines ahead up to a blank one; with `flushLeft` also up to an indented one. */
function textBlockLength(input: Input, flushLeft: boolean, from = 0): number {
  let length = from;
  while (!input.isBlank(length) && !(flushLeft && input.text(length)!.startsWith(" "))) length++;
  return length;
}

function readLiteralBlock(marker: Line, input: Input, sink: Sink, reading: Reading): void {
  const { lines, finished } = input.takeIndented();
  if (lines.length > 0) {
    sink.add({ kind: "literal-block", lines, span: spanOfLines(lines) });
    return expectBlank(finished, "Literal block", input, reading);
  }
  // `takeIndented` has passed over the blank lines; a quoted literal block begins with any mark of punctuation.
  const quote = /^[!-/:-@[-`{-~]/.exec(input.text() ?? "")?.[0];
  if (quote === undefined)
    return reading.problem("Literal block expected; none found.", spanOfLine(input.peek() ?? marker));
  let length = 1;
  while (input.text(length)?.startsWith(quote)) length++;
  const quoted = input.take(length);
  sink.add({ kind: "literal-block", lines: quoted, span: spanOfLines(quoted) });
  const next = input.text() ?? "";
  if (next.startsWith(" ")) reading.problem("Unexpected indentation.", spanOfLine(input.peek()!));
  else if (next !== "") reading.problem("Inconsistent literal block quoting.", spanOfLine(input.peek()!));
}

function textRun(lines: readonly Line[]): TextRun {
  return { lines, span: spanOfLines(lines) };
}
