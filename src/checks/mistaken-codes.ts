import { endsWithLabel, isCodesTitle, labelAlone, labelsOf } from "../apiref/code-labels.ts";
import type { Draft } from "../findings/finding.ts";
import { textOf } from "../rst/markup-survey.ts";
import type { Block, BulletList, TextRun } from "../rst/tree.ts";
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
        yield { message: noCode(number), span: span(file, offset + at, offset + at + number.length) };
  }
}

function noCode(number: string): string {
  return `\`${number}\` is not a status code: those ${number.length === 3 ? "are from 100 to 599" : "have three digits"}. Correct it.`;
}

/** `404: no such widget`, `Not Found (404)`, `` ``404``  ``: an item of a list of codes with what it says of one. */
const LISTED = /^(?:[`*]*|[`*]*[A-Za-z][\w ]*\(\s*)(\d{3})(?![\w.%-]| [a-z]+s\b)/;

/**
 * Numbers that are no codes in lists below a title (`Response codes`) or a label (`Error codes:`) of codes, each item of which
 * begins with a number, and another with a code.
 */
export function* mistakenListedCodes(block: Block): Iterable<Draft> {
  for (const { items } of codeListsIn(block)) {
    const numbers = items.map(({ children: [first] }) => {
      const line = first?.kind === "paragraph" ? first.text.lines[0] : undefined;
      const match = line === undefined ? null : LISTED.exec(line.text);
      return line === undefined || match === null ? undefined : { line, match, number: match[1]! };
    });
    if (numbers.includes(undefined) || !numbers.some((one) => CODE.test(one!.number))) continue;
    for (const { line, match, number } of numbers.filter((one) => one !== undefined)) {
      if (CODE.test(number)) continue;
      const end = line.offset + match[0].length;
      yield { message: noCode(number), span: span(line.file, end - number.length, end) };
    }
  }
}

function codeListsIn(block: Block): BulletList[] {
  if (block.kind === "definition-list")
    return block.items.flatMap(({ term, children }) =>
      labelAlone(textOf(term)) === null ? [] : children.filter(isBulletList),
    );
  if (block.kind !== "section") return [];
  const title = textOf(block.title);
  const isOfCodes = isCodesTitle(title) || labelAlone(title) !== null;
  return block.children.flatMap((child, index) => {
    const list = child.kind === "block-quote" && child.children.length === 1 ? child.children[0]! : child;
    return isBulletList(list) && (isOfCodes || isLabel(block.children[index - 1])) ? [list] : [];
  });
}

function isBulletList(block: Block): block is BulletList {
  return block.kind === "bullet-list";
}

function isLabel(block: Block | undefined): boolean {
  if (block?.kind !== "paragraph") return false;
  const labels = labelsOf(block.text);
  return labels !== undefined && endsWithLabel(block.text, labels);
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
