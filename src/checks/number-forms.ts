import { type GrammarForm, oneLine } from "./grammar-form.ts";

/** What services have many of, one word a noun; in prose these are what numbers and articles stand before. */
const NOUNS = (
  "action agent attribute backup client cluster container device domain element event field flavor group image instance item key " +
  "listener member message network node object operation parameter policy pool port project property queue request resource role " +
  "router rule server service snapshot subnet tag task template tenant user value volume zone"
).split(" ");
const ONE = NOUNS.join("|");
const MANY = NOUNS.map(pluralOf).join("|");

/** Where a noun is the last of its kind: `all server.`, but not `all server groups`. */
const LAST = String.raw`(?=\s*[.,;:)]|\s*$)`;

/** Forms that speak of one thing as of many, or of many as of one. */
export const NUMBER_FORMS: readonly GrammarForm[] = [
  {
    // `If Keeper don't find it`
    needs: ["n't", "not"],
    pattern:
      /(?<![\w-])(?:if|when|unless|If|When|Unless)\s+(?!You|They|We|People)(it|[A-Z][a-z]{1,30}(?<!s))\s+(don't|do\s+not)(?![\w-])/g,
    advice: ([noun = "", verb = ""]) =>
      `\`${oneLine(verb)}\` stands behind \`${noun}\`, which is one. Write \`${verb === "don't" ? "doesn't" : "does not"}\`.`,
  },
  {
    // `if node specify hints`
    pattern: new RegExp(
      String.raw`(?<![\w-])(?:if|when|unless)\s+(?:(?:the|an?)\s+)?(${ONE})\s+(specify|have|provide|exist|contain|belong|require)(?![\w-])`,
      "gi",
    ),
    advice: ([noun = "", verb = ""]) =>
      `\`${verb}\` stands behind \`${noun}\`, which is one. Write \`${verb === "have" ? "has" : pluralOf(verb)}\`.`,
  },
  {
    // `of another projects lamps`; `each stores the` is a verb
    needs: ["each", "every", "another"],
    pattern: new RegExp(
      String.raw`(?<![\w-])(each|every|another)\s+(${MANY})(?![\w'-])(?!\s+(?:the|an?|its)\b)`,
      "gi",
    ),
    advice: ([word = "", nouns = ""]) =>
      `\`${word}\` stands before \`${nouns}\`, which are many. Write \`${singularOf(nouns)}\`, or \`${singularOf(nouns)}'s\`.`,
  },
  {
    // `for all the tenant.`
    needs: ["these", "those", "several", "many", "all"],
    pattern: new RegExp(
      String.raw`(?<![\w-])(these|those|several|many|all(?:\s+of)?\s+the)\s+(${ONE})${LAST}`,
      "g",
    ),
    advice: ([word = "", noun = ""]) => `\`${oneLine(word)}\` speaks of many. Write \`${pluralOf(noun)}\`.`,
  },
  {
    // `maintenance of a nodes`
    pattern: new RegExp(String.raw`(?<![\w-])(an?)\s+(${MANY})${LAST}`, "g"),
    advice: ([article = "", nouns = ""]) =>
      `\`${article}\` stands before \`${nouns}\`, which are many. Write \`${singularOf(nouns)}\`, or take \`${article}\` out.`,
  },
  {
    // `the number of lamp that burn`
    needs: ["number"],
    pattern: new RegExp(
      String.raw`(?<![\w-])number\s+of\s+(${ONE})(?=\s*[.,;)]|\s*$|\s+(?:that|which|allowed|per|is|are)\b)`,
      "g",
    ),
    advice: ([noun = ""]) => `A number is of many. Write \`${pluralOf(noun)}\`.`,
  },
  {
    // `one of the following value:`
    needs: ["following"],
    pattern:
      /(?<![\w-])of\s+the\s+following\s+(value|option|type|field|attribute|key|parameter|action|method)(?=\s*[:.,;]|\s*$)/g,
    advice: ([noun = ""]) => `There are many to choose from. Write \`${pluralOf(noun)}\`.`,
  },
  {
    // `there is two`
    needs: ["there"],
    pattern: /(?<![\w-])(there\s+(?:is|was))\s+(two|three|four|many|several|multiple)(?![\w-])/gi,
    advice: ([verb = "", count = ""]) =>
      `\`${oneLine(verb)}\` stands before \`${count}\`, which are many. Write \`${oneLine(verb).replace(/is$/, "are").replace(/was$/, "were")}\`.`,
  },
];

function pluralOf(noun: string): string {
  return noun.endsWith("y") && noun !== "key" ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function singularOf(nouns: string): string {
  return nouns.replace(/ies$/, "y").replace(/s$/, "");
}
