import { HIDDEN } from "./prose-only.ts";
import type { SpellingSlip } from "./spelling-slip.ts";

/** A form that is never right, and what to do about it. */
interface Form {
  readonly pattern: RegExp;
  readonly advice: (groups: readonly string[]) => string;
}

const CODE = `[${HIDDEN}]+`;

const FORMS: readonly Form[] = [
  {
    // `the value of ``size`` value`
    pattern: new RegExp(
      String.raw`(?<![\w-])(value|name|type|list|number)\s+of\s+(?:the\s+)?${CODE}\s+\1(?![\w-])`,
      "gi",
    ),
    advice: ([word = ""]) => `\`${word.toLowerCase()}\` stands before and behind the name. Remove one.`,
  },
  {
    // `this should always set to 1`
    pattern:
      /(?<![\w-])(?:this|it|value|parameter|field|attribute|property|key)\s+(should|must|can)(\s+always)?\s+set\s+to(?![\w-])/gi,
    advice: ([verb = "", always = ""]) =>
      `\`be\` is missing. Write \`${verb}${always.replace(/\s+/g, " ")} be set to\`.`,
  },
  {
    // `what should needs to be given`: of the two that were written either may be meant
    pattern: /(?<![\w-])(must|should|may|will)\s+(needs)\s+to(?![\w-])/gi,
    advice: ([verb = "", form = ""]) =>
      `\`${verb}\` and \`${form} to\` say the same, one behind the other. Remove one.`,
  },
  {
    // `can contains`, `can further contains`
    pattern:
      /(?<![\w-])(can|must|should|may|will|cannot)(\s+(?:also|always|further|not|only))?\s+(adds|allows|becomes|contains|creates|defines|deletes|describes|gives|includes|indicates|instructs|means|needs(?!\s+to\b)|provides|removes|represents|requires|returns|specifies|supports|takes)(?![\w-])/gi,
    advice: ([verb = "", adverb = "", form = ""]) =>
      `\`${form}\` stands behind \`${verb}\`. Write \`${verb}${adverb.replace(/\s+/g, " ")} ${form.replace(/ies$/, "y").replace(/s$/, "")}\`.`,
  },
  {
    // `messages can't processed`
    pattern:
      /(?<![\w-])(can't|cannot|can not)\s+(accessed|changed|created|deleted|found|modified|processed|removed|specified|updated)(?![\w-])/gi,
    advice: ([verb = "", form = ""]) =>
      `\`be\` is missing. Write \`${verb.replace(/\s+/, " ")} be ${form}\`.`,
  },
  {
    pattern: /(?<![\w-])(in)\s+stead\s+of(?![\w-])/gi,
    advice: ([head = ""]) => `It is one word. Write \`${head}stead of\`.`,
  },
  {
    // `the name , and`
    pattern: /(?<=[a-z]{2})([ \t]+),(?=\s+[a-z]{2})/g,
    advice: () => "A space stands before the comma. Remove it.",
  },
  {
    // `the name,and`
    pattern: /(?<![\w,./-])([a-z]{3,}),(the|and|or|which|but|if|when|this|it|for|with)(?=\s)/g,
    advice: ([word = "", next = ""]) => `No space stands behind the comma. Write \`${word}, ${next}\`.`,
  },
  {
    // `all names..`
    pattern: /(?<=[a-z]{3})(?<!\betc)(\.)\.(?=\s|$)/g,
    advice: () => "The full stop stands twice. Remove one.",
  },
  {
    // `a ``lamp`` objects.`
    pattern: new RegExp(
      String.raw`(?<![\w-])(an?)\s+${CODE}\s+(objects)(?=[.,;]|\s*$|\s+(?:that|which|with|of|is|for)\b)`,
      "gi",
    ),
    advice: ([article = ""]) => `\`${article}\` is one, and \`objects\` are many. Write one or the other.`,
  },
  {
    pattern: /(?<![\w-])(an)\s+information\s+(?:about|on|of|for|regarding)(?![\w-])/gi,
    advice: ([article = ""]) =>
      `\`${article}\` stands before \`information\`, which takes no article. Remove it.`,
  },
];

/** Forms of a text that are wrong whatever it speaks of; code in it is hidden. */
export function grammarSlips(prose: string): SpellingSlip[] {
  return FORMS.flatMap(({ pattern, advice }) =>
    [...prose.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      message: advice(match.slice(1)),
    })),
  );
}
