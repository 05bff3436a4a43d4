/** A word with the way it is to be painted. */
export interface Word {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Words in lines of at most so many columns, those after the first indented by two. A longer word has a line of its own. */
export function wrapped(words: readonly Word[], columns: number): string {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const { text, paint = (plain: string) => plain } of words) {
    if (width > 0 && width + 1 + text.length > columns) {
      lines.push(line);
      line = "  ";
      width = 2;
    } else if (width > 0) {
      line += " ";
      width += 1;
    }
    line += paint(text);
    width += text.length;
  }
  return [...lines, line].join("\n");
}

/** The words of a text. */
export function wordsOf(text: string, paint?: Word["paint"]): Word[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => (paint === undefined ? { text: word } : { text: word, paint }));
}
