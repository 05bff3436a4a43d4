/**
 * The inline markup recognition rules of docutils (`Inliner.init_customizations`, `utils/punctuation_chars.py`) as
 * parts of regular expressions with the `u` flag.
 */

/** White space, opening brackets and quotes, dashes and slashes may stand before markup. */
export const BEFORE_MARKUP = "(?<=^|[\\s\"'<\\-/:\\p{Ps}\\p{Pi}\\p{Pf}]|(?![\\0-\\x7f])[\\p{Pd}\\p{Po}])";

/** White space, closing brackets and quotes, and punctuation may stand behind markup. */
export const AFTER_MARKUP =
  "(?=$|[\\s\"'>\\-/:\\\\.,;!?\\p{Pe}\\p{Pi}\\p{Pf}]|(?![\\0-\\x7f])[\\p{Pd}\\p{Po}])";

const PAIRS = new Map([
  ["'", "'"],
  ['"', '"'],
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["‘", "’"],
  ["“", "”"],
  ["„", "“"],
]);

/** Whether markup at a place would be quoted, as the star in `"*"`: then it is text. */
export function isQuoted(text: string, start: number, end: number): boolean {
  if (end >= text.length) return true;
  return start > 0 && PAIRS.get(text[start - 1]!) === text[end];
}
