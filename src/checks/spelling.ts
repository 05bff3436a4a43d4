import { MISSPELLINGS } from "./misspellings.ts";

/** A slip in a text: `start` and `end` are offsets in it. */
export interface SpellingSlip {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Code and what stands in quotes, or a word of its own: pieces that follow each other, so that each character is looked at once. */
const PIECE = /``[\s\S]*?``|`[^`]*`_{0,2}|"[^"\n]*"|[^\s`"]+/g;
/** What makes an address, a name or an expression of a word. */
const OF_CODE = /[/_:=<>{}@\\.]/;
/** Short words that are never meant twice, as "that that" may be, and "what they belong to to find them". */
const DOUBLED = /(?<![\w'-])(the|a|an|of|are|be|and|or|this|will|can|if|not)(\s+)\1(?![\w'-])/gi;
const WORD = /[A-Za-z][a-z']{2,}/g;

/** Words that stand twice, and misspellings that are no words at all. A text without either is looked at twice, no more. */
export function spellingSlips(text: string): SpellingSlip[] {
  const found: SpellingSlip[] = [];
  const prose = text.replace(PIECE, (piece, at: number) => {
    const end = endOfCode(piece, text[at + piece.length]);
    return piece.slice(0, end).replace(/\S/g, "\u0001") + piece.slice(end);
  });
  for (const match of prose.matchAll(DOUBLED)) {
    const start = match.index + match[1]!.length + match[2]!.length;
    // A list of letters or a new sentence may begin with the same word.
    if (/\n\s*\n/.test(match[2]!)) continue;
    found.push({
      start,
      end: match.index + match[0].length,
      message: `\`${match[1]!.toLowerCase()}\` stands twice. Remove one.`,
    });
  }
  for (const { 0: word, index } of prose.matchAll(WORD)) {
    const meant = MISSPELLINGS.get(word.toLowerCase());
    if (
      meant === undefined ||
      /[\w-]/.test(prose[index - 1] ?? "") ||
      /[\w-]/.test(prose[index + word.length] ?? "")
    )
      continue;
    found.push({
      start: index,
      end: index + word.length,
      message: `\`${word}\` is misspelt. Write \`${/^[A-Z]/.test(word) ? meant[0]!.toUpperCase() + meant.slice(1) : meant}\`.`,
    });
  }
  return found;
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
