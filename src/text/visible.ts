/**
 * Characters that a terminal obeys, or that turn the direction of writing round, break a line or are none: control
 * characters but line breaks and tabs, marks of direction, line and paragraph separators, half a surrogate pair.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** What begins a command to a CI runner wherever it stands in a line: `##[error]`, `##vso[task.setvariable …]`. */
const RUNNER_COMMAND = /##(\w*)\[/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A text of several lines as it can be shown to people: what would be obeyed instead of seen is written as `\u001b`. */
export function visibleLines(text: string): string {
  return text.replace(UNSEEN, escaped).replace(RUNNER_COMMAND, "##$1\\u005b");
}

/** A text as it can be shown to people in one line, as a file name. */
export function visible(text: string): string {
  return visibleLines(text).replace(/[\n\t]/g, escaped);
}

/** JSON in which such characters are escaped too, which JSON itself leaves as they are; it is read as the same value. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSEEN, escaped).replace(RUNNER_COMMAND, "##$1\\u005b");
}
