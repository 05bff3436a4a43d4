/** Values in literals or quotes, one sort of them in a list. */
export interface ValueList {
  /** Values between commas, or an item for each. */
  readonly form: "sentence" | "items";
  readonly values: readonly string[];
  /** Offsets in the text; the end is behind the last value, or behind the list where each value has an item of its own. */
  readonly start: number;
  readonly end: number;
}

/**
 * The lists of two and more different values in a text: those that end their sentence, then those with an item for each.
 * One in which a line was broken inside a value (`read- only`) is left out.
 */
export function* valueListsIn(text: string): Iterable<ValueList> {
  for (const list of [...listsInSentences(text), ...listsOfItems(text)]) {
    const { values } = list;
    const isClear = new Set(values).size === values.length && !values.some((value) => value.includes("- "));
    if (values.length > 1 && isClear) yield list;
  }
}

/** Literals, text in the default role, and text in quotes. */
const QUOTED = ["``([^`\\n]{1,60})``", "`([^`\\n]{1,60})`(?!_)", '"([^"\\n]{1,60})"', "'([^'\\n]{1,60})'"];
const NOTE = "(?:\\s*\\([^()]{0,120}\\))?";
const SEPARATOR = "\\s*(?:,\\s*(?:(?:and|or)\\b)?|\\band\\b|\\bor\\b|/|\\|)\\s*";
/** The end of the sentence, or what it adds about the default. */
const END = "(?=\\s*(?:[.;](?:\\s|$)|$|\\n\\s*\\n|,? (?:with )?(?:the )?default(?:s|ing)?\\b))";

const IN_SENTENCE = QUOTED.map((quoted) => {
  const item = quoted.replace("(", "(?:") + NOTE;
  return {
    list: new RegExp(`(?<![\\w\`"'])${item}(?:${SEPARATOR}${item})+${END}`, "g"),
    item: new RegExp(quoted + NOTE, "g"),
  };
});

function* listsInSentences(written: string): Iterable<ValueList> {
  // `"a" or "b."`: the sentence may end inside the quotes
  const text = written.replaceAll(/([.,])"(?=\s|$)/g, '"$1');
  for (const { list, item } of IN_SENTENCE)
    for (const { 0: whole, index: start } of text.matchAll(list))
      yield {
        form: "sentence",
        values: [...whole.matchAll(item)].map(([, value]) => value!),
        start,
        end: start + whole.length,
      };
}

/** An item that begins with the value and says what it means. */
const ITEMS = QUOTED.map(
  (quoted) => new RegExp(`^${quoted}(?!${SEPARATOR}(?:["'\`]))(?=\\s*(?:$|\\n)|[:.;,(]|\\s+[(:–—a-z-])`),
);

/** Lists whose items begin with a value each; one with another item is none. */
function* listsOfItems(text: string): Iterable<ValueList> {
  for (const { 0: whole, 1: indent, index } of text.matchAll(
    /(?<=^|\n)( *)[-*+] +\S.*(?:\n(?:\1 .*|[^\S\n]*)(?=\n|$)|\n\1[-*+] .*)*/g,
  )) {
    const items = whole.split(new RegExp(`(?:^|\\n)${indent}[-*+] +`)).slice(1);
    const kind = ITEMS.find((item) => item.test(items[0]!));
    const values = items.flatMap((item) => kind?.exec(item)?.[1] ?? []);
    if (values.length === items.length)
      yield { form: "items", values, start: index, end: index + whole.length };
  }
}
