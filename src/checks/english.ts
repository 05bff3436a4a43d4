import { englishWords } from "../files/bundle.ts";
import { once } from "../text/once.ts";

const words = once(englishWords);

/** British endings, and how they are spelt in America, whose words the dictionary has. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/our/, "or"],
  [/is(e|ed|es|ing|ations?|ers?)$/, "iz$1"],
  [/ys(e|ed|es|ing)$/, "yz$1"],
  [/ll(ed|ing|ers?)$/, "l$1"],
  [/l(ment)$/, "ll$1"],
  [/re(s?)$/, "er$1"],
  [/ence(s?)$/, "ense$1"],
  [/ogue(s?)$/, "og$1"],
];

/** Whether a word in small letters is spelt as the dictionary has it, in America or in Britain. */
export function isEnglish(word: string): boolean {
  return (
    isListed(word, words()) ||
    BRITISH.some(
      ([ending, american]) => ending.test(word) && isListed(word.replace(ending, american), words()),
    )
  );
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** The words of the dictionary that one slip makes of a word: a letter too many, missing or wrong, or two that changed places. */
export function nearWords(word: string): string[] {
  const made = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at)];
    made.add(before + behind.slice(1));
    if (behind.length > 1) made.add(before + behind[1] + behind[0] + behind.slice(2));
    for (const letter of LETTERS) made.add(before + letter + behind).add(before + letter + behind.slice(1));
  }
  made.delete(word);
  return [...made].filter((one) => isListed(one, words()));
}

/**
 * Whether a word is in a list that is sorted, one a line: by halving. To make a set of 80,000 words takes a tenth of a small run.
 *
 * @param list with a line feed behind each word
 */
export function isListed(word: string, list: string): boolean {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const start = list.lastIndexOf("\n", Math.floor((from + to - 1) / 2) - 1) + 1;
    const order = compareLine(list, start, word);
    if (order === 0) return true;
    if (order > 0) to = start;
    else from = list.indexOf("\n", start) + 1;
  }
  return false;
}

/** Negative where a line comes before a word, positive where it comes behind it. */
function compareLine(list: string, start: number, word: string): number {
  for (let at = 0; at < word.length; at++) {
    const difference = list.charCodeAt(start + at) - word.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return list[start + word.length] === "\n" ? 0 : 1;
}
