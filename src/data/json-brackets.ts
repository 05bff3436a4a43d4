import { closerOf, type Opener } from "./json-fault.ts";
import type { JsonToken } from "./json-tokens.ts";

/** An object or array that is open while the text is read. */
export interface Frame {
  readonly kind: Opener;
  readonly open: JsonToken;
  /** Indentation of the line on which it opens, and where that line begins. */
  readonly indent: number;
  readonly line: number;
  /** Start of the value that was read last; a forgotten `[` may belong there. */
  value: number;
  empty: boolean;
}

/** A place where a bracket may have been forgotten. */
interface Guess {
  readonly offset: number;
  readonly bracket: string;
}

/** A place for a forgotten bracket is tried out by reading; longer texts are not read again and again. */
const LONGEST_TRIAL = 1_000_000;
const MOST_TRIALS = 16;

/** The brackets that are open at a place of a text, and where the indentation says that one was forgotten. */
export class OpenBrackets {
  readonly #text: string;
  readonly #stack: Frame[] = [];
  readonly #guesses: Guess[] = [];
  #lineStart = 0;
  #indent = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get innermost(): Frame | undefined {
    return this.#stack.at(-1);
  }

  get outer(): Frame | undefined {
    return this.#stack.at(-2);
  }

  /** Notes on which line a token stands. @param from where the search for its line begins */
  noteLine(token: JsonToken, from: number, previous: JsonToken | undefined): void {
    const lineStart = lastLineStart(this.#text, from, token.start);
    if (lineStart === undefined && previous !== undefined) return;
    this.#lineStart = lineStart ?? 0;
    this.#indent = token.start - this.#lineStart;
    const guess = this.#guessAt(token, previous);
    if (guess !== undefined && this.#guesses.length < MOST_TRIALS) this.#guesses.push(guess);
  }

  open(kind: Opener, open: JsonToken): void {
    this.#stack.push({
      kind,
      open,
      indent: this.#indent,
      line: this.#lineStart,
      value: open.start,
      empty: true,
    });
  }

  close(): void {
    this.#stack.pop();
  }

  /** A line that is indented no deeper than the line that opened the innermost bracket should begin by closing it. */
  #guessAt(token: JsonToken, previous: JsonToken | undefined): Guess | undefined {
    const frame = this.innermost;
    if (frame === undefined || previous === undefined || frame.line === this.#lineStart) return undefined;
    const closes = token.kind === "}" || token.kind === "]";
    const isBack = closes
      ? this.#indent < frame.indent
      : this.#indent <= frame.indent && previous !== frame.open;
    if (!isBack) return undefined;
    // the bracket goes before the comma that separates the object from what follows
    return {
      offset: previous.kind === "," ? previous.start : previous.end,
      bracket: closerOf(frame.kind),
    };
  }

  /** The first of the places where writing the bracket mends the text. */
  missing(isMended: (text: string) => boolean): Guess | undefined {
    const frame = this.innermost;
    const trials = [...this.#guesses];
    if (frame?.kind === "{" && !frame.empty) trials.push({ offset: frame.value, bracket: "[" });
    const text = this.#text;
    if (text.length > LONGEST_TRIAL) return trials[0];
    return trials.find(({ offset, bracket }) =>
      isMended(text.slice(0, offset) + bracket + text.slice(offset)),
    );
  }
}

/** The start of the last line that begins between two offsets. */
function lastLineStart(text: string, from: number, to: number): number | undefined {
  const between = text.slice(from, to);
  const feed = Math.max(between.lastIndexOf("\n"), between.lastIndexOf("\r"));
  return feed < 0 ? undefined : from + feed + 1;
}
