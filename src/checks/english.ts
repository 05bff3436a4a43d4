import { englishWords } from "../files/bundle.ts";
import { once } from "../text/once.ts";

const words = once(() => new Set(englishWords().split("\n")));

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
    words().has(word) ||
    BRITISH.some(([ending, american]) => ending.test(word) && words().has(word.replace(ending, american)))
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
  return [...made].filter((one) => words().has(one));
}
