import { allowsItem, readEnumerator } from "./enumerator.ts";
import { readAnonymous, readExplicit } from "./explicit.ts";
import type { Input } from "./input.ts";
import { type Kind, kindOf } from "./kinds.ts";
import { spanOfLine, spanOfLines } from "./lines.ts";
import {
  isOptionItem,
  readBulletList,
  readEnumeratedList,
  readFieldList,
  readLineBlock,
  readOptionList,
} from "./lists.ts";
import { addProblem, expectBlank, type Reading, type Sink } from "./reading.ts";
import {
  gridTableExtent,
  readGridTable,
  readSimpleTable,
  simpleTableExtent,
  type TableParts,
} from "./tables.ts";
import { readLine, readText } from "./text.ts";
import type { Block, BlockQuote, Line, LiteralBlock } from "./tree.ts";

/** Reads the next block; the input stands at a line that is not blank. */
export function readBlock(input: Input, sink: Sink, reading: Reading): void {
  const kind = kindAhead(input);
  if (kind === "text") readText(input, sink, reading);
  else if (kind === "line") readLine(input, sink, reading);
  else if (kind === "grid-table") readGrid(input, sink, reading);
  else if (kind === "simple-table") readSimple(input, sink, reading);
  else sink.add(BLOCK_READERS[kind](input, reading));
}

/** What starts at the next line; for some kinds the lines below have a say (docutils' `TransitionCorrection`). */
function kindAhead(input: Input): Kind {
  const kind = kindOf(input.text()!);
  if (kind === "enumerator" && !allowsItem(readEnumerator(input.text()!)!, input.text(1))) return "text";
  return kind === "option" && !isOptionItem(input) ? "text" : kind;
}

const BLOCK_READERS: Readonly<
  Record<
    Exclude<Kind, "text" | "line" | "grid-table" | "simple-table">,
    (input: Input, reading: Reading) => Block
  >
> = {
  "block-quote": readBlockQuote,
  bullet: readBulletList,
  enumerator: readEnumeratedList,
  field: readFieldList,
  option: readOptionList,
  doctest: readDoctest,
  "line-block": readLineBlock,
  explicit: (input, reading) => expectEnd(readExplicit(input, reading), input, reading),
  anonymous: (input, reading) => expectEnd(readAnonymous(input), input, reading),
};

function readBlockQuote(input: Input, reading: Reading): BlockQuote {
  const { lines, finished } = input.takeIndented();
  expectBlank(finished, "block quote", input, reading);
  return { kind: "block-quote", children: reading.nested(lines), span: spanOfLines(lines) };
}

function readDoctest(input: Input): LiteralBlock {
  let length = 1;
  while (!input.isBlank(length)) length++;
  const lines = input.take(length);
  return { kind: "literal-block", lines, span: spanOfLines(lines) };
}

/** Between explicit markup blocks no blank line is needed, nor below an `include`: docutils pads what it brings in. */
function expectEnd(
  { block, finished }: { readonly block: Block; readonly finished: boolean },
  input: Input,
  reading: Reading,
): Block {
  const isInclude = block.kind === "directive" && block.name === "include";
  if (!isInclude && !/^(?:\.\.|__)(?: |$)/.test(input.text() ?? ""))
    expectBlank(finished, "explicit markup", input, reading);
  return block;
}

function readGrid(input: Input, sink: Sink, reading: Reading): void {
  const block = Array.from({ length: input.textLines() }, (_, ahead) => input.peek(ahead)!);
  const { count, fault } = gridTableExtent(block);
  const lines = input.take(count);
  addTable(fault === undefined ? readGridTable(lines, reading.nested) : { fault }, lines, sink, reading);
  expectBlankBelowTable(input, reading);
}

function readSimple(input: Input, sink: Sink, reading: Reading): void {
  const { count, fault } = simpleTableExtent((ahead) => input.text(ahead));
  const lines = input.take(count);
  addTable(fault === undefined ? readSimpleTable(lines, reading.nested) : { fault }, lines, sink, reading);
  expectBlankBelowTable(input, reading);
}

function addTable(parts: TableParts, lines: readonly Line[], sink: Sink, reading: Reading): void {
  if ("fault" in parts) addProblem(parts.fault, lines, sink, reading);
  else sink.add({ kind: "table", ...parts, span: spanOfLines(lines) });
}

function expectBlankBelowTable(input: Input, reading: Reading): void {
  if (!input.isBlank()) reading.problem({ kind: "blank-below-table" }, spanOfLine(input.peek()!));
}
