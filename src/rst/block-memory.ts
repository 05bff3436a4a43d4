import type { SourceFile } from "../text/source-file.ts";
import type { Input } from "./input.ts";
import type { Problem } from "./reading.ts";
import type { Block, Directive, Inclusion, Line } from "./tree.ts";

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

  /** What was read from the next line on; undefined where that was not read before, or would now be another thing. */
  recall(input: Input, depth: number): BlockReading | undefined {
    const first = input.peek()!;
    const known = this.#readings.get(first.includedFrom ?? first.file)?.get(first.offset);
    if (known === undefined || known.depth !== depth) return undefined;
    return known.looked.every((line, ahead) => isSame(line, input.peek(ahead))) ? known : undefined;
  }

  remember(reading: BlockReading): void {
    const first = reading.looked[0]!;
    const place = first.includedFrom ?? first.file;
    const known = this.#readings.get(place);
    if (known === undefined) this.#readings.set(place, new Map([[first.offset, reading]]));
    else known.set(first.offset, reading);
  }

  /** The same inclusion as before, where the same directive brings in the same file again. */
  sameInclusion(inclusion: Inclusion): Inclusion {
    const known = this.#inclusions.get(inclusion.directive);
    if (known !== undefined && known.file === inclusion.file && known.from === inclusion.from) return known;
    this.#inclusions.set(inclusion.directive, inclusion);
    return inclusion;
  }
}

/** Lines of one file that begin at one place differ only where a blank line was put in, or a part was cut out. */
function isSame(a: Line | undefined, b: Line | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return a.file === b.file && a.offset === b.offset && a.includedFrom === b.includedFrom && a.text === b.text;
}
