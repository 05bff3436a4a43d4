import type { Side } from "../apiref/model.ts";
import type { Sentence } from "./sentences.ts";

/** That a sentence says of a side that it has no body. */
export interface DeniedBody {
  readonly side: Side;
  /** Where the sentence says so. */
  readonly start: number;
  readonly end: number;
}

const A = String.raw`(?:an?\s+|any\s+)?`;
const SIDE = "(request|response)";

/** What names the side: `no response body`, `does not have a request body`, `the body of the request is empty`. */
const OF_SIDE: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:has|have|there\s+is|with)\s+no\s+${SIDE}\s+body\b(?!\s+of\b)`, "i"),
  new RegExp(String.raw`^\s*no\s+${SIDE}\s+body\b(?!\s+of\b)`, "i"),
  new RegExp(
    String.raw`\b(?:does\s+not|doesn't|must\s+not)\s+(?:have|take|accept|include|contain|return|provide)\s+${A}${SIDE}\s+body\b`,
    "i",
  ),
  new RegExp(
    String.raw`\bbody\s+(?:content\s+)?(?:of|for|in)\s+(?:the\s+|this\s+)?${SIDE}\s+is\s+(?:always\s+)?empty\b`,
    "i",
  ),
  new RegExp(String.raw`\b${SIDE}\s+body\s+is\s+(?:always\s+)?empty\b`, "i"),
  new RegExp(
    String.raw`\bthere\s+is\s+no\s+body(?:\s+content)?\s+(?:of|for|in)\s+(?:the\s+|this\s+)?${SIDE}\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:the|this)\s+${SIDE}(?:\s+(?:to|of)\s+this\s+\w+)?\s+(?:has\s+no|is\s+without\s+a|does\s+not\s+(?:have|contain|include)\s+${A})\s*body\b`,
    "i",
  ),
];

/** What only the answer can be without: `No body is returned`, `the request does not return a body`. */
const OF_RESPONSE: readonly RegExp[] = [
  /\bno\s+(?:response\s+)?(?:body|content)(?:\s+content)?\s+is\s+returned\b/i,
  /\bdoes\s+not\s+return\s+(?:an?|any)\s+(?:response\s+)?(?:body|content)\b/i,
];

/** What makes a sentence one of some calls only: the other ones may have a body. */
const CONDITIONAL =
  /\b(?:if(?!\s+successful)|when|where|unless|except|until|prior|before|otherwise|typically|usually|(?:micro)?versions?|starting|HEAD|optional(?:ly)?|may|can|error|fails?|failure)\b/i;

/** What a sentence says of a body that never is there; undefined where it says no such thing. */
export function deniedBody({ text }: Sentence): DeniedBody | undefined {
  if (!/\bbody|content\b/i.test(text) || CONDITIONAL.test(text)) return undefined;
  for (const pattern of OF_SIDE) {
    const match = pattern.exec(text);
    if (match !== null) return { side: match[1]!.toLowerCase() as Side, ...extent(match) };
  }
  for (const pattern of OF_RESPONSE) {
    const match = pattern.exec(text);
    if (match !== null) return { side: "response", ...extent(match) };
  }
  return undefined;
}

function extent({ 0: { length }, index }: RegExpExecArray): { start: number; end: number } {
  return { start: index, end: index + length };
}
