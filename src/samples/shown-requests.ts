import type { Piece } from "./place.ts";
import { callsCurl, type ShellWord, shellWords } from "./shell.ts";

/** The method and the URL of a request that a text shows, and where they stand in it. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly pieces: readonly Piece[];
}

const REQUEST_LINE =
  /^(GET|HEAD|POST|PUT|PATCH|DELETE)[ \t]+(\S+)(?:[ \t]+HTTP\/\d(?:\.\d)?)?[ \t]*(?:\r?\n|$)/;

/** The requests that a text shows: a message as it goes over the wire (RFC 9112, section 3), or calls of curl. */
export function shownRequests(text: string): ShownRequest[] {
  const [line, method, url] = REQUEST_LINE.exec(text) ?? [];
  if (line !== undefined && (url!.startsWith("/") || isUrl(url!)))
    return [{ method: method!, url: url!, pieces: [{ at: 0, offset: line.indexOf(url!, method!.length) }] }];
  return callsCurl(text) ? curlRequests(text) : [];
}

/** Options of curl that take a value, beside those below. */
const WITH_VALUE =
  /^(?:-[AbceHKmoruwxEQ]|--(?:header|output|user|user-agent|cookie|cacert|cert|key|max-time|write-out))$/;
const WITH_METHOD = /^(?:-X|--request)$/;
/** Options that choose a method unless `-X` does (curl(1)). */
const CHOOSING: readonly (readonly [RegExp, string])[] = [
  [/^(?:-d|-F|--data(?:-\w+)?|--json|--form)$/, "POST"],
  [/^(?:-T|--upload-file)$/, "PUT"],
];

/** Options that may choose a method and are written together, or together with a value: `-sX`, `-d'{}'`, `--request=PUT`. */
const UNREAD = /^-(?!X)(?:[A-Za-z]+[dFGITX]|[dFT].)|^--(?:data|form|json|request|upload-file)[\w-]*=/;

/** One call of curl as its words are read. */
interface Call {
  method?: string;
  chosen?: string;
  /** It has options that are not read here. */
  isUnclear?: boolean;
  readonly urls: ShellWord[];
}

function curlRequests(script: string): ShownRequest[] {
  const found: ShownRequest[] = [];
  const { words } = shellWords(script);
  let call: Call | undefined;
  for (let index = 0; index < words.length; index++) {
    let word = words[index]!;
    if (/^(?:.*\/)?curl$/.test(word.text)) call = { urls: [] };
    else if (call !== undefined) {
      const { text } = word;
      if (UNREAD.test(text)) call.isUnclear = true;
      const chosen = CHOOSING.find(([option]) => option.test(text))?.[1];
      if (chosen !== undefined) call.chosen ??= chosen;
      const takesValue = chosen !== undefined || WITH_METHOD.test(text) || WITH_VALUE.test(text);
      if (takesValue && !word.last) word = words[++index] ?? word;
      if (WITH_METHOD.test(text)) call.method = word.text;
      else if (/^-X./.test(text)) call.method = text.slice(2);
      else if (/^(?:-I|--head)$/.test(text)) call.chosen = "HEAD";
      else if (/^(?:-G|--get)$/.test(text)) call.chosen = "GET";
      else if (!takesValue && isUrl(text)) call.urls.push(word);
    }
    if (word.last && call !== undefined) {
      const [url] = call.urls;
      const method = (call.method ?? call.chosen ?? "GET").toUpperCase();
      if (url !== undefined && call.urls.length === 1 && call.isUnclear !== true && /^[A-Z]+$/.test(method))
        found.push({
          method,
          url: url.text,
          pieces: url.pieces,
        });
      call = undefined;
    }
  }
  return found;
}

/** `https://…`, `$endpoint/lamps`, `127.0.0.1:7070/lamps`. */
function isUrl(text: string): boolean {
  return /^(?:https?:\/\/|\$|[\w.<>-]+(?::\d+)?\/)/.test(text);
}
