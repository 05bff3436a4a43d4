import { type GrammarForm, oneLine } from "./grammar-form.ts";

/** Verbs, prepositions and comparisons in a form that is never right behind what stands before them. */
export const VERB_FORMS: readonly GrammarForm[] = [
  {
    // `it must to be lit`
    pattern: /(?<![\w-])(must|should|could|would|shall)\s+(to)\s+(?=[a-z]{2})/gi,
    advice: ([verb = ""]) => `\`to\` stands behind \`${verb}\`. Take it out.`,
  },
  {
    // `the server will response with 404`
    needs: ["response"],
    pattern: /(?<![\w-])(will|can|must|should|may|would|to)\s+response\s+(?:with|to)(?![\w-])/gi,
    advice: ([verb = ""]) => `\`response\` is no verb. Write \`${verb} respond\`.`,
  },
  {
    // `whether or not it burns or not`
    needs: ["whether or not"],
    pattern: /(?<![\w-])(whether\s+or\s+not)\s(?:[^\s.;]{1,30}\s){1,12}or\s+not(?![\w-])/gi,
    advice: ([words = ""]) =>
      `\`or not\` stands twice. Write \`${oneLine(words).replace(/ or not$/i, "")}\`.`,
  },
  {
    // `you are able create lamps`
    needs: ["able"],
    pattern:
      /(?<![\w-])((?:is|are|be|been)\s+able)\s+(access|attach|change|create|delete|get|list|modify|remove|see|set|update|use|view)(?![\w-])/gi,
    advice: ([able = "", verb = ""]) => `\`to\` is missing. Write \`${oneLine(able)} to ${verb}\`.`,
  },
  {
    // `if it does not existed`
    needs: ["n't", "not"],
    pattern:
      /(?<![\w-])(doesn't|does\s+not|don't|do\s+not|didn't|did\s+not)\s+(existed|matched|supported|allowed|contained|belonged|required|needed|provided|specified)(?![\w-])/gi,
    advice: ([verb = "", form = ""]) =>
      `\`${form}\` stands behind \`${oneLine(verb)}\`. Write \`${oneLine(verb)} ${INFINITIVES.get(form.toLowerCase()) ?? form.replace(/ed$/i, "")}\`.`,
  },
  {
    // `the request will be fail`
    pattern: /(?<![\w-])(be)\s+(fail|succeed|happen|occur|exist|appear)(?![\w'-])/gi,
    advice: ([, verb = ""]) =>
      `\`be\` stands before \`${verb}\`, which is a verb of its own. Take \`be\` out.`,
  },
  {
    // `it can be use to dim`
    needs: ["use"],
    pattern: /(?<![\w-])(be|is|are|been)\s+(use)\s+(?:to|for|by|as|in|with)(?![\w-])/gi,
    advice: ([verb = ""]) => `\`use\` stands behind \`${verb}\`. Write \`${verb} used\`.`,
  },
  {
    // `which enables to dim lamps`
    needs: ["enables", "permits"],
    pattern: /(?<![\w-])(enables|permits)\s+to\s+(?!(?:be|some|an?|the)\b)(?=[a-z]{2})/gi,
    advice: ([verb = ""]) =>
      `\`${verb}\` stands without whom or what. Write \`${verb} you to\`, or name what it is.`,
  },
  {
    // `lets you to dim lamps`
    needs: ["let"],
    pattern: /(?<![\w-])(lets?\s+(?:you|users|them|it))\s+to\s+(?=[a-z]{2})/gi,
    advice: ([verb = ""]) => `\`to\` stands behind \`${oneLine(verb)}\`. Take it out.`,
  },
  {
    // `If not specify`
    pattern: /(?<![\w-])(if(?:\s+it\s+is)?\s+not)\s+(specify|provide|include|supply|define)(?![\w-])/gi,
    advice: ([before = "", verb = ""]) =>
      `\`${verb}\` stands behind \`not\`. Write \`${oneLine(before)} ${verb.endsWith("y") ? `${verb.slice(0, -1)}ied` : `${verb}d`}\`.`,
  },
  {
    // `depends of the lamp`
    needs: ["depend"],
    pattern: /(?<![\w-])(depend|depends|depending)\s+(of|from)(?![\w-])/gi,
    advice: ([verb = ""]) => `Write \`${verb} on\`.`,
  },
  {
    // `consists from lamps`
    needs: ["consist"],
    pattern: /(?<![\w-])(consists?)\s+(from|by)(?![\w-])/gi,
    advice: ([verb = ""]) => `Write \`${verb} of\`.`,
  },
  {
    // `according the policy`
    needs: ["according"],
    pattern: /(?<![\w-])(according)\s+(the|this|an?|with)(?![\w-])/gi,
    advice: ([word = "", next = ""]) => `Write \`${word} to${next === "with" ? "" : ` ${next}`}\`.`,
  },
  {
    // `is same as`
    needs: ["same"],
    pattern: /(?<![\w-])(is|are|be)\s+same\s+(as|to|with)(?![\w-])/gi,
    advice: ([verb = ""]) => `Write \`${verb} the same as\`.`,
  },
  {
    // `eg. lamps`
    needs: ["eg"],
    pattern: /(?<![\w.-])(eg|ie)(?=[.,]\s)/g,
    advice: ([word = ""]) => `Write \`${word[0]}.${word[1]}.\`, with full stops.`,
  },
  {
    // `contains following lamps`
    needs: ["following"],
    pattern: /(?<![\w-])(contains?|has|have|in|of|with|supports?)\s+following\s+(?=[a-z]{3,20}s\b)/gi,
    advice: ([verb = ""]) => `\`the\` is missing. Write \`${verb} the following\`.`,
  },
  {
    // `as same as`
    needs: ["same"],
    pattern: /(?<![\w-])as\s+same\s+as(?![\w-])/gi,
    advice: () => "Write `the same as`.",
  },
  {
    // `more then one`; `if it is lower then` may begin what follows
    pattern:
      /(?<![\w-])(more|less|rather|other|greater|larger|smaller|longer|later|earlier|higher|lower|older|newer|fewer)\s+(?:then|that)(?=\s+(?:\d|one|two|zero|or\s+equal)\b)/gi,
    advice: ([word = ""]) => `Write \`${word} than\`.`,
  },
  {
    needs: ["then"],
    pattern: /(?<![\w-])(rather|other)\s+then(?=\s+[a-z])/gi,
    advice: ([word = ""]) => `Write \`${word} than\`.`,
  },
];

const INFINITIVES: ReadonlyMap<string, string> = new Map([
  ["required", "require"],
  ["provided", "provide"],
  ["specified", "specify"],
]);
