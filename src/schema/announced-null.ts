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

/** Whether a description says that a value may be `null`. */
export function announcesNull(description: string): boolean {
  if (!/null|None/i.test(description)) return false;
  const text = description.replace(/\s+/g, " ");
  if (NONE.test(text)) return true;
  for (const { index, 0: word } of text.matchAll(NULL)) {
    if (DENIED.test(text.slice(Math.max(0, index - 50), index))) continue;
    if (!FORMER.test(text.slice(index + word.length))) return true;
  }
  return false;
}
