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
    // `can contains`
    pattern:
      /(?<![\w-])(can|must|should|may|will|cannot)\s+(contains|specifies|includes|requires|allows|creates|deletes|provides|returns)(?![\w-])/gi,
    advice: ([verb = "", form = ""]) =>
      `\`${form}\` stands behind \`${verb}\`. Write \`${verb} ${form.replace(/ies$/, "y").replace(/s$/, "")}\`.`,
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
