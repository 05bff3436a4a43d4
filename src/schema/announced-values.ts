import type { Definition } from "../apiref/parameters-file.ts";
import { remembered } from "../text/remembered.ts";
import { singular } from "../text/words.ts";
import { valueListsIn } from "./value-lists.ts";

/**
 * The values that the description of a definition announces (`Valid values are ``a`` and ``b``.`, `One of:` and a list),
 * in their order; undefined where it announces none in an unmistakable form.
 *
 * Only what is said of the whole value counts. A sentence about a case (`For a gear of wood …`), a list that goes on
 * (`such as`, `and so on`), and a text by which letters do not matter, more values are allowed or several may stand
 * between commas announce none.
 */
export const announcedValues = remembered(({ key, description }: Definition) => valuesIn(description, key));

function valuesIn(description: string, key: string): readonly string[] | undefined {
  if (OPEN.test(description)) return undefined;
  const only = ONLY.exec(description)?.[1];
  if (only !== undefined) return [only];
  const lists = [...valueListsIn(description)].map((list) => ({
    ...list,
    lead: sentenceBefore(description, list.start),
  }));
  const announced = lists.find((list) =>
    list.lead === ""
      ? list.form === "sentence"
      : !CASE.test(list.lead) &&
        (list.form === "words" ? announcesWords(list.lead, list.values, key) : announces(list.lead, key)),
  );
  if (announced === undefined) return undefined;
  const listed = new Set(announced.values);
  const isOther = (value: string): boolean => !listed.has(value);
  const hasOthers = lists.some(
    ({ lead, values }) => SAYS.test(lead) && !OF_ANOTHER.test(lead) && values.some(isOther),
  );
  const former = formerValues(description.slice(announced.end), isOther);
  if (
    hasOthers ||
    isContinued(description.slice(announced.start), (value) => isOther(value) && !former.has(value))
  )
    return undefined;
  return [...announced.values, ...former];
}

/** `The only valid value is ``a``.` */
const ONLY =
  /\bthe only (?:valid|allowed|permitted|accepted|possible|supported) value is:? ``([^`\n]{1,60})``(?=[.;]?(?:\s|$))/i;

/** How listed values were written at other microversions: `Before 2.4, ``dim`` was shown as ``low``.` */
function formerValues(text: string, isOther: (value: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sentence of text.split(/\.(?=\s|$)/)) {
    if (!/\b(?:prior to|before|until|formerly|previously|(?:older|earlier) versions?)\b/i.test(sentence))
      continue;
    const [first, ...others] = [...sentence.matchAll(/``([^`\n]{1,60})``/g)].map(([, value]) => value!);
    if (
      first !== undefined &&
      !isOther(first) &&
      /\b(?:represented|shown|written|called|named|known|returned)\b/i.test(sentence)
    )
      for (const other of others) if (isOther(other)) found.add(other);
  }
  return found;
}

/** What makes a list one of examples, or one value of several. */
const OPEN =
  /\bcase[- ]?insensitive|\bregardless of case|\bcomma[- ]separated|\bseparated (?:by|with) (?:a )?commas?|\bnot limited to\b/i;

/** What is said of a case, of an item of another list, or as an example. */
const CASE =
  /^(?:if|when|for|in|on|at|with|without|since|until|after|before|during|while|once|as|unless|otherwise|usually)\b|\b(?:if|when|where|unless|such as|like|examples?|e\.g|i\.e|includ(?:e[sd]?|ing)|not)\b|(?:^|\n)[-*+] /i;

/** What stands of a sentence, or of the last line of a list, before a place in a text. */
function sentenceBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - LONGEST_LEAD), end);
  const sentences = before.trimEnd().split(/(?<!\b(?:e\.?g|i\.?e|etc|vs))[.!?](?=\s|$)|\n[^\S\n]*\n/);
  return sentences
    .at(-1)!
    .trim()
    .replaceAll(/(?!\n[-*+] )\s+/g, " ");
}

/** No sentence is that long; a text may have thousands of lists. */
const LONGEST_LEAD = 2_000;

const BE = "(?:is|are|can be|could be|may be|must be|should be|will be)";
const ONE_OF = "(?:either|(?:exactly |only )?one of(?: these| the)?(?: following)?(?: [a-z]+){0,4}?)";
const SOME = `(?: ${ONE_OF})?(?: the following)?:?$`;

/** `valid values are`, `the possible states can be`; what is valid, if it is not called a value, in a group. */
const RANGE = new RegExp(
  `\\b(?:valid|allowed|allowable|possible|permitted|accepted|acceptable|supported|available) ((?:[a-z]+ ){0,6}?[a-z]+)(?:,? ${BE}|:|,)${SOME}`,
  "i",
);
/** `Values are`, `which can be`, `Must be`, `Mode of the lamp, either`. */
const SAID = new RegExp(
  [
    `^(?:the |its )?(?:options|values?)(?: ${BE}${SOME}|:$)`,
    `(?:^|[ ,(])(?:it|this|which|that|value) ${BE}${SOME}`,
    `(?:^|[,;:(–—-] ?|\\b${BE} |\\bmention )${ONE_OF}:?$`,
    "\\bone of the following(?: [a-z]+){0,4}:?$",
    "(?:^|, )(?:can|must|should|may|could) be$",
  ].join("|"),
  "i",
);
/** What a name is said to be: `The gears of the lamp can be`, `The sort keys are limited to`. */
const NAMED =
  /^((?:[a-z]+ ){1,8})(?:(?:can|must|should|may|could) be|(?:is|are) limited to(?: the following)?)(?: either)?:?$/i;

/** Whether words that stand before a list say that a value is one of it. */
function announces(lead: string, key: string): boolean {
  if (SAID.test(lead)) return true;
  const [, noun] = RANGE.exec(lead) ?? NAMED.exec(lead) ?? [];
  return noun !== undefined && (/\b(?:value|option|choice|setting)s?\b/i.test(noun) || isOf(noun, key));
}

/**
 * Whether words before a list without marks say so. As any two words may be such a list, a verb is not enough: they name the
 * values, or the list has capitals and begins with `either` or `one of`.
 */
function announcesWords(lead: string, values: readonly string[], key: string): boolean {
  const [, noun] = RANGE.exec(lead) ?? [];
  if (noun !== undefined) return /\b(?:value|option|choice|setting)s?\b/i.test(noun) || isOf(noun, key);
  if (VALUES.test(lead)) return true;
  return (
    /\b(?:either|one of)(?: the following)?:?$/i.test(lead) &&
    SAID.test(lead) &&
    values.every((value) => /^[A-Z][A-Z0-9_-]+$/.test(value))
  );
}

/** `Values are`, `Options:` */
const VALUES = new RegExp(`^(?:the |its )?(?:options|values)(?: ${BE}${SOME}|:$)`, "i");

/** Whether a key has a word of a noun. */
function isOf(noun: string, key: string): boolean {
  const words = new Set(
    key
      .toLowerCase()
      .split(/[^a-z]+/)
      .map(singular),
  );
  return noun
    .toLowerCase()
    .split(" ")
    .some((word) => words.has(singular(word)));
}

/** The words before any list of values, of whatever case. */
const SAYS = /\b(?:be|is|are|values?|one of|either)\b[^`"']{0,30}$/i;

/** `Valid if ``mode`` is`: the values of another place. */
const OF_ANOTHER = /\b(?:if|when|where|unless) (?:the )?(?:value of )?(?:the )?`+[^`\n]+`+ (?:is|are)\b/i;

/** Whether a list, and what follows it, speaks of values beyond it. */
function isContinued(text: string, isOther: (value: string) => boolean): boolean {
  if (MORE.test(text)) return true;
  for (const sentence of text.split("."))
    if (/\balso\b/i.test(sentence))
      for (const [, literal] of sentence.matchAll(/``([^`\n]+)``/g)) if (isOther(literal!)) return true;
  return false;
}

const MORE =
  /\b(?:additional|other|further|special|custom|more) (?:[a-z]+ ){0,2}(?:values?|types?|options?|states?|status(?:es)?)\b|\b(?:valid|allowed|accepted) values? (?:is|are) (?!``)|\balso (?:valid|allowed|accepted|supported|possible)\b/i;
