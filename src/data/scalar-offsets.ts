/**
 * Where the characters of a scalar's text stand in the YAML that says it: folded, plain or in quotes, its white space may be
 * other white space there, and quotes escape.
 *
 * @param text what the scalar stands for
 * @param written the scalar as it stands in the file, with its quotes or its `>`
 * @returns for each character of the text that is no white space its offset in `written`; undefined where the two do not match
 */
export function scalarOffsets(text: string, written: string): ReadonlyMap<number, number> | undefined {
  const offsets = new Map<number, number>();
  const quote = /^["']/.exec(written)?.[0];
  let at = quote === undefined ? (/^>[^\n]*/.exec(written)?.[0].length ?? 0) : 1;
  for (const { 0: character, index } of text.matchAll(/\S/g)) {
    at = beginningAt(written, at, quote);
    if (written[at] !== character) return undefined;
    offsets.set(index, at);
    at++;
  }
  return offsets;
}

/** White space, a break that a backslash takes away, and escaped white space: `\n`, `\t`. */
const BLANKS = { plain: /\s+/y, "'": /\s+/y, '"': /(?:\s|\\[\nnrt ])+/y };

/** Where the next character begins: behind white space, and behind what escapes it. */
function beginningAt(written: string, at: number, quote: string | undefined): number {
  const blanks = BLANKS[(quote ?? "plain") as keyof typeof BLANKS];
  blanks.lastIndex = at;
  const next = blanks.test(written) ? blanks.lastIndex : at;
  const isEscaped = quote === '"' ? written[next] === "\\" : quote === "'" && written.startsWith("''", next);
  return isEscaped ? next + 1 : next;
}
