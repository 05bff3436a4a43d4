import type { Sentence } from "./sentences.ts";

/** A status code that a sentence says the operation answers. */
export interface ToldCode {
  readonly code: string;
  /** Where it stands in the sentence. */
  readonly start: number;
}

/** `returns a 409`, `responds with HTTP 404`, `the ``204`` response code`, `a 400 Bad Request`; up to the code. */
const CODE = /(?<![\w.,:/-])(?:``|\*\*)?\(?([2-5]\d\d)(?![\w-]|[.,:/]\d)/g;

/** A word before a number that says what kind of number it is. */
const NAMED =
  /\bHTTP\s+(?:(?:status|response|error|code)\s+){0,3}$|\b(?:status|response|error|return)\s+code\s+(?:of\s+|is\s+)?$/i;

/** A verb of answering before a number, which is a code unless it counts something. */
const VERB =
  /\b(?:returns?|returned|answers?|responds?(?: with)?|(?:results?|fails?|rejected) (?:in|with)|raises?)\s+(?:an?\s+|the\s+)?$/i;
const COUNTS = /^(?:``|\*\*)?\)?\s+(?!(?:if|when|for|because|unless|instead|rather|to|and|or|in|on|as)\b)\w/i;

/** What stands behind a number that is a code: what kind it is, or the phrase of RFC 9110. */
const BEHIND =
  /^(?:``|\*\*)?\)?\s*(?:\(?(?:Ok|Created|Accepted|No Content|Bad Request|Unauthorized|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Conflict|Gone|Precondition Failed|Unprocessable Entity|Too Many Requests|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable)\b|(?:HTTP\s+)?(?:(?:status|response|error|success)\s+){0,2}codes?\b|(?:HTTP\s+)?(?:error|response|status)\b)/i;

/** An article with nothing but the code: `a 409 is returned`. */
const ARTICLE = /\b(?:an?|the)\s+(?:HTTP\s+)?(?:error\s+)?$/i;
const ANSWERED = /^(?:``|\*\*)?\)?\s+(?:is|will be|may be|are)\s+(?:returned|raised|sent)\b/i;

/** What is not so of every version of the operation, or of another one, or not so at all. */
const ELSEWHERE =
  /\b(?:(?:micro)?versions?|prior to|formerly|previously|used to|older|not return|never|instead of|rather than|subsequent|later|future|afterwards|middleware|proxy|load balancer)\b/i;

/** The status codes that a sentence says the operation answers, whatever its version. */
export function toldCodes({ text }: Sentence): ToldCode[] {
  if (!/\d\d\d/.test(text)) return [];
  return [...text.matchAll(CODE)].flatMap(({ 0: whole, 1: code = "", index }) => {
    const start = index + whole.length - 3;
    const [before, behind] = [text.slice(0, index), text.slice(index + whole.length)];
    const isCode =
      NAMED.test(before.slice(-80)) ||
      (VERB.test(before.slice(-80)) && !COUNTS.test(behind.slice(0, 40))) ||
      BEHIND.test(behind.slice(0, 80)) ||
      (ARTICLE.test(before.slice(-20)) && ANSWERED.test(behind.slice(0, 40)));
    if (!isCode || isElsewhere(before, behind)) return [];
    return [{ code, start }];
  });
}

function isElsewhere(before: string, behind: string): boolean {
  // `returns 204, instead of 200` tells of the first.
  return ELSEWHERE.test(before) || ELSEWHERE.test(behind.replace(/\b(?:instead of|rather than)\s+\S+/gi, ""));
}
