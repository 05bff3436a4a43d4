import { append } from "../text/append.ts";
import { cut, dedent, trimBlank } from "./lines.ts";
import type { Line } from "./tree.ts";

/** Lines that belong together, and whether a blank line (or the end of the input) follows as it should. */
export interface Taken {
  readonly lines: Line[];
  readonly finished: boolean;
}

/**
 * The lines still to be read. They are kept last first, so that an inclusion costs no more than the lines that it
 * inserts. The `take…` methods are the `get_…indented` of docutils' `statemachine.py`.
 */
export class Input {
  readonly #rest: Line[];
  /** The lines taken since `watch`, and how many lines were looked at in all since then; undefined before it. */
  #watched: { taken: Line[]; looked: number } | undefined;

  constructor(lines: readonly Line[]) {
    this.#rest = lines.toReversed();
  }

  /** The line so many lines ahead; undefined beyond the end. */
  peek(ahead = 0): Line | undefined {
    const watched = this.#watched;
    if (watched !== undefined) watched.looked = Math.max(watched.looked, watched.taken.length + ahead + 1);
    return this.#rest[this.#rest.length - 1 - ahead];
  }

  /** The text of the line so many lines ahead; undefined beyond the end. */
  text(ahead = 0): string | undefined {
    return this.peek(ahead)?.text;
  }

  /** Whether a blank line or the end is so many lines ahead. */
  isBlank(ahead = 0): boolean {
    return (this.text(ahead) ?? "") === "";
  }

  /** How many blank lines follow, from so many lines ahead on. */
  blankLines(from = 0): number {
    let count = 0;
    while (this.text(from + count) === "") count++;
    return count;
  }

  /** How many lines of text follow, up to a blank or indented one, from so many lines ahead on. */
  textLines(from = 0): number {
    let count = 0;
    while (!this.isBlank(from + count) && !this.text(from + count)!.startsWith(" ")) count++;
    return count;
  }

  /** Goes on by some lines and gives them. */
  take(count: number): Line[] {
    const lines = this.#rest.splice(Math.max(0, this.#rest.length - count)).reverse();
    if (this.#watched !== undefined) append(this.#watched.taken, lines);
    return lines;
  }

  /** Goes on by some lines that nobody needs. */
  skip(count: number): void {
    this.#rest.length -= count;
  }

  /** Whether these lines are next; `undefined` stands for the end. */
  begins(lines: readonly (Line | undefined)[], isSame: (a: Line, b: Line) => boolean): boolean {
    const last = this.#rest.length - 1;
    for (let ahead = 0; ahead < lines.length; ahead++) {
      const wanted = lines[ahead];
      const line = this.#rest[last - ahead];
      if (wanted !== line && (wanted === undefined || line === undefined || !isSame(wanted, line)))
        return false;
    }
    return true;
  }

  skipBlank(): void {
    while (this.text() === "") this.#rest.pop();
  }

  /** Begins to keep account of the lines that are taken and looked at. */
  watch(): void {
    this.#watched = { taken: [], looked: 0 };
  }

  /** The lines that were looked at since `watch`, in order, and how many of them were taken. */
  watched(): { readonly looked: readonly (Line | undefined)[]; readonly taken: number } {
    const { taken, looked } = this.#watched ?? { taken: [], looked: 0 };
    this.#watched = undefined;
    const ahead = Array.from({ length: Math.max(0, looked - taken.length) }, (_, index) => this.peek(index));
    return { looked: [...taken, ...ahead], taken: taken.length };
  }

  /** Puts lines before the next one. */
  insert(lines: readonly Line[]): void {
    for (let index = lines.length - 1; index >= 0; index--) this.#rest.push(lines[index]!);
  }

  /** The indented lines ahead, up to the first that is not; without their common indentation. */
  takeIndented(): Taken {
    return this.#shaped(this.#indentedFrom(0, 1, false), (lines) => trimBlank(dedent(lines)));
  }

  /** The next line from a column on, and the lines below that are indented at least as far. */
  takeFrom(column: number): Taken {
    return this.#shaped(this.#indentedFrom(1, column, false), ([first, ...others]) =>
      trimBlank([
        cut(first!, column),
        ...others.map((line) => (line.text === "" ? line : cut(line, column))),
      ]),
    );
  }

  /**
   * The next line from a column on, and the indented lines below it without their common indentation. Blank lines
   * at both ends go, except that a directive keeps its first line even if nothing stands behind `::`.
   */
  takeBody(column: number, { untilBlank = false, keepFirst = false } = {}): Taken {
    return this.#shaped(this.#indentedFrom(1, 1, untilBlank), ([first, ...others]) => {
      const lines = [cut(first!, column), ...dedent(others)];
      return keepFirst ? lines : trimBlank(lines);
    });
  }

  /** How many lines from `start` ahead on are blank or indented by so many columns. */
  #indentedFrom(start: number, indent: number, untilBlank: boolean): { count: number; finished: boolean } {
    let count = start;
    for (; ; count++) {
      const text = this.text(count);
      if (text === undefined) return { count, finished: true };
      if (text === "") {
        if (untilBlank) return { count, finished: true };
        continue;
      }
      if (!isIndented(text, indent)) return { count, finished: count > 0 && this.isBlank(count - 1) };
    }
  }

  #shaped(
    { count, finished }: { count: number; finished: boolean },
    shape: (lines: Line[]) => Line[],
  ): Taken {
    return { lines: shape(this.take(count)), finished };
  }
}

function isIndented(text: string, columns: number): boolean {
  for (let column = 0; column < columns; column++) if (text.charCodeAt(column) !== 32) return false;
  return true;
}
