/** `200-204`: the codes between count as well. */
const RANGE = /(?<![\d.\w-])([1-5]\d\d)(\s?(?:-|–|to)\s?)([1-5]\d\d)(?![\w-]*\d|\.\d)/g;
const CODE = /(?<![\d.\w-])[1-5]\d\d(?![\w-]*\d|\.\d)/g;
const CODE_TEST = new RegExp(CODE.source);

/** Whether a status code stands in a text. */
export function holdsCode(text: string): boolean {
  return CODE_TEST.test(text);
}

/** A code in a text, and what the text says of it. */
export interface CodeItem {
  readonly code: string;
  /** Where in the text it stands. */
  readonly at: number;
  readonly phrase?: string;
}

/**
 * Codes with what is said of each: a fault's name in front (`itemNotFound(404)`, `computeFault (400, 500, …)`), or
 * what follows (`404 (if node not found)`, `` ``400``: bad input``). `leftover` is text that belongs to no code.
 */
export function readCodes(
  written: string,
  kind?: "success" | "error",
): { items: CodeItem[]; leftover: string } {
  const items: CodeItem[] = [];
  const ofRanges: CodeItem[] = [];
  const text = written.replace(RANGE, (range, first: string, gap: string, last: string, at: number) => {
    const between = codesBetween(Number(first), Number(last));
    if (between === undefined) return range;
    for (const code of between) ofRanges.push({ code, at });
    return `${first},${" ".repeat(gap.length - 1)}${last}`;
  });
  const leftovers: string[] = [];
  const codes = [...text.matchAll(CODE)].filter(
    (match) => !isTold(text.slice(Math.max(0, match.index - LONGEST_REMARK), match.index), match[0], kind),
  );
  let from = 0;
  let group: { readonly phrase: string; readonly end: number } | undefined;
  for (const [index, match] of codes.entries()) {
    const code = match[0];
    const end = match.index + code.length;
    if (group !== undefined && end <= group.end) {
      items.push({ code, at: match.index, phrase: group.phrase });
      continue;
    }
    const before = text.slice(from, match.index);
    const until = codes[index + 1]?.index ?? text.length;
    const named = /([A-Za-z][\w ]*?)\s*\(\s*$/.exec(before);
    const others = named === null ? null : OTHER_CODES.exec(text.slice(end));
    if (named !== null && others !== null) {
      leftovers.push(before.slice(0, named.index));
      from = end + others[0].length;
      // "lampGone(404) if there is no lamp": what follows the last bracket says when, or what it means
      const condition = index === codes.length - 1 ? CONDITION.exec(text.slice(from)) : null;
      if (condition !== null) {
        items.push({ code, at: match.index, phrase: condition[1]!.trim().replace(/\s*\n\s*/g, " ") });
        from = text.length;
        continue;
      }
      items.push({ code, at: match.index, phrase: named[1]! });
      group = { phrase: named[1]!, end: from };
      continue;
    }
    leftovers.push(before);
    const after = text.slice(end, until);
    const bracketed = /^`*\*{0,2}\s*[:–—-]?\s*\(([^()]*)\)/.exec(text.slice(end));
    if (bracketed !== null) {
      const phrase = bracketed[1]!.trim().replace(/\s*\n\s*/g, " ");
      items.push({ code, at: match.index, phrase });
      from = end + bracketed[0].length;
      continue;
    }
    // "400 Bad Request, 404 Not Found", "``400``: the body is wrong", but not "400, 404"
    const said = /^(?:`*\*{0,2}\s*(?:[:–—-]{1,3}\s*)?)([A-Za-z"'`*][^,;]*)/.exec(after);
    if (
      said === null ||
      // the quotes of the code itself, as in "``400``"
      !/[\p{L}\p{N}]/u.test(said[1]!) ||
      /^(?:and|or)\s*$/i.test(said[1]!.trim()) ||
      (named === null && /\(\s*$/.test(said[1]!))
    ) {
      items.push({ code, at: match.index });
      from = end;
      continue;
    }
    const last = index === codes.length - 1;
    const phrase = (last ? after.slice(said[0].length - said[1]!.length) : said[1]!).trim();
    items.push({
      code,
      at: match.index,
      phrase: withoutOpenEnd(phrase.replace(/\s*\n\s*/g, " ")).replace(/\.$|\s+(?:and|or)$/i, ""),
    });
    from = last ? text.length : end + said[0].length;
  }
  leftovers.push(text.slice(from));
  return {
    // Of the codes of a range only the first has a place of its own.
    items: ofRanges.length === 0 ? items : [...items, ...ofRanges].sort((a, b) => a.at - b.at),
    leftover: leftovers
      .map(withoutSeparators)
      .filter((one) => one !== "")
      .join(", "),
  };
}

const CONDITION = /^(?:\s+(?=(?:if|when|where|unless|because|in case)\s)|\s*[–—:-]{1,2}\s+)(\S.*)$/is;

/** The codes inside a range; undefined for a range that is none, or too wide to mean each of them. */
function codesBetween(first: number, last: number): string[] | undefined {
  if (last <= first || last - first > WIDEST_RANGE) return undefined;
  return Array.from({ length: last - first - 1 }, (_, index) => `${first + index + 1}`).filter(
    (code) => code !== UNUSED_CODE,
  );
}

const WIDEST_RANGE = 10;
/** RFC 9110, section 15.4.7. */
const UNUSED_CODE = "306";

/** Without the end of markup that begins in front of the code: `` ``200 OK`` ``, `**404 Not Found**`. */
function withoutOpenEnd(phrase: string): string {
  const end = /(?:``|\*\*)\.?$/.exec(phrase)?.[0].slice(0, 2);
  return end === undefined || phrase.split(end).length % 2 === 1
    ? phrase
    : phrase.slice(0, phrase.lastIndexOf(end)).trim();
}

/**
 * Whether a sentence tells of a code and does not list it: in a remark in brackets (`404 (if it is gone; where the list
 * is empty, the result is 200)`), or a success behind a word of an error's explanation (`404 if gone, else it is 200`).
 */
function isTold(before: string, code: string, kind: "success" | "error" | undefined): boolean {
  const opened = before.lastIndexOf("(");
  const remark = opened > before.lastIndexOf(")") ? before.slice(opened + 1) : "";
  if ((remark.match(/[A-Za-z]{2,}/g) ?? []).length >= WORDS_OF_A_REMARK) return true;
  const isOther = kind !== undefined && (kind === "error") !== code >= "400";
  return (
    isOther && /\b(?:is|are|be|gives?|returns?|returned|with|a|an|the|of|code|status)\s+`*$/i.test(before)
  );
}

/** `(at 2.4: 404)` names a code; what has more words before it is a sentence. */
const WORDS_OF_A_REMARK = 4;

/** How many characters before a code are looked at, so that many codes cost no more than each for itself. */
const LONGEST_REMARK = 300;

/** What may stand between the code behind a fault's name and the closing bracket: `computeFault (400, 500, …)`. */
const OTHER_CODES = /^(?:\s*[,/]\s*(?:[1-5]\d\d|\.{3}|…))*\s*\)/;

/** `, and with luck` → `with luck`; nothing for what only stands between codes. */
function withoutSeparators(text: string): string {
  const words = text.replace(/\s+/g, " ").split(" ");
  while (words.length > 0 && BETWEEN.test(words[0]!)) words.shift();
  while (words.length > 0 && BETWEEN.test(words.at(-1)!)) words.pop();
  const said = words
    .join(" ")
    .replace(/^[,;.:|/&–—-]+/, "")
    .replace(/[,;]$/, "");
  return /[\p{L}\p{N}]/u.test(said) ? said : "";
}

const BETWEEN = /^(?:[,;.:|/&()`*–—-]*|and|or)$/i;
