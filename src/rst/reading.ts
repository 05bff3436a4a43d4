import type { Span } from "../text/span.ts";
import type { MarkupFault, Problem, UnendedElement } from "./fault.ts";
import type { Input } from "./input.ts";
import { spanOfLine, spanOfLines } from "./lines.ts";
import type { Title } from "./outline.ts";
import type { Block, Line, TextRun } from "./tree.ts";

/** What the readers of single kinds of blocks need from the one that calls them. */
export interface Reading {
  problem(fault: Problem["fault"], span: Span): void;
  /** A text with inline markup. */
  text(lines: readonly Line[]): TextRun;
  /** Reads lines as blocks of their own, one level deeper; with titles they open sections below the current one. */
  nested(lines: readonly Line[], hasTitles?: boolean): Block[];
}

/** Where the blocks of a list of lines go to. */
export interface Sink {
  add(block: Block): void;
  /**
   * Opens a section, and says whether its title has the right place; undefined where no section may stand, as in a
   * list item.
   */
  readonly open: ((title: Title) => boolean) | undefined;
}

/** Records that something ended and no blank line follows. */
export function expectBlank(
  finished: boolean,
  element: UnendedElement,
  input: Input,
  reading: Reading,
): void {
  const next = input.peek();
  if (!finished && next !== undefined) reading.problem({ kind: "unended", element }, spanOfLine(next));
}

/** Keeps the text of lines that are no markup and cannot be text either. */
export function addProblem(fault: MarkupFault, lines: readonly Line[], sink: Sink, reading: Reading): void {
  const span = spanOfLines(lines);
  reading.problem(fault, span);
  sink.add({ kind: "problem", lines, span });
}
