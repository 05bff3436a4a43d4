import type { SourceFile } from "../text/source-file.ts";
import type { BlockMemory } from "./block-memory.ts";
import { readBlock } from "./blocks.ts";
import type { Problem } from "./fault.ts";
import { Input } from "./input.ts";
import { columnSpan, linesOf, spanOfLines } from "./lines.ts";
import { textOf, unclosedMarkup } from "./markup-survey.ts";
import { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";
import type { Block, Directive, DirectiveOption, Inclusion, Line, TextRun } from "./tree.ts";

export type { Problem } from "./fault.ts";
export { linesOf } from "./lines.ts";

/** What a document holds. */
export interface ParsedDocument {
  readonly blocks: readonly Block[];
  /** In reading order. The text that they are about is in `blocks` all the same. */
  readonly problems: readonly Problem[];
}

/**
 * Gives the lines that an `include` directive puts in its place, or undefined where it puts none. `chain` is the
 * inclusion in which the directive stands itself: a file that is in it, or is the document, must not be given again.
 */
export type Include = (directive: Directive, chain: Inclusion | undefined) => readonly Line[] | undefined;

export interface ParseOptions {
  /** Follows `include` directives; without it they are directives like others. */
  readonly include?: Include;
  /** What is known of blocks that were read before; those that are the same are not read again. */
  readonly memory?: BlockMemory | undefined;
}

/** How deep lists, quotes and directives may stand in one another: far deeper than anyone can read. */
const DEEPEST = 50;
/** How deep inclusions may go, and how many lines they may bring in all: files that include one another twice. */
const DEEPEST_INCLUSION = 50;
const MOST_INCLUDED_LINES = 1_000_000;

/**
 * Reads the blocks of a reStructuredText document as docutils does (`docutils/parsers/rst/states.py`): never throws,
 * in a time that grows with the text. What docutils would drop with an error is kept, as text or as a `problem`.
 *
 * The lines of an included file take the place of its `include` directive, before they are read: its titles join the
 * sections of the document. The directive itself stays in the tree, in front of them.
 */
export function parseDocument(file: SourceFile, options: ParseOptions = {}): ParsedDocument {
  const problems: Problem[] = [];
  const blocks = readAll(
    linesOf(file),
    { include: options.include, memory: options.memory, problems, includedLines: 0, inclusions: 0 },
    0,
    new Outline(),
  );
  return { blocks: options.memory?.sameSections(blocks) ?? blocks, problems };
}

/** Reads the blocks of lines that stand in another file than a document: a text in YAML. Nothing is included. */
export function parseLines(lines: readonly Line[]): ParsedDocument {
  const problems: Problem[] = [];
  const progress: Progress = {
    include: undefined,
    memory: undefined,
    problems,
    includedLines: 0,
    inclusions: 0,
  };
  return { blocks: readAll(lines, progress, 0), problems };
}

/** What grows while a document is read. */
interface Progress {
  readonly include: Include | undefined;
  readonly memory: BlockMemory | undefined;
  readonly problems: Problem[];
  includedLines: number;
  /** How many `include` directives were met. */
  inclusions: number;
}

/** Reads lines as blocks. `outline` is given where there can be sections. */
function readAll(lines: readonly Line[], progress: Progress, depth: number, outline?: Outline): Block[] {
  const blocks = outline?.blocks ?? [];
  const reading: Reading = {
    problem: (fault, span) => progress.problems.push({ fault, span }),
    text(lines) {
      const run = { lines, span: spanOfLines(lines) };
      for (const problem of unclosedIn(run)) progress.problems.push(problem);
      return run;
    },
    nested: (inner, hasTitles = false) =>
      readAll(inner, progress, depth + 1, hasTitles && outline ? new Outline(outline.depth) : undefined),
  };
  if (depth > DEEPEST) {
    const span = spanOfLines(lines);
    reading.problem({ kind: "too-deep", most: DEEPEST }, span);
    return [{ kind: "problem", lines, span }];
  }
  const input = new Input(lines);
  const place = (block: Block, first: Line): void => {
    const included = isInclude(block) ? follow(block, first, progress, reading) : undefined;
    if (outline !== undefined) outline.add(block);
    else blocks.push(block);
    if (included === undefined) return;
    if ("kind" in included) place(included, first);
    else input.insert(included);
  };
  for (;;) {
    input.skipBlank();
    const first = input.peek();
    if (first === undefined) return blocks;
    // Blocks inside others are remembered with them.
    const next =
      depth === 0 && outline !== undefined
        ? recallNext(input, outline, progress, reading)
        : readNext(input, outline, reading);
    for (const block of next) place(block, first);
  }
}

/** The next block, or two, as of a paragraph and the literal block below it; none for a title, which opens a section. */
function readNext(input: Input, outline: Outline | undefined, reading: Reading): Block[] {
  const blocks: Block[] = [];
  const add = (block: Block) => blocks.push(block);
  readBlock(input, { add, open: outline && ((title) => outline.open(title)) }, reading);
  return blocks;
}

/** As `readNext`, from memory where that has it. */
function recallNext(input: Input, outline: Outline, progress: Progress, reading: Reading): readonly Block[] {
  const { memory, problems, inclusions } = progress;
  if (memory === undefined) return readNext(input, outline, reading);
  const { depth } = outline;
  const known = memory.recall(input, depth);
  if (known !== undefined) {
    input.skip(known.taken);
    for (const problem of known.problems) problems.push(problem);
    return known.blocks;
  }
  const problemsBefore = problems.length;
  input.watch();
  const blocks = readNext(input, outline, reading);
  const watched = input.watched();
  // Titles depend on those before them, and a block that includes files on more than its lines.
  if (blocks.length > 0 && progress.inclusions === inclusions)
    memory.remember({ ...watched, depth, blocks, problems: problems.slice(problemsBefore) });
  return blocks;
}

function isInclude(block: Block): block is Directive {
  return block.kind === "directive" && block.name === "include";
}

/** What an `include` puts in its place: lines to read, or one block with `:literal:` or `:code:`. */
function follow(
  directive: Directive,
  line: Line,
  progress: Progress,
  reading: Reading,
): readonly Line[] | Block | undefined {
  const chain = line.includedFrom;
  progress.inclusions++;
  if (progress.include === undefined) return undefined;
  if (lengthOf(chain) >= DEEPEST_INCLUSION) {
    reading.problem({ kind: "inclusion-too-deep", most: DEEPEST_INCLUSION }, directive.span);
    return undefined;
  }
  const lines = progress.include(directive, chain);
  if (lines === undefined || lines.length === 0) return undefined;
  progress.includedLines += lines.length;
  if (progress.includedLines > MOST_INCLUDED_LINES) {
    reading.problem({ kind: "inclusion-too-long", most: MOST_INCLUDED_LINES }, directive.span);
    return undefined;
  }
  const code = directive.options.find(({ name }) => name === "code" || name === "literal");
  if (code !== undefined) return literalOf(directive, code, lines);
  const made: Inclusion = { file: lines[0]!.file, directive, from: chain };
  const inclusion = progress.memory?.sameInclusion(made) ?? made;
  const included = () => {
    // Blank lines on both sides, as docutils pads what it inserts.
    const blank: Line = { ...line, text: "" };
    return [blank, ...lines.map((one) => ({ ...one, includedFrom: inclusion })), blank];
  };
  return progress.memory?.includedLines(inclusion, included) ?? included();
}

function lengthOf(chain: Inclusion | undefined): number {
  let length = 0;
  for (let at = chain; at !== undefined; at = at.from) length++;
  return length;
}

/** `:literal:` makes a literal block of the file, `:code: language` a `code` directive. */
function literalOf(directive: Directive, { name, value }: DirectiveOption, lines: readonly Line[]): Block {
  const span = spanOfLines(lines);
  if (name === "literal") return { kind: "literal-block", lines, span };
  const { nameSpan } = directive;
  const language: Line = { text: value, file: nameSpan.file, offset: nameSpan.start };
  return {
    kind: "directive",
    name: "code",
    written: "code",
    nameSpan,
    argument: value === "" ? [] : [language],
    options: [],
    content: lines,
    children: [],
    span,
  };
}

/** Inline markup of a text that starts and does not end, at its start. */
function unclosedIn(run: TextRun): Problem[] {
  const starts = unclosedMarkup(textOf(run));
  if (starts.length === 0) return [];
  const problems: Problem[] = [];
  let at = 0;
  let next = 0;
  for (const line of run.lines) {
    for (; next < starts.length && starts[next]!.start <= at + line.text.length; next++) {
      const { markup, start, end } = starts[next]!;
      const fault = { kind: "inline-unended", markup } as const;
      problems.push({ fault, span: columnSpan(line, start - at, end - at) });
    }
    at += line.text.length + 1;
  }
  return problems;
}
