import type { Definition } from "../apiref/parameters-file.ts";

/** How JSON of a type begins, and how descriptions tell of it as of a second type. */
const TYPES: readonly [beginning: RegExp, words: RegExp][] = [
  [/^"/, /\b(?:or|as|either) (?:an? |the )?strings?\b/i],
  [/^-?\d/, /\b(?:or|either) (?:an? |the )?(?:numbers?|integers?|floats?)\b/i],
  [/^(?:true|false)/, /\b(?:or|either) (?:an? |the )?booleans?\b/i],
  [/^\[/, /\b(?:or|either) (?:an? |the )?(?:lists?|arrays?)\b/i],
  [/^\{/, /\b(?:or|either) (?:an? |the )?(?:objects?|dictionar(?:y|ies)|dicts?)\b/i],
];

/** Whether JSON is a number or a boolean in quotes, a slip whatever a text names. */
export function isQuotedLiteral(written: string): boolean {
  return /^"\s*(?:-?[\d.]+|true|false)\s*"$/i.test(written.trim());
}

/**
 * Whether a description names the type of a value that its definition excludes (`a string, or a number`, `requested as
 * strings`): then the text knows what the sample shows.
 *
 * @param written the value as the sample writes it, JSON
 */
export function namesType({ description }: Definition, written: string): boolean {
  const value = written.trim();
  if (isQuotedLiteral(value)) return false;
  const words = TYPES.find(([beginning]) => beginning.test(value))?.[1];
  return words?.test(description.replace(/\s+/g, " ")) === true;
}

/** Whether a description names a value as it is: `` ``auto`` ``, `*auto*`. */
export function namesText({ description }: Definition, written: string): boolean {
  if (isQuotedLiteral(written)) return false;
  const word = /^"([\w.:-]{2,40})"$/.exec(written.trim())?.[1];
  return word !== undefined && ['"', "'", "`", "*"].some((mark) => description.includes(mark + word + mark));
}
