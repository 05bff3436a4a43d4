/** A form of English that is never right, and what to do about it. */
export interface GrammarForm {
  /** Pieces in small letters, without any of which a text has no such form and need not be searched. */
  readonly needs?: readonly string[];
  readonly pattern: RegExp;
  readonly advice: (groups: readonly string[]) => string;
}

/** Words as they stand in a message, whatever lines they were written in. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, " ");
}
