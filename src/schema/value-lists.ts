/** Values in literals, in quotes or without marks, one sort of them in a list. */
export interface ValueList {
  /** Marked values between commas, an item for each, or words without marks between commas. */
  readonly form: "sentence" | "items" | "words";
  readonly values: readonly string[];
  /** Offsets in the text; the end is behind the last value, or behind the list where each value has an item of its own. */
  readonly start: number;
  readonly end: number;
}

/**
 * The lists of two and more different values in a text: those that end their sentence, those with an item for each, then
 * those without marks.
 * One in which a line was broken inside a value (`read- only`) is left out.
 */
export function* valueListsIn(text: string): Iterable<ValueList> {
  for (const list of [...listsInSentences(text), ...listsOfItems(text), ...listsOfWords(text)]) {
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

/** A value without marks: `GET`, `301`, `round-robin`, `http/1.1`. */
const WORD = "[A-Za-z0-9](?:[\\w.+/-]*\\w)?";
const WORD_ITEM = `${WORD}${NOTE}`;
const BETWEEN_WORDS = "(?:\\s*,\\s*(?:(?:and|or)\\s)?|\\s(?:and|or)\\s)\\s*";
/** `text or graphical`, `enabled/disabled`, and several in one literal, behind a verb or a colon. */
const WORDS = new RegExp(
  [
    `(?=\\w)(?<=(?:\\b(?:is|are|be|of|either)|:)\\s+)${WORD_ITEM}(?:${BETWEEN_WORDS}${WORD_ITEM})+${END}`,
    `(?=\\w)(?<=(?:\\b(?:is|are|be|of|either)|:)\\s+)[A-Za-z][\\w-]*(?:/[A-Za-z][\\w-]*)+${END}`,
    `(?<![\\w\`])\`\`?[A-Za-z0-9][\\w.-]*(?:, (?:(?:and|or) )?[A-Za-z0-9][\\w.-]*)+\`\`?(?=\\s*(?:[.;]|$))`,
  ].join("|"),
  "g",
);
const BETWEEN = new RegExp(BETWEEN_WORDS);
/** Words about values, which are none themselves. */
const ABOUT_VALUES =
  /^(?:an?|the|this|that|any|all|no|not|none|null|nil|true|false|yes|other|else|more|empty|unique|positive|negative|strings?|integers?|ints?|numbers?|floats?|booleans?|bools?|lists?|dicts?|objects?|names?|ids?|uuids?|urls?|uris?|dates?|times?)$/i;

function* listsOfWords(text: string): Iterable<ValueList> {
  for (const { 0: whole, index: start } of text.matchAll(WORDS)) {
    const separator = /[,\s(]/.test(whole) ? BETWEEN : /\//;
    const values = whole.replaceAll(/`|\s*\([^()]*\)/g, "").split(separator);
    // `read only ('ro')`: the values stand in the brackets
    if (/\([^()]*["'`]/.test(whole)) continue;
    const form = whole.startsWith("`") ? "sentence" : "words";
    if (!values.some((value) => ABOUT_VALUES.test(value)))
      yield { form, values, start, end: start + whole.length };
  }
}
