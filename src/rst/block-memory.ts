import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Problem } from "./fault.ts";
import type { Input } from "./input.ts";
import type { Block, Directive, Inclusion, Line, Section, TextRun } from "./tree.ts";

/** What was read from where a block begins, and all that it depends on. */
export interface BlockReading {
  /** The lines that were looked at, those behind the block too; undefined for the end of the input. */
  readonly looked: readonly (Line | undefined)[];
  /** How many of them the block takes. */
  readonly taken: number;
  /** The depth of the section that it stands in. */
  readonly depth: number;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

/**
 * The blocks of documents as they were last read. A block whose lines are the same, as are those that were looked at
 * to find its end, is the same block: it need not be read again, nor its inline markup. Everything is known by the
 * source file it came from and goes with it.
 */
export class BlockMemory {
  /** By file, or by inclusion, which is another for each place that a file is included at; then by offset. */
  readonly #readings = new WeakMap<SourceFile | Inclusion, Map<number, BlockReading>>();
  readonly #inclusions = new WeakMap<Directive, Inclusion>();
  readonly #lines = new WeakMap<Inclusion, readonly Line[]>();
  readonly #sections = new WeakMap<SourceFile | Inclusion, Map<number, Section>>();

  /** What was read from the next line on; undefined where that was not read before, or would now be another thing. */
  recall(input: Input, depth: number): BlockReading | undefined {
    const first = input.peek()!;
    const known = this.#readings.get(placeOf(first))?.get(first.offset);
    if (known === undefined || known.depth !== depth) return undefined;
    return input.begins(known.looked, isSame) ? known : undefined;
  }

  remember(reading: BlockReading): void {
    const first = reading.looked[0]!;
    setAt(this.#readings, first, reading);
  }

  /** The same inclusion as before, where the same directive brings in the same file again. */
  sameInclusion(inclusion: Inclusion): Inclusion {
    const known = this.#inclusions.get(inclusion.directive);
    if (known !== undefined && known.file === inclusion.file && known.from === inclusion.from) return known;
    this.#inclusions.set(inclusion.directive, inclusion);
    return inclusion;
  }

  /** The lines that an inclusion brings in, which its directive and its file determine. */
  includedLines(inclusion: Inclusion, make: () => readonly Line[]): readonly Line[] {
    const lines = this.#lines.get(inclusion) ?? make();
    this.#lines.set(inclusion, lines);
    return lines;
  }

  /**
   * The blocks with each section that holds what it held before, in the same place, as the same object. What was made of
   * a section and of nothing else is known by that.
   */
  sameSections(blocks: readonly Block[]): Block[] {
    return blocks.map((block) => {
      if (block.kind !== "section") return block;
      const section = { ...block, children: this.sameSections(block.children) };
      const first = section.title.lines[0]!;
      const known = this.#sections.get(placeOf(first))?.get(first.offset);
      if (known !== undefined && isSameSection(known, section)) return known;
      setAt(this.#sections, first, section);
      return section;
    });
  }
}

/** The part of a memory that holds it. */
export const blockMemory = (): BlockMemory => new BlockMemory();

/** A file has a place of its own for each inclusion of it. */
function placeOf({ includedFrom, file }: Line): SourceFile | Inclusion {
  return includedFrom ?? file;
}

function setAt<Value>(
  known: WeakMap<SourceFile | Inclusion, Map<number, Value>>,
  line: Line,
  value: Value,
): void {
  const place = placeOf(line);
  const ofPlace = known.get(place);
  if (ofPlace === undefined) known.set(place, new Map([[line.offset, value]]));
  else ofPlace.set(line.offset, value);
}

function isSameSection(a: Section, b: Section): boolean {
  return (
    a.depth === b.depth &&
    a.style.character === b.style.character &&
    isSameText(a.title, b.title) &&
    isSameSpan(a.underline, b.underline) &&
    (a.overline === undefined) === (b.overline === undefined) &&
    (a.overline === undefined || isSameSpan(a.overline, b.overline!)) &&
    isSameSpan(a.span, b.span) &&
    a.children.length === b.children.length &&
    a.children.every((child, index) => child === b.children[index])
  );
}

function isSameText(a: TextRun, b: TextRun): boolean {
  return a.lines.length === b.lines.length && a.lines.every((line, index) => isSame(line, b.lines[index]!));
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

/** Lines of one file that begin at one place differ only where a blank line was put in, or a part was cut out. */
function isSame(a: Line, b: Line): boolean {
  return a.file === b.file && a.offset === b.offset && a.includedFrom === b.includedFrom && a.text === b.text;
}
