import type { GrammarForm } from "./grammar-form.ts";
import { NUMBER_FORMS } from "./number-forms.ts";
import { HIDDEN } from "./prose-only.ts";
import type { SpellingSlip } from "./spelling-slip.ts";
import { VERB_FORMS } from "./verb-forms.ts";

const CODE = `[${HIDDEN}]+`;

const FORMS: readonly GrammarForm[] = [
  ...NUMBER_FORMS,
  ...VERB_FORMS,
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
    needs: ["needs"],
    pattern: /(?<![\w-])(must|should|may|will)\s+(needs)\s+to(?![\w-])/gi,
    advice: ([verb = "", form = ""]) =>
      `\`${verb}\` and \`${form} to\` say the same, one behind the other. Remove one.`,
  },
  {
    // `can contains`, `can further contains`
    pattern:
      /(?<![\w-])(can|must|should|may|will|cannot)(\s+(?:also|always|further|not|only))?\s+(adds|allows|becomes|contains|creates|defines|deletes|describes|gives|includes|indicates|instructs|means|needs(?!\s+to\b)|provides|removes|represents|requires|returns|specifies|supports|takes)(?![\w-])/gi,
    advice: ([verb = "", adverb = "", form = ""]) =>
      `\`${form}\` stands behind \`${verb}\`. Write \`${verb}${adverb.replace(/\s+/g, " ")} ${baseOf(form)}\`.`,
  },
  {
    // `host doesn't exists`
    needs: ["n't", "not"],
    pattern:
      /(?<![\w-])(doesn't|does not|don't|do not|didn't|did not)\s+(adds|allows|appears|applies|becomes|belongs|contains|creates|defines|depends|deletes|exists|gives|has|includes|indicates|matches|means|needs|provides|removes|represents|requires|returns|specifies|supports)(?![\w-])/gi,
    advice: ([verb = "", form = ""]) =>
      `\`${form}\` stands behind \`${verb.replace(/\s+/, " ")}\`. Write \`${verb.replace(/\s+/, " ")} ${baseOf(form)}\`.`,
  },
  {
    // `will be include`; `be delete` may name a value
    pattern:
      /(?<![\w-])(be(?=\s+(?:include|modify|provide|return|specify)\b)|been)\s+(add|change|create|delete|disable|enable|include|modify|provide|remove|return|specify|update|use)(?![\w'-])(?!\s*,|\s+or\b)/gi,
    advice: ([verb = "", form = ""]) =>
      `\`${form}\` stands behind \`${verb}\`. Write \`${verb} ${participleOf(form)}\`.`,
  },
  {
    // `the name is exists`
    pattern:
      /(?=(?:is|are)\s)(?<!\bwhat(?:ever)?\s+(?:\S+\s+){0,4})(?<![\w-])(is|are)\s+(belongs|consists|contains|depends|exists|indicates|represents|requires|specifies)(?![\w-])/gi,
    advice: ([verb = "", form = ""]) =>
      `\`${verb}\` stands before \`${form}\`, which is a verb of its own. Remove one of the two.`,
  },
  {
    // `which allows to set`, but not `what the policy allows to be seen` and `lamps that it allows to burn`
    needs: ["allows"],
    pattern:
      /(?<![\w-])(?=[a-z]{2,20}\s+allows\s)(?<!\b(?:that|which|what|whom?)\s+(?:\S+\s+){0,4})(?:it|this|that|which|API|attribute|call|extension|method|operation|option|parameter|service)\s+(allows)\s+to\s+(?!(?:be|some|a|the)\b)(?=[a-z])/gi,
    advice: () => "`allows` stands without whom or what. Write `allows you to`, or name what is allowed.",
  },
  {
    // `failing it's checks`
    needs: ["it's"],
    pattern:
      /(?<![\w-])(it's)\s+(own|child|children|contents|current\s+(?:state|status|value)|health|id|identifier|key|links|members|name|owner|parent|properties|root|routes|state|status|tags|type|uuid|values?|version)(?![\w-])(?!\s+(?:of|that|to)\b)/gi,
    advice: ([its = "", noun = ""]) =>
      `\`${its}\` is short for \`it is\`. Write \`${its.replace("'", "")} ${noun.replace(/\s+/g, " ")}\`.`,
  },
  {
    // `Its an arbitrary text`
    needs: ["its"],
    pattern: /(?<![\w-])(its)\s+(an?|the|been|not)(?![\w-])/gi,
    advice: ([its = "", next = ""]) => `\`${its}\` is no verb. Write \`${its.slice(0, 2)}'s ${next}\`.`,
  },
  {
    // `this operation only support one`
    pattern:
      /(?=(?:[acefmops][a-z]{3,8}|API)\s+(?:only|also)\s)(?<=(?:^|[.,;:]\s{1,20})th(?:is|e)\s)(API|attribute|call|extension|field|method|operation|parameter|service)\s+(?:only|also)\s+(accept|allow|apply|contain|include|need|provide|require|return|show|support)(?![\w'-])/gi,
    advice: ([noun = "", form = ""]) =>
      `\`${form}\` stands behind \`${noun}\`, which is one. Write \`${form === "apply" ? "applies" : `${form}s`}\`.`,
  },
  {
    // `These APIs only works`, at the beginning of a sentence: `each of these` is one
    needs: ["these", "those"],
    pattern:
      /(?<=(?:^|[.;]\s{1,20})th[eo]se\s)(APIs|attributes|calls|fields|methods|operations|options|parameters|properties|requests|values)\s+(?:only\s+|also\s+)?(allows|applies|contains|includes|needs|requires|returns|specifies|supports|works)(?![\w'-])/gi,
    advice: ([nouns = "", form = ""]) =>
      `\`${form}\` stands behind \`${nouns}\`, which are many. Write \`${baseOf(form)}\`.`,
  },
  {
    // `If administrators does`
    needs: ["administrators", "clients", "operators", "users"],
    pattern:
      /(?=(?:administrators|clients|operators|users)\s)(?<=(?:^|[.;]\s{1,20}|\b(?:if|when|unless)\s{1,20})(?:the\s{1,20})?)(administrators|clients|operators|users)\s+(does|has|needs|wants|was)(?![\w'-])/gi,
    advice: ([nouns = "", form = ""]) =>
      `\`${form}\` stands behind \`${nouns}\`, who are many. Write \`${form === "was" ? "were" : form === "does" ? "do" : baseOf(form)}\`.`,
  },
  {
    // `generated after create the lamp`; after an update something may be otherwise
    pattern:
      /(?<![\w-])(after|before|when|by|without|for)\s+(add|attach|create|delete|detach|execute|meet|modify|remove|specify|(?<!(?:after|before|for)\s+)(?:change|update|use))\s+(?=(?:the|an?|this)\b)/gi,
    advice: ([before = "", verb = ""]) =>
      `\`${verb}\` stands behind \`${before}\`. Write \`${before} ${verb.length > 3 ? verb.replace(/e$/, "") : verb === "use" ? "us" : verb}ing\`.`,
  },
  {
    // `a tag to given to pools`
    pattern:
      /(?<![\w-])(to(?=\s+\w+\s+to\b)|will|must|should|may|would)\s+(changed|created|deleted|given|ignored|included|modified|removed|returned|specified|updated)\s+(?:by|to|in|from|if|when|as|on|at)(?![\w-])/gi,
    advice: ([verb = "", form = ""]) => `\`be\` is missing. Write \`${verb} be ${form}\`.`,
  },
  {
    // `This is a list of dictionary.`
    needs: ["list", "array"],
    pattern:
      /(?<![\w-])an?\s+(?:list|array)\s+of\s+(boolean|dict|dictionary|integer|key|object|string|tag)(?=\s*[.;)]|\s*$)/gi,
    advice: ([one = ""]) =>
      `A list holds many. Write \`${one.endsWith("y") && one !== "key" ? `${one.slice(0, -1)}ies` : `${one}s`}\`.`,
  },
  {
    // `contains a an attribute`
    pattern:
      /(?<![\w,.-])([Aa]\s+an|[Aa]n\s+a|[Tt]he\s+an?|[Aa]n\s+the|[Tt]he\s+th(?:is|ese|ose))\s+(?=[a-z]{3,})/g,
    advice: ([both = ""]) =>
      `Two articles stand side by side: \`${both.replace(/\s+/, " ").toLowerCase()}\`. Remove one.`,
  },
  {
    // `a lamp lamp`, in one line: a table or a list may begin with the word that stood before
    pattern: /(?<![\w-])(?:an?|the)[ \t]+([a-z]{4,})[ \t]+\1(?![\w'-])/g,
    advice: ([word = ""]) => `\`${word}\` stands twice. Remove one.`,
  },
  {
    // `are stored in in a file`, but not `whoever is logged in in time`
    pattern:
      /(?<!\b(?:log|logs|logged|signed|opted|plugged|put|passed|built|filled)\s)(?<![\w-])(in)\s+in(?=\s+(?:the|an?)\b)/gi,
    advice: ([word = ""]) => `\`${word.toLowerCase()}\` stands twice. Remove one.`,
  },
  {
    // `messages can't processed`
    needs: ["can't", "cannot", "can"],
    pattern:
      /(?<![\w-])(can't|cannot|can not)\s+(accessed|changed|created|deleted|found|modified|processed|removed|specified|updated)(?![\w-])/gi,
    advice: ([verb = "", form = ""]) =>
      `\`be\` is missing. Write \`${verb.replace(/\s+/, " ")} be ${form}\`.`,
  },
  {
    needs: ["stead"],
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
    needs: [".."],
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
    needs: ["information"],
    pattern: /(?<![\w-])(an)\s+information\s+(?:about|on|of|for|regarding)(?![\w-])/gi,
    advice: ([article = ""]) =>
      `\`${article}\` stands before \`information\`, which takes no article. Remove it.`,
  },
];

/** The infinitive of a verb in the third person. */
function baseOf(form: string): string {
  if (form === "has") return "have";
  return form.replace(/ies$/, "y").replace(/(?<=ch)es$|s$/, "");
}

function participleOf(verb: string): string {
  return verb.endsWith("y") ? `${verb.slice(0, -1)}ied` : `${verb.replace(/e$/, "")}ed`;
}

/** Forms of a text that are wrong whatever it speaks of; code in it is hidden. */
export function grammarSlips(prose: string): SpellingSlip[] {
  const small = prose.toLowerCase();
  return FORMS.flatMap(({ needs, pattern, advice }) =>
    needs !== undefined && !needs.some((piece) => small.includes(piece))
      ? []
      : [...prose.matchAll(pattern)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          message: advice(match.slice(1)),
        })),
  );
}
