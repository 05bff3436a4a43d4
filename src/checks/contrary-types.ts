import type { Definition } from "../apiref/parameters-file.ts";
import { describedType } from "../schema/described-type.ts";
import type { JsonType } from "../schema/types.ts";

/** What the text of a definition says its value is, where its type excludes that. */
export interface ContraryType {
  /** What the text says, behind `is`: `a message`. */
  readonly told: string;
  /** The type to write. */
  readonly meant: string;
  /** Nobody puts it so who has the declared type in mind: where samples show that, the description is wrong. */
  readonly isPlain?: true;
}

/**
 * The words of a description that its type excludes: a message typed `uuid`, an identifier or a name typed `boolean`, a list
 * with commas or a written time typed `integer`, and what a description of a body begins with (`Whether …` typed `string`). Undefined
 * where it says nothing of the kind.
 *
 * @param type as it is written, trimmed and in small letters
 */
export function contraryType(definition: Definition, type: string): ContraryType | undefined {
  const { description } = definition;
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
  const isOpen = !definition.fields.has("enum") && DECLARED.has(type) && !MAY_BE_TEXT.test(text);
  // A list in a query is written as a text.
  if (isOpen && (definition.in === "body" || (definition.in === "query" && /^whether\b/i.test(text)))) {
    if (type === "integer" && /^(?:the |an? )?UUID (?:for|of)\b/i.test(text))
      return { ...stringOf("a UUID"), isPlain: true };
    const said = describedType(text);
    const words = said === undefined ? undefined : WORDS.get(said);
    // An object that has many things is a list of them to some.
    const isLoose = said === "array" && type === "object" && !/\b(?:ordered|sorted|array)\b/i.test(text);
    if (words !== undefined && said !== type && !isLoose)
      return {
        told: words,
        meant: said!,
        ...(said === "boolean" && type !== "string" ? { isPlain: true } : {}),
      };
  }
  if (type !== "integer") return undefined;
  if (/\b(?:comma[- ]separated|separated by commas?|the comma \(``,``\))/i.test(text))
    return stringOf("a list with commas");
  return /\bISO 8601\b/.test(text) ? stringOf("a time in ISO 8601, too,") : undefined;
}

/** The types that exclude what a description begins with. */
const DECLARED: ReadonlySet<string> = new Set(["string", "object", "array", "integer"]);
/** What the first words of a description say beyond doubt; a number may be written as a text. */
const WORDS: ReadonlyMap<JsonType, string> = new Map([
  ["array", "a list"],
  ["object", "an object"],
  ["boolean", "true or false"],
]);
/** Signs of a text that holds a list, an object or a word for true, and of a list of the values that there are. */
const MAY_BE_TEXT =
  /``|["'|]|\b(?:strings?|json|serializ\w+|encod\w+|format|comma|separated|delimit\w+|such as|ranges?|(?:valid|possible|allowed|following) values?|values? (?:is|are|may|can|must)|empty|one of|yes|no|enabled?|disabled?|either)\b/i;

function stringOf(told: string): ContraryType {
  return { told, meant: "string" };
}
