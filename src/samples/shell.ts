import type { Piece } from "./place.ts";

/** A word of a shell command as the shell passes it on, and where its characters stand in the script. */
export interface ShellWord {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** It ends its command: a line break or `;`, `&`, `|` follows. */
  readonly last: boolean;
}

/** What a `curl` command sends: the value of `-d` and its kin. */
export interface CurlData {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const DATA_OPTION = /^(?:-d|--data|--data-raw|--data-binary|--data-ascii|--json)$/;
const DATA_GLUED = /^(?:-d|--data=|--data-raw=|--data-binary=|--data-ascii=|--json=)(?=.)/s;

/** Whether a script calls curl. */
export function callsCurl(script: string): boolean {
  return /(?:^|[\s$|;&(])curl\s/.test(script);
}

/** The data of every `-d` of the curl commands of a script, in order; a here-document stands for `@-`. */
export function curlData(script: string): CurlData[] {
  const found: CurlData[] = [];
  const { words, documents } = shellWords(script);
  let inCurl = false;
  let document = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (/^(?:.*\/)?curl$/.test(word.text)) inCurl = true;
    else if (inCurl) {
      const glued = DATA_GLUED.exec(word.text);
      const data = DATA_OPTION.test(word.text)
        ? words[++index]
        : glued === null || word.text.startsWith("--data-urlencode")
          ? undefined
          : tail(word, glued[0].length);
      if (data !== undefined) {
        const given = data.text.startsWith("@") ? documents[document++] : data;
        if (given !== undefined) found.push({ text: given.text, pieces: given.pieces });
        if (words[index]?.last) inCurl = false;
        continue;
      }
    }
    if (word.last) inCurl = false;
  }
  return found;
}

/** Whether a script sends a file, or text that is neither JSON nor the fields of a form, with curl. */
export function sendsBytes(script: string): boolean {
  return curlWords(script).some(({ text }, index, words) => {
    if (/^(?:-T|--upload-file)/.test(text)) return true;
    const glued = DATA_GLUED.exec(text);
    const data = DATA_OPTION.test(text) ? words[index + 1]?.text : glued && text.slice(glued[0].length);
    return !!data && !OTHER_DATA.test(data);
  });
}

/** Whether a script sends the parts of a form (`multipart/form-data`) with curl. */
export function sendsForm(script: string): boolean {
  return curlWords(script).some(({ text }) => /^(?:-F|--form(?:$|=))/.test(text));
}

/** The words of the curl commands of a script. */
function curlWords(script: string): ShellWord[] {
  if (!callsCurl(script)) return [];
  let inCurl = false;
  return shellWords(script).words.filter(({ text, last }) => {
    const isOfCurl = inCurl;
    inCurl = !last && (inCurl || /^(?:.*\/)?curl$/.test(text));
    return isOfCurl;
  });
}

/** JSON, the fields of a form, a variable, a file of JSON, or what comes from elsewhere. */
const OTHER_DATA = /^\s*[[{$<]|^[\w.-]+=|\.json$|^@-$/;

/** A word without its first characters. */
function tail(word: ShellWord, from: number): CurlData {
  const pieces: Piece[] = [];
  for (const [index, piece] of word.pieces.entries()) {
    const end = word.pieces[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (end <= from) continue;
    const skipped = Math.max(0, from - piece.at);
    pieces.push({ at: piece.at + skipped - from, offset: piece.offset + skipped });
  }
  return { text: word.text.slice(from), pieces };
}

/**
 * Splits a script into words as a POSIX shell does (Shell Command Language, 2.2 and 2.7.4): quotes, escapes,
 * continued lines, here-documents. Variables stay as they are written.
 */
export function shellWords(script: string): { words: ShellWord[]; documents: CurlData[] } {
  const words: ShellWord[] = [];
  const documents: CurlData[] = [];
  const delimiters: string[] = [];
  let characters: string[] | undefined;
  let pieces: Piece[] = [];
  let nextOffset = -1;

  const add = (offset: number, character: string): void => {
    characters ??= [];
    if (offset !== nextOffset) pieces.push({ at: characters.length, offset });
    characters.push(character);
    nextOffset = offset + 1;
  };
  const finish = (last: boolean): void => {
    if (characters !== undefined) words.push({ text: characters.join(""), pieces, last });
    else if (last && words.length > 0) words.push({ ...words.pop()!, last });
    characters = undefined;
    pieces = [];
    nextOffset = -1;
  };

  let at = 0;
  while (at < script.length) {
    const character = script[at]!;
    if (character === "'") {
      const close = script.indexOf("'", at + 1);
      const end = close < 0 ? script.length : close;
      characters ??= [];
      for (let inner = at + 1; inner < end; inner++) add(inner, script[inner]!);
      at = end + 1;
    } else if (character === '"') {
      characters ??= [];
      at++;
      while (at < script.length && script[at] !== '"') {
        if (script[at] === "\\" && '"\\$`\n'.includes(script[at + 1] ?? " ")) {
          if (script[at + 1] !== "\n") add(at + 1, script[at + 1]!);
          at += 2;
        } else add(at, script[at++]!);
      }
      at++;
    } else if (character === "\\") {
      if (script[at + 1] === "\n") at += 2;
      else if (script[at + 1] === "\r") at += 3;
      else {
        if (at + 1 < script.length) add(at + 1, script[at + 1]!);
        at += 2;
      }
    } else if (character === "\n") {
      finish(true);
      at++;
      for (const delimiter of delimiters.splice(0)) {
        const { body, next } = hereDocument(script, at, delimiter);
        documents.push(body);
        at = next;
      }
    } else if (character === "<" && script[at + 1] === "<") {
      finish(false);
      const operator = /<<-?[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|([^\s;&|<>]+))/y;
      operator.lastIndex = at;
      const match = operator.exec(script);
      if (match !== null) delimiters.push(match[1] ?? match[2] ?? match[3] ?? "");
      at = match === null ? at + 2 : operator.lastIndex;
    } else if (";|&".includes(character) && !(character === "&" && characters !== undefined)) {
      finish(true);
      at++;
    } else if (" \t\r".includes(character)) {
      finish(false);
      at++;
    } else add(at++, character);
  }
  finish(true);
  return { words, documents };
}

function hereDocument(script: string, from: number, delimiter: string): { body: CurlData; next: number } {
  let at = from;
  while (at < script.length) {
    const feed = script.indexOf("\n", at);
    const end = feed < 0 ? script.length : feed;
    if (script.slice(at, end).trim() === delimiter)
      return { body: { text: script.slice(from, at), pieces: [{ at: 0, offset: from }] }, next: end + 1 };
    at = end + 1;
  }
  return { body: { text: script.slice(from), pieces: [{ at: 0, offset: from }] }, next: script.length };
}
