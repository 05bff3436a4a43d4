/** Where an entry of a HAR log stands in its text; offsets, `end` exclusive. */
export interface EntryPlace {
  readonly start: number;
  readonly end: number;
}

/** The entries of a log, as far as it is whole. */
export interface HarEntries {
  readonly places: readonly EntryPlace[];
  /** Whether the text ends, or ceases to be JSON, before the list does. */
  readonly isCut: boolean;
}

/**
 * Finds the entries of a HAR log (`log.entries`, HAR 1.2) without reading the text as one value, so that a log of any
 * size takes the memory of its longest entry, and one that is cut off is read up to there. Undefined for what is no log.
 */
export function harEntries(text: string): HarEntries | undefined {
  const log = memberValue(text, skipBlank(text, 0), "log");
  const list = log === undefined ? undefined : memberValue(text, log, "entries");
  if (list === undefined || text[list] !== "[") return undefined;
  const places: EntryPlace[] = [];
  for (let at = skipBlank(text, list + 1); ; ) {
    if (text[at] === "]") return { places, isCut: false };
    const end = text[at] === "{" ? valueEnd(text, at) : undefined;
    if (end === undefined) return { places, isCut: true };
    places.push({ start: at, end });
    const next = skipBlank(text, end);
    if (text[next] === ",") at = skipBlank(text, next + 1);
    else return { places, isCut: text[next] !== "]" };
  }
}

/** Where the value of a name begins in an object; undefined where there is none, or the text ends. */
function memberValue(text: string, object: number, name: string): number | undefined {
  if (text[object] !== "{") return undefined;
  for (let at = skipBlank(text, object + 1); text[at] === '"'; ) {
    const keyEnd = stringEnd(text, at);
    if (keyEnd === undefined) return undefined;
    const colon = skipBlank(text, keyEnd);
    if (text[colon] !== ":") return undefined;
    const value = skipBlank(text, colon + 1);
    if (text.slice(at + 1, keyEnd - 1) === name) return value;
    const end = valueEnd(text, value);
    if (end === undefined) return undefined;
    const comma = skipBlank(text, end);
    if (text[comma] !== ",") return undefined;
    at = skipBlank(text, comma + 1);
  }
  return undefined;
}

/** Where a value ends that begins here; undefined where the text ends before. */
function valueEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = stringEnd(text, at);
      if (end === undefined) return undefined;
      at = end;
      if (depth === 0) return at;
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      depth++;
      at++;
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      if (depth === 0) return at;
      depth--;
      at++;
      if (depth === 0) return at;
    } else if (code === COMMA && depth === 0) {
      return at;
    } else at++;
  }
  return undefined;
}

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

function stringEnd(text: string, start: number): number | undefined {
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return undefined;
    let before = quote;
    while (text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((quote - before) % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) === 0xfeff)) at++;
  return at;
}
