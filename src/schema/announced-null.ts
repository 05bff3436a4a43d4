/** `null` as a literal or in quotes, and the bare word where only the value can be meant. */
const NULL =
  /``null``|"null"|`null`|(?<=\b(?:or|(?:may|can|could|will|should) be|to) |\botherwise,? )null(?= |[.,;)]|$)(?! (?:and|byte|character|pointer|string|termin))/gi;

/** Python's word for it, where a value is said to be it: `The default is None`, `can be None`, `if this parameter is ``None```. */
const NONE =
  /(?:\b[Dd]efault(?:s| values?)?(?: is| are| to|:)+|\b(?:can|may|could) (?:also )?be|\b[Ii]f th(?:is|e) (?:parameter|value|field) is) (?:set to )?(?:``None``|`None`|None)(?=[ ,.;)]|$)/;

/** What before it says that the value is none of the place's: `must not be`, `non-`, `unless it is`. */
const DENIED =
  /\b(?:not|never|non|no|cannot|unless|other than|without|\w+n't)(?:[ -]+(?:be|is|set|unset|equal|a|an|the|to|legal|allowed))*[ -]*$/i;

/** What behind it speaks of another time: `the null value was allowed in …`. */
const FORMER = /^ values? (?:was |were )?allowed\b/i;

/** What is said of the values in a map, not of the map: `if the value is … the entry is removed`, `a key that is set to`. */
const OF_ENTRIES =
  /\b(?:keys?|entry|entries)\b.*\bvalues? (?:is|are|may be|can be|of|to)\b|\bvalues? (?:is|are|may be|can be|of|to)\b.*\b(?:keys?|entry|entries)\b|\b(?:keys?|entry|entries)(?: is| are| that is)?(?: set)? to\b/i;

/** Whether a description says that a value may be `null`. */
export function announcesNull(description: string): boolean {
  return !sentencesOfNull(description).next().done;
}

/** Whether the description of an object says that the object may be `null`, and whether a value under a name of it may. */
export function announcesNullOfObject(description: string): {
  readonly itself: boolean;
  readonly entries: boolean;
} {
  const sentences = [...sentencesOfNull(description)];
  const entries = sentences.filter((sentence) => OF_ENTRIES.test(sentence));
  return { itself: entries.length < sentences.length, entries: entries.length > 0 };
}

/** The sentences that say that something may be `null`. */
function* sentencesOfNull(description: string): Generator<string> {
  if (!/null|None/i.test(description)) return;
  const text = description.replace(/\s+/g, " ");
  const none = NONE.exec(text);
  if (none !== null) yield sentenceRound(text, none.index);
  for (const { index, 0: word } of text.matchAll(NULL)) {
    if (DENIED.test(text.slice(Math.max(0, index - 50), index))) continue;
    if (!FORMER.test(text.slice(index + word.length))) yield sentenceRound(text, index);
  }
}

/** No more words than these on either side say what a word is about. */
const FAR = 200;

function sentenceRound(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - FAR), index);
  const [behind = ""] = text.slice(index, index + FAR).split(/[.;] /);
  return before.slice(before.search(/[^.;]*$/)) + behind;
}
