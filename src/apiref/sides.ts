import { plainText } from "../rst/markdown.ts";
import type { Block } from "../rst/tree.ts";
import type { Side } from "./model.ts";
import { meantPartTitle } from "./part-titles.ts";

/** The side that section titles name; the outermost that names one decides. */
export function sideOf(titles: readonly string[]): Side | undefined {
  for (const title of titles) {
    const side = sideIn(title);
    if (side !== undefined) return side;
  }
  return undefined;
}

/** The side that one title names: `Response`, `Query parameters`, `Example response: create a request`. */
export function sideIn(title: string): Side | undefined {
  const request =
    /\brequests?\b/i.test(title) || /^query\b|^(?:path|ur[il]) (?:parameter|variable)s?\b/i.test(title);
  const response = /\bresponses?\b/i.test(title);
  if (request && response) return sideOfBoth(title);
  if (request || response) return request ? "request" : "response";
  const meant = meantPartTitle(title);
  return meant === undefined ? undefined : sideIn(meant);
}

/** Of a title with both words, the one in front of the colon, or the one that says of what it is an example. */
function sideOfBoth(title: string): Side | undefined {
  const [front = "", ...others] = title.split(":");
  if (others.length > 0) {
    const side = sideIn(front);
    if (side !== undefined) return side;
  }
  const word =
    /\b(?:example|sample)s? (request|response)s?\b/i.exec(title) ??
    /\b(request|response)s? (?:body )?(?:example|sample|parameter|bod(?:y|ie)|header)s?\b/i.exec(title);
  return word?.[1]?.toLowerCase() as Side | undefined;
}

/** `widget-create-req.json`, `widget_requests-list-resp.json`: the part at the end of the name decides. */
export function sideOfFileName(name: string): Side | undefined {
  const last = /[-_.](?:(req(?:uest)?)|resp(?:onse)?)s?\.\w+$/i.exec(name);
  if (last !== null) return last[1] === undefined ? "response" : "request";
  const response = /(?:^|[-_.])resp(?:onse)?s?(?:[-_.]|$)/i.test(name);
  const request = /(?:^|[-_.])req(?:uest)?s?(?:[-_.]|$)/i.test(name);
  return request === response ? undefined : request ? "request" : "response";
}

/** Whether a word of a file's name, in small letters, says the side: `req`, `responses`. */
export function isSideWord(word: string): boolean {
  return /^(?:req(?:uest)?|resp(?:onse)?)s?$/.test(word);
}

/** What a label above a table or a sample calls the part below it. */
const PART_LABEL =
  /^(?:the )?(?:(?:json|http) )?(?:(?:requests?|responses?)(?: (?:json|http|message|query|path|ur[il]|body|header))*|query|path|ur[il])(?: (?:parameters?|body|bodies|headers?|fields?|attributes?|elements?|variables?|data|payload|strings?|examples?|samples?))?(?: \([^()]*\))?$/i;

/**
 * The title of the part of an operation that stands below a block: a rubric, or a paragraph that is bold, ends in a
 * colon, or is nothing but the word. Undefined for a block that says anything else.
 */
export function partLabel(block: Block): string | undefined {
  if (block.kind === "directive" && block.name === "rubric") return partTitle(textOf(block.argument));
  return block.kind === "paragraph" && block.text.lines.length === 1
    ? partTitle(plainText(block.text))
    : undefined;
}

function textOf(lines: readonly { readonly text: string }[]): string {
  return lines.map(({ text }) => text).join(" ");
}

/** Longer texts are no labels; to look for what they end with takes the square of their length. */
const LONGEST_LABEL = 300;

function partTitle(text: string): string | undefined {
  const words = text.replace(/\s+/g, " ");
  if (words.length > LONGEST_LABEL) return undefined;
  const title = words.replace(/^[ *]+|[ *]+$/g, "").replace(/ ?[:：]+$/, "");
  return PART_LABEL.test(title) && sideIn(title) !== undefined ? title : undefined;
}
