import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { isEnglish, nearWords } from "./english.ts";

/** A word of prose that the dictionary does not have, in small letters, and its offset. */
export interface UnknownWord {
  readonly word: string;
  readonly start: number;
}

/** So often a slip may have been copied; what stands more often is a word of the trade. */
const MOST_COPIES = 3;

/** Longer words of which one letter is wrong are seldom others. */
const SHORTEST = 5;

/** Shorter words with a capital may be names that are near to a word by chance. */
const SHORTEST_NAME = 8;

/** Longer ones are no words; to try every letter of one takes as long as the square of its length. */
const LONGEST = 30;

/** A word, not the first part of one with a hyphen or an apostrophe; a genitive counts as the word. */
const WORD = new RegExp(`(?<![A-Za-z])[A-Za-z]{${SHORTEST},${LONGEST}}(?=(?:'s|s')?(?![\\w'-]))`, "g");

/** The words of a prose that the dictionary does not have; short names are left alone, which begin with a capital inside of a sentence. */
export function unknownWords(prose: string): UnknownWord[] {
  return [...prose.matchAll(WORD)].flatMap(({ 0: written, index }) => {
    const before = prose[index - 1] ?? "";
    if (/[^\s("'[*]/.test(before)) return [];
    if (!/^[A-Z]?[a-z]+$/.test(written)) return [];
    if (
      written.length < SHORTEST_NAME &&
      /^[A-Z]/.test(written) &&
      !/(?:^|[.!?:]\s+|\n\s*\n\s*)$/.test(prose.slice(Math.max(0, index - 8), index))
    )
      return [];
    const word = written.toLowerCase();
    return isEnglish(word) ? [] : [{ word, start: index }];
  });
}

/**
 * What is meant by words that the dictionary does not have, where they are slips: seldom in the tree, and one slip away from a
 * word that the tree has at least as often. Names and words of the trade, which no dictionary has, are so near to none.
 *
 * @param unknown the words, each in small letters
 * @param files the texts of the tree
 */
export function meantWords(
  unknown: Iterable<{ readonly word: string }>,
  files: Iterable<SourceFile>,
): ReadonlyMap<string, string> {
  const near = new Map<string, readonly string[]>();
  for (const one of unknown) if (!near.has(one.word)) near.set(one.word, possibleWords(one));
  const countOf = countsOf(new Set([...near].flat(2)), files);
  const meant = new Map<string, string>();
  for (const [word, possible] of near) {
    const count = countOf(word);
    if (count > MOST_COPIES) continue;
    const [first, ...others] = possible.filter((other) => countOf(other) >= count);
    if (first === undefined) continue;
    meant.set(
      word,
      others.reduce((best, other) => (countOf(other) > countOf(best) ? other : best), first),
    );
  }
  return meant;
}

const possibleWords = remembered(({ word }: { readonly word: string }): readonly string[] =>
  nearWords(word).filter((other) => isSlip(word, other)),
);

/** How often some words stand in all files. */
function countsOf(words: ReadonlySet<string>, files: Iterable<SourceFile>): (word: string) => number {
  const counts = new Map<string, number>();
  if (words.size > 0)
    for (const file of files)
      for (const [word, count] of countedWords(file))
        if (words.has(word)) counts.set(word, (counts.get(word) ?? 0) + count);
  return (word) => counts.get(word) ?? 0;
}

/** How often each word stands in a file, in code, too. */
const countedWords = remembered(({ text }: SourceFile): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const written of text.match(/[A-Za-z]{4,}/g) ?? []) {
    const word = written.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
});

/**
 * Whether a word may be another with a slip: not another form of it (`proxied`, `proxies`), nor a short form (`param`), and what
 * people begin a word with is seldom wrong, unless its first letters changed places.
 */
function isSlip(word: string, other: string): boolean {
  if (word[0] !== other[0]) return word[0] === other[1] && word[1] === other[0];
  const isOtherEnding =
    word === other.slice(0, -1) ||
    (word.slice(0, -1) === other && word.at(-1) !== word.at(-2)) ||
    (word.length === other.length && word.slice(0, -1) === other.slice(0, -1));
  return !isOtherEnding;
}
