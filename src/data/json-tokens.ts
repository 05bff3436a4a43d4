/**
 * What a stretch of a text is to JSON. `word` is anything that looks like a literal or number (`true`, `12`, `None`);
 * `single-quoted`, `comment`, `ellipsis`, `space` (white space that JSON does not have) and `other` are none of it.
 */
export type JsonTokenKind =
  | "{"
  | "}"
  | "["
  | "]"
  | ":"
  | ","
  | "string"
  | "unclosed-string"
  | "word"
  | "single-quoted"
  | "comment"
  | "ellipsis"
  | "space"
  | "other"
  | "end";

/** A token with its offsets, `end` exclusive. */
export interface JsonToken {
  readonly kind: JsonTokenKind;
  readonly start: number;
  readonly end: number;
}

const WHITE = /[ \t\r\n]*/y;
const WORD = /[\w+.-]+/y;
const ELLIPSIS = /\.{2,}|…/y;
const FOREIGN_SPACE = /[\u00a0\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+/y;
const LINE_COMMENT = /(?:#|\/\/)[^\r\n]*/y;

/** The token at or after an offset. Takes any text and always moves on. */
export function jsonToken(text: string, from: number): JsonToken {
  WHITE.lastIndex = from;
  WHITE.test(text);
  const start = WHITE.lastIndex;
  const character = text[start];
  if (character === undefined) return { kind: "end", start, end: start };
  switch (character) {
    case "{":
    case "}":
    case "[":
    case "]":
    case ":":
    case ",":
      return { kind: character, start, end: start + 1 };
    case '"':
      return string(text, start);
    case "'":
      return singleQuoted(text, start);
    case "/":
      if (text[start + 1] === "*") {
        const close = text.indexOf("*/", start + 2);
        return { kind: "comment", start, end: close < 0 ? text.length : close + 2 };
      }
  }
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { kind, start, end: pattern.lastIndex };
  }
  return { kind: "other", start, end: start + 1 };
}

const PATTERNS: readonly (readonly [JsonTokenKind, RegExp])[] = [
  ["comment", LINE_COMMENT],
  ["ellipsis", ELLIPSIS],
  ["word", WORD],
  ["space", FOREIGN_SPACE],
];

/** A string ends at its quote; where its line ends first it is unclosed. */
function string(text: string, start: number): JsonToken {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { kind: "string", start, end: at + 1 };
    if (code === 0x5c) at++;
    else if (code === 0x0a || code === 0x0d) return { kind: "unclosed-string", start, end: at };
  }
  return { kind: "unclosed-string", start, end: text.length };
}

function singleQuoted(text: string, start: number): JsonToken {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x27) return { kind: "single-quoted", start, end: at + 1 };
    if (code === 0x5c) at++;
    else if (code === 0x0a || code === 0x0d) break;
  }
  return { kind: "other", start, end: start + 1 };
}

/** The rest of a string that goes on below its line: text, a quote, and what may stand behind a value. */
const REST = /\s*[^\s"][^"]{0,4000}"(?=\s*(?:[,}\]]|$))/y;

/** In how many lines further down a string ends whose line ends at an offset; 0 where it does in none. */
export function linesBelow(text: string, at: number): number {
  REST.lastIndex = at;
  return (
    REST.exec(text)?.[0]
      .trimEnd()
      .match(/\r\n|\n|\r/g) ?? []
  ).length;
}
