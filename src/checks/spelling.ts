import { MISSPELLINGS } from "./misspellings.ts";

/** A slip in a text: `start` and `end` are offsets in it. */
export interface SpellingSlip {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Code, addresses and what stands in quotes: what is written there is meant as it is. */
const NO_PROSE = /``[\s\S]*?``|`[^`]*`_{0,2}|"[^"\n]*"|\S*[/_:=<>{}@\\.]\S*\w/g;
/** Short words that are never meant twice, as "that that" may be, and "what they belong to to find them". */
const DOUBLED = /(?<![\w'-])(the|a|an|of|are|be|and|or|this|will|can|if|not)(\s+)\1(?![\w'-])/gi;
const WORD = /[A-Za-z][a-z']{2,}/g;

/** Words that stand twice, and misspellings that are no words at all. A text without either is looked at twice, no more. */
export function spellingSlips(text: string): SpellingSlip[] {
  const found: SpellingSlip[] = [];
  const prose = text.replace(NO_PROSE, (code) => code.replace(/\S/g, "\u0001"));
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
