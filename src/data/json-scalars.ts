import type { JsonFault, JsonMistake } from "./json-fault.ts";
import type { JsonToken } from "./json-tokens.ts";

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Longer than any literal, so that a long word is not looked through. */
const LONGEST_WORD = 200;
/** What other languages write, in lower case → the literal that is meant. */
const NEARLY: ReadonlyMap<string, string> = new Map([
  ["none", "null"],
  ["nil", "null"],
  ["undefined", "null"],
  ["null", "null"],
  ["true", "true"],
  ["false", "false"],
]);
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})?/g;
const CONTROL = /\p{Cc}/u;

/** What is wrong with a word that stands for a value: it is none of JSON's literals, and no number. */
export function wordMistake(written: string): JsonMistake | undefined {
  const word = written.slice(0, LONGEST_WORD);
  if (word === "true" || word === "false" || word === "null" || NUMBER.test(word)) return undefined;
  return { kind: "word-unknown", written, meant: NEARLY.get(word.toLowerCase()) };
}

/** Escapes and control characters that a string may not have (RFC 8259, section 7); of either kind the first. */
export function* stringFaults(text: string, token: JsonToken): Iterable<JsonFault> {
  const start = token.start + 1;
  const inside = text.slice(start, token.end - 1);
  const control = CONTROL.exec(inside);
  if (control !== null)
    yield {
      mistake: { kind: "control-character", character: inside.codePointAt(control.index)! },
      offset: start + control.index,
      length: 1,
    };
  if (!inside.includes("\\")) return;
  for (const { index, 0: found } of inside.matchAll(ESCAPE)) {
    if (found.length > 1) continue;
    const written = inside.slice(index, index + 2);
    yield { mistake: { kind: "escape-unknown", written }, offset: start + index, length: 2 };
    return;
  }
}
