import type { Definition } from "../apiref/parameters-file.ts";

/** What the text of a definition says its value is, where its type excludes that. */
export interface ContraryType {
  /** What the text says, behind `is`: `a message`. */
  readonly told: string;
  /** The type to write. */
  readonly meant: string;
}

/**
 * The words of a description that its type excludes: a message typed `uuid`, an identifier or a name typed `boolean`, a list
 * with commas or a written time typed `integer`. Undefined where it says nothing of the kind.
 *
 * @param type as it is written, trimmed and in small letters
 */
export function contraryType({ description }: Definition, type: string): ContraryType | undefined {
  const text = description.trim().replace(/\s+/g, " ");
  if (type === "uuid") {
    const word = /^(?:the |an? )?(message|name|description|reason)\b/i.exec(text)?.[1];
    return word === undefined || /\b(?:uu)?ids?\b/i.test(text)
      ? undefined
      : stringOf(`a ${word.toLowerCase()}`);
  }
  if (type === "boolean") {
    const word = /^(?:the |an? )?(uuid|name|description|url) (?:for|of)\b/i.exec(text)?.[1];
    return word === undefined ? undefined : stringOf(`a ${/^u/i.test(word) ? word.toUpperCase() : word}`);
  }
  if (type !== "integer") return undefined;
  if (/\b(?:comma[- ]separated|separated by commas?|the comma \(``,``\))/i.test(text))
    return stringOf("a list with commas");
  return /\bISO 8601\b/.test(text) ? stringOf("a time that may be written out") : undefined;
}

function stringOf(told: string): ContraryType {
  return { told, meant: "string" };
}
