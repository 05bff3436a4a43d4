import { articleSlips, articlesOfLiterals } from "./articles.ts";
import { grammarSlips } from "./grammar.ts";
import { MISSPELLINGS } from "./misspellings.ts";
import { type UnknownWord, unknownWords } from "./misspelt.ts";
import { proseOnly } from "./prose-only.ts";
import type { SpellingSlip } from "./spelling-slip.ts";

/** Short words that are never meant twice, as "that that" may be, and "what they belong to to find them". */
const DOUBLED =
  /(?<![\w'-])(the|a|an|of|are|be|and|or|this|will|can|if|not|as|at|for|from|with|your|its|their|each|when|which|must|should|may)(\s+)\1(?![\w'-])/gi;
const WORD = /[A-Za-z][a-z']{2,}/g;

/** What is misspelt in a text, and what may be. */
export interface Spelling {
  readonly slips: readonly SpellingSlip[];
  /** Words that are misspelt where the tree knows one that is near (`misspelt.ts`). */
  readonly unknown: readonly UnknownWord[];
}

/** Words that stand twice, wrong articles and misspellings; of a text each part of which is looked at a few times, no more. */
export function spellingOf(text: string): Spelling {
  const prose = proseOnly(text);
  return {
    slips: [
      ...wrongWords(prose),
      ...articleSlips(prose),
      ...articlesOfLiterals(text),
      ...grammarSlips(prose),
    ],
    unknown: unknownWords(prose).filter(({ word }) => !MISSPELLINGS.has(word)),
  };
}

function wrongWords(prose: string): SpellingSlip[] {
  const found: SpellingSlip[] = [];
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
