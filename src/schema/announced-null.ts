/** `null` as a literal or in quotes, and the bare word where only the value can be meant. */
const NULL =
  /``null``|"null"|`null`|(?<=\b(?:or|(?:may|can|could|will|should) be|to) |\botherwise,? )null(?= |[.,;)]|$)(?! (?:and|byte|character|pointer|string|termin))/gi;

/** What before it says that the value is none of the place's: `must not be`, `non-`, `unless it is`. */
const DENIED =
  /\b(?:not|never|non|no|cannot|unless|other than|without|\w+n't)(?:[ -]+(?:be|is|set|unset|equal|a|an|the|to|legal|allowed))*[ -]*$/i;

/** What behind it speaks of another time: `the null value was allowed in …`. */
const FORMER = /^ values? (?:was |were )?allowed\b/i;

/** Whether a description says that a value may be `null`. */
export function announcesNull(description: string): boolean {
  if (!/null/i.test(description)) return false;
  const text = description.replace(/\s+/g, " ");
  for (const { index, 0: word } of text.matchAll(NULL)) {
    if (DENIED.test(text.slice(Math.max(0, index - 50), index))) continue;
    if (!FORMER.test(text.slice(index + word.length))) return true;
  }
  return false;
}
