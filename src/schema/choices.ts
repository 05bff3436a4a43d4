/**
 * `Valid values are ``a``, ``b`` or ``c``.`: the words that announce a list, the list, and nothing more of it. A list
 * that goes on (`such as`, `for example`, a dash and an explanation) is no unmistakable one.
 */
const ANNOUNCED =
  /\b(?:(?:the )?(?:valid|allowed|possible|permitted|accepted|supported)(?: [a-z]+)? values?|(?:must|can|should|may) be (?:one of|either)|(?:it|value|which) is (?:one of|either))(?: are| is| be)?(?: one of| either)?:?\s+/gi;
const ITEM = /``([^`\n]{1,60})``(?:\s*\([^()]{0,80}\))?/y;
const SEPARATOR = /\s*(?:,\s*(?:and\b|or\b)?|\band\b|\bor\b|\/|\|)\s*/y;
const END = /\s*(?:\.(?:\s|$)|$|\n\s*\n)/y;

/** The values that a description allows, where it lists at least two of them in an unmistakable form. */
export function choicesIn(description: string): string[] | undefined {
  for (const announced of description.matchAll(ANNOUNCED)) {
    const found = listAt(description, announced.index + announced[0].length);
    if (found !== undefined) return found;
  }
  return undefined;
}

function listAt(text: string, from: number): string[] | undefined {
  const values: string[] = [];
  let at = from;
  for (;;) {
    ITEM.lastIndex = at;
    const item = ITEM.exec(text);
    if (item === null) return undefined;
    values.push(item[1]!);
    at = ITEM.lastIndex;
    END.lastIndex = at;
    if (END.test(text))
      return values.length > 1 && new Set(values).size === values.length ? values : undefined;
    SEPARATOR.lastIndex = at;
    if (!SEPARATOR.test(text)) return undefined;
    at = SEPARATOR.lastIndex;
  }
}
