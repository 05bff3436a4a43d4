/** A form of English that is never right, and what to do about it. */
export interface GrammarForm {
  readonly pattern: RegExp;
  readonly advice: (groups: readonly string[]) => string;
}

/** Words as they stand in a message, whatever lines they were written in. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, " ");
}
