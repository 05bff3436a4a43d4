/** A bracket that opens. */
export type Opener = "{" | "[";

/** The bracket that closes what another opens. */
export function closerOf(opener: Opener): "}" | "]" {
  return opener === "{" ? "}" : "]";
}

/** `written` is a stretch of the text as it stands, whatever its length; `line` is a line of the file, from 1. */
export type JsonMistake =
  /** Reading goes on behind these. */
  | { readonly kind: "comment" }
  /** White space that JSON does not have, by its code point. */
  | { readonly kind: "foreign-space"; readonly character: number }
  /** What stands for what is left out: `...`. */
  | { readonly kind: "ellipsis"; readonly written: string }
  | { readonly kind: "comma-before-closer"; readonly written: string }
  | { readonly kind: "comma-twice" }
  | { readonly kind: "comma-missing"; readonly behind: string }
  | { readonly kind: "single-quotes"; readonly written: string }
  | { readonly kind: "name-unquoted"; readonly written: string }
  | {
      readonly kind: "name-twice";
      readonly written: string;
      readonly line: number;
      /** The object stands in a list and has no other name before it: two objects were meant. */
      readonly isAlone: boolean;
    }
  | { readonly kind: "object-unopened"; readonly written: string }
  /** `meant` is how JSON writes what another language writes so. */
  | { readonly kind: "word-unknown"; readonly written: string; readonly meant: string | undefined }
  | { readonly kind: "control-character"; readonly character: number }
  | { readonly kind: "escape-unknown"; readonly written: string }
  /** These leave the rest unclear. */
  | {
      readonly kind: "string-unended";
      readonly written: string;
      /** In how many further lines it ends; 0 where it does in none. */
      readonly linesBelow: number;
    }
  /** The bracket belongs where the fault is. */
  | { readonly kind: "bracket-missing"; readonly bracket: string }
  | { readonly kind: "never-closed"; readonly opener: Opener; readonly line: number }
  | { readonly kind: "inner-unclosed"; readonly opener: Opener; readonly written: string }
  | { readonly kind: "closes-nothing"; readonly written: string }
  | {
      readonly kind: "closes-other";
      readonly opener: Opener;
      readonly line: number;
      readonly written: string;
    }
  | { readonly kind: "value-missing"; readonly written: string }
  | { readonly kind: "value-expected"; readonly written: string }
  | { readonly kind: "comma-behind-all" }
  | { readonly kind: "comma-first"; readonly opener: Opener }
  | { readonly kind: "comma-for-value" }
  | { readonly kind: "colon-unexpected" }
  | { readonly kind: "colon-missing"; readonly written: string }
  | { readonly kind: "behind-all"; readonly written: string }
  | { readonly kind: "comma-or-closer-expected"; readonly opener: Opener; readonly written: string }
  | { readonly kind: "name-expected"; readonly written: string }
  | { readonly kind: "name-alone"; readonly written: string }
  | { readonly kind: "empty" }
  | { readonly kind: "too-deep"; readonly most: number }
  /** It is refused for what none of these says. */
  | { readonly kind: "unknown" };

/** Why a text is no JSON (RFC 8259), and where. */
export interface JsonFault {
  readonly mistake: JsonMistake;
  readonly offset: number;
  readonly length: number;
}

/** The line of an offset, as people count it in the file where the text stands: from 1. */
export type LineAt = (offset: number) => number;
