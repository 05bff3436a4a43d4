import type { Draft } from "../findings/finding.ts";
import type { TextRun } from "../rst/tree.ts";
import { nearest } from "../text/similar.ts";
import { span } from "../text/span.ts";

/** `Normal response codes: 200`, `Error codes: 400`: the words of a label, and whether a colon ends it. */
const LABEL = /^\*{0,2}(([A-Za-z]+)(?: ([A-Za-z]+))? ([A-Za-z]{4,6}))\*{0,2}(?:(\s*:)\*{0,2}|(?=\s|$))/;
const KINDS = ["Normal", "Error", "Success", "Successful", "Failure", "Fault", "Expected", "Possible"];
const SUBJECTS = ["response", "status", "return", "result"];
const LAST = ["codes", "code"];

/** `404`, `itemNotFound(404)`, `404 (no such widget)`: an item of a list of nothing but codes. */
const ITEM = /^\s*[`*]*(?:[A-Za-z][\w ]*\(\s*)?(\d+)\)?[`*]*(?:\s*\([^()]*\))?\.?\s*$/;
const CODE = /^[1-5]\d\d$/;

/**
 * Codes listed as prose that nobody takes for such, because there is a slip in their label; and numbers among them that
 * are none.
 */
export function* mistakenCodes({ lines }: TextRun): Iterable<Draft> {
  let isListing = false;
  for (const { text, file, offset } of lines) {
    const label = labelOf(text);
    if (label === undefined && !isListing) continue;
    const items = itemsOf(text, label?.end ?? 0);
    isListing = label === undefined || (label.meant === label.written && label.hasColon);
    if (!isListing && label !== undefined && items.some(({ number }) => CODE.test(number))) {
      const start = offset + text.indexOf(label.written);
      yield {
        message: label.hasColon
          ? `\`${label.written}\` is not a label of status codes, so the codes are plain text. Did you mean \`${label.meant}\`?`
          : `\`${label.written}\` lacks its colon, so that the codes behind it are text. Write \`${label.meant}:\`.`,
        span: span(file, start, start + label.written.length),
      };
    }
    for (const { number, at } of isListing ? items : [])
      if (!CODE.test(number))
        yield {
          message: `\`${number}\` is not a status code: those ${number.length === 3 ? "are from 100 to 599" : "have three digits"}. Correct it.`,
          span: span(file, offset + at, offset + at + number.length),
        };
  }
}

/** The label that a line begins with, and what it means to be; undefined for any other line. */
function labelOf(text: string) {
  const [whole, written, kind, subject, last, colon] = LABEL.exec(text) ?? [];
  if (whole === undefined) return undefined;
  // of two words only, each might be another
  const within = subject === undefined ? 0 : 2;
  const words = [asMeant(kind!, KINDS, within), asMeant(last!, LAST, Math.min(1, within))];
  if (subject !== undefined) words.splice(1, 0, asMeant(subject, SUBJECTS, within));
  if (words.includes(undefined)) return undefined;
  return { written: written!, meant: words.join(" "), hasColon: colon !== undefined, end: whole.length };
}

/** The word as it is where only its case differs. */
function asMeant(word: string, known: readonly string[], within: number): string | undefined {
  const meant = nearest(word, known, within);
  return meant?.toLowerCase() === word.toLowerCase() ? word : meant;
}

/** The numbers of a list of nothing but codes, with their places; none for any other text. */
function itemsOf(text: string, from: number): { readonly number: string; readonly at: number }[] {
  const items: { number: string; at: number }[] = [];
  let at = from;
  // codes may follow each other with nothing between
  const listed = text.slice(from).replace(/(?<=\d)\s+(?=\d)/g, (blank) => ",".padEnd(blank.length));
  for (const part of listed.split(/[,;]/)) {
    const [, number] = ITEM.exec(part) ?? [];
    if (number !== undefined) items.push({ number, at: at + part.indexOf(number) });
    else if (part.trim() !== "") return [];
    at += part.length + 1;
  }
  return items;
}
