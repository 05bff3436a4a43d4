/** Characters that nobody sees and that come along with copied texts: of no width, or a soft hyphen. */
export const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/;

/** A no-break space, which looks like a space and is none to YAML. */
export const NO_BREAK_SPACE = "\u00a0";

const ALL_INVISIBLE = new RegExp(INVISIBLE.source, "g");

/** A text without the characters that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(ALL_INVISIBLE, "");
}

/** `U+200B`: a character as people look it up. */
export function codePointName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
