import type { Definition } from "../apiref/parameters-file.ts";
import { ITSELF, ownParagraphs, START, sentenceAt } from "../schema/own-sentences.ts";
import { ownFields } from "./own-fields.ts";

/** Sentences that tell what happens without the parameter. */
const MAY_LACK = [
  `${START}(?:(?:the|its) )?default(?: value)?(?: is|:| =) `,
  `${START}(?:it |and )?defaults to\\b`,
  "(?:^|[.;(] )(?:true|false|none|``[^`]+``) by default(?:$|[.;)])",
  `(?:^|[.;,] )if (?:(?:${ITSELF}|it) is )?not (?:given|provided|set|specified|supplied)\\b`,
  `${START}by default,? (?:the (?:value|[\\w-]+) is|this (?:value )?is|it is)\\b`,
  "^\\(?optional\\b[.,:)]",
  `\\b${ITSELF} is optional\\b`,
].map((source) => new RegExp(source, "i"));

/** Sentences that demand the parameter, without a condition. */
const MUST_HAVE = [
  `\\byou must (?:give|include|provide|set|specify|supply) (?:a value for )?${ITSELF}(?: in (?:your|the) request)?(?:$|\\.)`,
  `\\b${ITSELF} is (?:mandatory|required)(?: in (?:your|the) request)?(?:$|\\.)`,
  "^(?:mandatory|required)[.:]",
].map((source) => new RegExp(source, "i"));

/** Demands on a condition, which the text names: without it the parameter may be left out. */
const MUST_HAVE_IF = [
  `(?:^|[.(] ?)(?:${ITSELF} is )?(?:mandatory|required) (?:only )?(?:if|when|unless)\\b`,
].map((source) => new RegExp(source, "i"));

/** Sentences that say that a request may do without the parameter, which they call it by its name. */
const NOT_REQUIRED =
  /(?:``([\w-]+)``|\b(?:it|this (?:attribute|field|header|parameter|property|value))) is not required\b|(?:^|\n)[ \t]*not required (?:if|when|unless)\b|[.;(] ?not required (?:if|when|unless)\b/i;

/** Words of a demand, which may be one on certain conditions: such a text tells neither. */
const ANY_DEMAND =
  /\b(?:mandatory|required|requires?|must (?:be )?(?:give|include|provide|set|specif|suppl)[a-z]*)\b/i;

/**
 * Whether the text of a definition says that a request may leave the parameter out (`optional`: a default, `if not
 * specified`), or that it must not (`required`); undefined where it says neither, or both.
 */
export function toldRequirement({
  key,
  description,
}: Definition): { told: "optional" | "required"; words: string } | undefined {
  const text = ownParagraphs(description);
  const says = (sentences: readonly RegExp[]) =>
    sentences.map((sentence) => sentence.exec(text)).find((match) => match !== null);
  const [lacks, has] = [says(MAY_LACK), says(MUST_HAVE)];
  if (has !== undefined)
    return lacks === undefined ? { told: "required", words: sentenceAt(text, has.index) } : undefined;
  const denied = NOT_REQUIRED.exec(text);
  if (denied !== null && (denied[1] === undefined || key.endsWith(denied[1])))
    return { told: "optional", words: sentenceAt(text, denied.index) };
  const condition = says(MUST_HAVE_IF);
  if (condition !== undefined) return { told: "optional", words: sentenceAt(text, condition.index) };
  if (lacks === undefined || ANY_DEMAND.test(text)) return undefined;
  return { told: "optional", words: sentenceAt(text, lacks.index) };
}

/** Whether the text of a definition says that requests may leave out what its `required` demands. */
export function deniesDemand(definition: Definition): boolean {
  return (
    definition.required &&
    ownFields(definition).has("required") &&
    toldRequirement(definition)?.told === "optional"
  );
}

/** Keys whose ending says that the parameter may be left out. */
const OPTIONAL_KEY = /[-_](?:optional|not[-_]required)$/i;

/** Whether the key of a definition calls optional what its own `required` demands of the rows with these names. */
export function isCalledOptional(definition: Definition, names: Iterable<string>): boolean {
  const { key, required } = definition;
  if (
    !required ||
    definition.in === "path" ||
    !OPTIONAL_KEY.test(key) ||
    !ownFields(definition).has("required")
  )
    return false;
  // A property may itself be called `is_optional`.
  for (const name of names) if (OPTIONAL_KEY.test(name)) return false;
  return true;
}
