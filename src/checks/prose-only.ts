/** Code and what stands in quotes, or a word of its own: pieces that follow each other, so that each character is looked at once. */
const PIECE = /``[\s\S]*?``|`[^`]*`_{0,2}|"[^"\n]*"|[^\s`"]+/g;
/** What makes an address, a name or an expression of a word. */
const OF_CODE = /[/_:=<>{}@\\.]/;

/** Stands for each character that is no prose. */
export const HIDDEN = "\u0001";

/** A text of the same length in which code, names, addresses and quotations are hidden, and everything else stands where it stood. */
export function proseOnly(text: string): string {
  return text.replace(PIECE, (piece, at: number) => {
    const end = endOfCode(piece, text[at + piece.length]);
    return piece.slice(0, end).replace(/\S/g, HIDDEN) + piece.slice(end);
  });
}

/** How much of a piece is meant as it is written, and is no prose. `next` is the character behind it. */
function endOfCode(piece: string, next: string | undefined): number {
  if (/^[`"]/.test(piece)) return piece.length;
  const code = piece.search(OF_CODE);
  if (code === -1) return 0;
  if (next === "`" || next === '"') return piece.length;
  // A full stop or a colon at the end of a word is punctuation.
  let end = piece.length;
  while (end > code + 1 && !/\w/.test(piece[end - 1]!)) end--;
  return end > code + 1 ? end : 0;
}
