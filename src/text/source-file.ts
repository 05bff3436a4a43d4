/** A place in a text as people count: both numbers start at 1, columns are UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that was read, under the absolute path it was read from (with `/`). */
export class SourceFile {
  readonly path: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /** Offsets at which the lines begin; computed on first use. `\r\n`, `\n` and `\r` end a line. */
  get lineStarts(): readonly number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      for (const match of this.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }

  /** What ends the first line, and so most likely all; `\n` where there is one line only. */
  get lineBreak(): string {
    return /\r\n|\n|\r/.exec(this.text)?.[0] ?? "\n";
  }

  /** The line and column of an offset (0 to the length of the text; beyond it, the end). */
  positionAt(offset: number): Position {
    const starts = this.lineStarts;
    const wanted = Math.min(Math.max(offset, 0), this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - starts[low]! + 1 };
  }

  /** The offset of a position (lines and columns from 1). */
  offsetAt(position: Position): number {
    const start = this.lineStarts[position.line - 1] ?? this.text.length;
    return Math.min(start + position.column - 1, this.text.length);
  }

  /** The text of a line (from 1) without its line break; empty beyond the end. */
  lineText(line: number): string {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return "";
    let end = this.lineStarts[line] ?? this.text.length;
    while (end > start && isLineBreak(this.text.charCodeAt(end - 1))) end--;
    return this.text.slice(start, end);
  }
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
