import { append } from "../text/append.ts";
import { INVISIBLE } from "../text/invisible.ts";
import { type Span, span } from "../text/span.ts";
import type { UrlTarget } from "./model.ts";

/** What stands behind so many characters is left out: no server takes a longer URL. */
const LONGEST = 2048;

/** A character of the URL with its place in the source, so that mending keeps places. */
interface Character {
  readonly text: string;
  readonly offset: number;
}

/**
 * Takes the URL of a `rest_method` apart and mends what can be mended: a missing leading slash, backticks,
 * invisible characters, `<id>`, `(id)` and the like for `{id}`, a host in front. What was mended is listed for
 * `url-malformed`. A URL that is a single `<…>` with words in it names something that the API's consumer
 * provides: a webhook.
 */
export function readUrl(url: string, place: Span): UrlTarget {
  const mended: string[] = [];
  const note = (what: string) => {
    if (!mended.includes(what)) mended.push(what);
  };
  const webhook = /^<\s*(\w+)\s[^<>]*>$|^<\s*(\w*callback\w*)\s*>$/i.exec(url);
  if (webhook !== null) {
    const name = webhook[1] ?? webhook[2] ?? "callback";
    return { path: name, webhook: true, variables: [], query: [], mended };
  }
  if (isSaidByConsumer(url))
    return {
      path: "callback",
      webhook: true,
      variables: [],
      query: [],
      mended: ["words in the place of a path"],
    };

  if (url.length > LONGEST) note(`more than ${LONGEST} characters`);
  let characters: Character[] = [];
  for (let at = 0; at < Math.min(url.length, LONGEST); at++)
    characters.push({ text: url[at]!, offset: place.start + at });
  const without = (pattern: RegExp, what: string) => {
    const kept = characters.filter((character) => !pattern.test(character.text));
    if (kept.length < characters.length) note(what);
    characters = kept;
  };
  without(INVISIBLE, "invisible characters");
  without(/`/, "backquotes");
  characters = withSlashes(characters, note);
  const host = HOST.exec(textOf(characters));
  if (host !== null) {
    note(host[1] === undefined ? "a scheme and host" : "a variable for the host");
    characters = characters.slice(host[0].length);
  }
  characters = withoutWords(characters, note);
  const hash = characters.findIndex((character) => character.text === "#");
  if (hash >= 0) {
    note("a fragment");
    characters = characters.slice(0, hash);
  }
  const mark = characters.findIndex((character) => character.text === "?");
  // RFC 6570 writes the query as `{?limit,marker}`
  const expression = /\{[?&]([^{}]*)\}/.exec(textOf(characters));
  let query: UrlTarget["query"] = [];
  if (expression !== null) {
    query = readQueryExpression(expression[1]!, characters, expression.index + 2, place);
    characters = characters.slice(0, expression.index);
  } else if (mark >= 0) {
    query = readQuery(withoutPunctuation(characters.slice(mark + 1), note), place);
    characters = characters.slice(0, mark);
  }
  const { path, variables } = readPath(withBraces(characters, note), place, note);
  return { path, webhook: false, variables, query, mended };
}

/** What may stand in front of a path: scheme and host, as they are or in variables. */
const HOST =
  /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]*|([{<][^{}<>]*[}>](?::\/\/[^/?#]*|:(?:\d+|[{<][^{}<>]*[}>]))(?=\/)|[{<][^{}<>]*?(?:ur[il]|host(?:name)?|endpoint|server|address)[}>](?=\/)))/i;

/** A sentence without any path that says who gives the address: the API's consumer, so that it is a webhook. */
function isSaidByConsumer(url: string): boolean {
  return isSentence(url) && /\b(?:clients?|consumers?|subscri\w*|call-?backs?)\b/i.test(url);
}

/** Whether a text is words without a path: `The address is in the other document`. */
export function isSentence(url: string): boolean {
  return !/[/{}<>]/.test(url) && url.split(/\s+/).filter((word) => /^[a-z']+[.,]?$/i.test(word)).length > 2;
}

/** What follows a path that is no part of it: another path behind `or`, other methods. */
const WORDS = /^\S+?(?=,?\s+(?:(?:or|and)\s|(?:GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS)\b|[|/]\s)|,\s+\/)/;

/** `/a or /b` is `/a`, and of `/ POST / DELETE` only the slash is the path. */
function withoutWords(characters: Character[], note: (what: string) => void): Character[] {
  const path = WORDS.exec(textOf(characters));
  if (path === null) return characters;
  note(`more behind the path: \`${textOf(characters).slice(path[0].length).trim()}\``);
  return characters.slice(0, path[0].length);
}

/** `\widgets` is a slip for `/widgets`. */
function withSlashes(characters: readonly Character[], note: (what: string) => void): Character[] {
  return characters.map((character) => {
    if (character.text !== "\\") return character;
    note("a backslash for `/`");
    return { ...character, text: "/" };
  });
}

/** A full stop ends the sentence, not the last value. */
function withoutPunctuation(query: readonly Character[], note: (what: string) => void): Character[] {
  const kept = textOf(query).replace(/(?<=[}>])[.,;:]+$/, "").length;
  if (kept < query.length) note("punctuation at its end");
  return query.slice(0, kept);
}

/** Parts of a path that are a variable as other programs write it: `:id` in routes, `$id`, `${id}`, `%(id)s`. */
const OTHER_VARIABLE = /(?<=^|\/)(?::(\w+)|\$(\w+)|\$\{(\w+)\}|%\((\w+)\)s)(?=\/|$)/g;

/** Puts variables that are written otherwise into braces. */
function withBraces(characters: readonly Character[], note: (what: string) => void): Character[] {
  const braced: Character[] = [];
  let at = 0;
  for (const { 0: whole, index, ...names } of textOf(characters).matchAll(OTHER_VARIABLE)) {
    const name = [names[1], names[2], names[3], names[4]].find((one) => one !== undefined)!;
    const start = whole.indexOf(name);
    const from = index + start;
    note(`\`${whole.slice(0, start)}…${whole.slice(start + name.length)}\` for \`{…}\``);
    const first = characters[index]!;
    const last = characters[index + whole.length - 1]!;
    append(braced, characters.slice(at, index));
    braced.push({ ...first, text: "{" });
    append(braced, characters.slice(from, from + name.length));
    braced.push({ ...last, text: "}" });
    at = index + whole.length;
  }
  return [...braced, ...characters.slice(at)];
}

function readPath(
  characters: readonly Character[],
  place: Span,
  note: (what: string) => void,
): Pick<UrlTarget, "path" | "variables"> {
  const variables: { name: string; span: Span }[] = [];
  const taken = new Set<string>();
  const segments: string[] = [];
  for (const segment of splitSegments(characters)) {
    let written = "";
    let variable: Character[] | undefined;
    let closer = "";
    const finish = () => {
      const name = variableName(textOf(variable!), taken, note);
      taken.add(name);
      const first = variable![0];
      const start = first?.offset ?? place.start;
      variables.push({
        name,
        span: span(place.file, start, first === undefined ? start : variable!.at(-1)!.offset + 1),
      });
      written += `{${name}}`;
      variable = undefined;
    };
    for (const [at, character] of segment.entries()) {
      if (variable !== undefined) {
        if (character.text === closer) finish();
        else variable.push(character);
        continue;
      }
      const opens = character.text === "{" || character.text === "<" || (character.text === "(" && at === 0);
      if (opens) {
        if (character.text !== "{") note(`\`${character.text}…${CLOSERS[character.text]}\` for \`{…}\``);
        closer = CLOSERS[character.text]!;
        variable = [];
      } else if (character.text === "}" || character.text === ">")
        note(`a \`${character.text}\` that closes nothing`);
      else if (/\s/.test(character.text)) note("white space");
      else written += character.text;
    }
    if (variable !== undefined) {
      note("a `{` that is not closed");
      finish();
    }
    segments.push(written);
  }
  const written = segments.join("/");
  if (written !== "" && !written.startsWith("/")) note("no leading slash");
  if (/\/{2}/.test(written)) note("two slashes in a row");
  const text = written.replace(/[.,;:]+$/, "");
  if (text !== written) note("punctuation at its end");
  const path = `/${text}`.replace(/\/{2,}/g, "/");
  // A trailing slash names the same resource; OpenAPI's readers take it for another path.
  return { path: path.length > 1 ? path.replace(/\/$/, "") : path, variables };
}

const CLOSERS: Readonly<Record<string, string>> = { "{": "}", "<": ">", "(": ")" };

/** Splits at the slashes outside of braces: neutron writes `{id/name}`. */
function splitSegments(characters: readonly Character[]): Character[][] {
  const segments: Character[][] = [[]];
  const lastClose = characters.findLastIndex(({ text }) => text === "}");
  let depth = 0;
  for (const [at, character] of characters.entries()) {
    if (character.text === "{" && at < lastClose) depth = 1;
    else if (character.text === "}") depth = 0;
    if (character.text === "/" && depth === 0) segments.push([]);
    else segments.at(-1)!.push(character);
  }
  return segments;
}

function variableName(written: string, taken: ReadonlySet<string>, note: (what: string) => void): string {
  const trimmed = written.trim();
  // `.` in a variable's name stops readers of OpenAPI, `/` and white space divide the path
  // of `{id/name}` the first says which thing it is
  const safe =
    trimmed
      .replace(/^([\w-]+)\/[\w-]+$/, "$1")
      .replace(/[^\w-]+/g, "_")
      .replace(/^_+(?=.)|(?<=.)_+$/g, "") || "value";
  if (safe !== trimmed) note(`the variable \`{${written}}\``);
  let name = safe;
  for (let count = 2; taken.has(name); count++) name = `${safe}_${count}`;
  if (name !== safe) note(`the variable \`{${safe}}\` twice`);
  return name;
}

function readQuery(characters: readonly Character[], place: Span): UrlTarget["query"] {
  const found = new Map<string, { name: string; value: string; span: Span }>();
  let start = 0;
  for (let at = 0; at <= characters.length; at++) {
    if (at < characters.length && characters[at]!.text !== "&") continue;
    const part = characters.slice(start, at);
    start = at + 1;
    const text = textOf(part);
    const equals = text.indexOf("=");
    const name = (equals < 0 ? text : text.slice(0, equals)).trim().replace(/^[{<([]+|[}>)\]]+$/g, "");
    if (name === "" || found.has(name)) continue;
    found.set(name, {
      name,
      value: equals < 0 ? "" : text.slice(equals + 1).trim(),
      span: span(place.file, part[0]!.offset, part.at(-1)!.offset + 1),
    });
  }
  return [...found.values()];
}

function readQueryExpression(
  names: string,
  characters: readonly Character[],
  from: number,
  place: Span,
): UrlTarget["query"] {
  const found = new Map<string, { name: string; value: string; span: Span }>();
  let at = from;
  for (const written of names.split(",")) {
    const name = written.trim().replace(/\*$/, "");
    const start = characters[at]?.offset ?? place.end;
    if (name !== "" && !found.has(name))
      found.set(name, { name, value: `{${name}}`, span: span(place.file, start, start + written.length) });
    at += written.length + 1;
  }
  return [...found.values()];
}

function textOf(characters: readonly Character[]): string {
  return characters.map((character) => character.text).join("");
}
