import type { Operation } from "../apiref/model.ts";
import { type Span, span } from "../text/span.ts";
import { isEnglish, nearWords } from "./english.ts";

/** A word in the URL of an operation that is no word, and the word of the title that it means. */
export interface MisspeltStep {
  readonly word: string;
  readonly meant: string;
  readonly span: Span;
}

/** Shorter words are near to many others; longer ones are no words, and to try every letter of one takes the square of its length. */
const [SHORTEST, LONGEST] = [5, 30];

/** The words of an operation's URL, outside of its variables, of which one slip makes a word of the title that English has. */
export function misspeltSteps({ title, url, urlSpan }: Operation): MisspeltStep[] {
  const titled = new Set(title.toLowerCase().match(/[a-z]+/g));
  const plain = url.replace(/\{[^{}]*\}|\?.*/g, (hidden) => " ".repeat(hidden.length));
  return [...plain.matchAll(/[a-z]+/g)].flatMap(({ 0: word, index }) => {
    if (word.length < SHORTEST || word.length > LONGEST || titled.has(word) || isEnglish(word)) return [];
    // People begin and end a word as it is meant; otherwise it is another form of it (`schemas`), or a name (`vmedia`).
    const meant = nearWords(word).find(
      (near) => titled.has(near) && near[0] === word[0] && near.at(-1) === word.at(-1),
    );
    if (meant === undefined || urlSpan.file.text.slice(urlSpan.start, urlSpan.end) !== url) return [];
    const start = urlSpan.start + index;
    return [{ word, meant, span: span(urlSpan.file, start, start + word.length) }];
  });
}
