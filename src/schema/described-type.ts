import type { JsonType } from "./types.ts";

const LEAD = "(?:(?:optional|required|mandatory|read-only)[.,:]? )?";
/** What the first words of a description say of the type of the value that they describe. */
const FIRST_WORDS: readonly [RegExp, JsonType][] = [
  [new RegExp(`^${LEAD}(?:an?|the)? ?(?:sorted |ordered |json )?(?:list|array) of\\b`, "i"), "array"],
  [
    new RegExp(`^${LEAD}(?:an?|the)? ?(?:json )?(?:dictionary|dict)\\b(?! (?:key|name|value|entr))`, "i"),
    "object",
  ],
  [
    new RegExp(
      `^${LEAD}(?:an?|the)? ?(?:json )?(?:map(?:ping)? (?:of|from|keyed)|(?:map(?:ping)?|object) (?:that|which|with|whose|containing))\\b`,
      "i",
    ),
    "object",
  ],
  [
    new RegExp(
      `^${LEAD}(?:(?:indicates?|specif(?:y|ies)|determines?|tells?|defines?|says?) )?whether\\b`,
      "i",
    ),
    "boolean",
  ],
  [/^(?:the )?(?:total |maximum |minimum )?(?:number|count) of\b/i, "integer"],
  [/^(?:an|the)? ?integer\b(?! or\b)/i, "integer"],
];

/**
 * The type that a description gives its value with its first words: `A list of …`, `Dictionary that …`, `A map of …`, `Whether …`, `The
 * number of …`.
 */
export function describedType(description: string): JsonType | undefined {
  const text = description.trim().replace(/\s+/g, " ");
  return FIRST_WORDS.find(([words]) => words.test(text))?.[1];
}

/** Whether a name and a description are those of a time: `updated_at`, "The last time an update was received". */
export function isTime(name: string, description: string): boolean {
  return /(?:_at|_time|_date)$/.test(name) && /\b(?:date|time|when)\b/i.test(description);
}
