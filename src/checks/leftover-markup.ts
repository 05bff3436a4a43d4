import type { Draft } from "../findings/finding.ts";
import { type MarkupInText, type MarkupOfText, markupOf } from "../rst/markup-survey.ts";
import { isQuoted } from "../rst/recognition.ts";
import type { Block } from "../rst/tree.ts";
import { overlapWith } from "../text/overlap.ts";
import { slipsOf } from "./mistaken-inline.ts";
import { runsOf, spanIn } from "./runs.ts";

/** Backquotes and pairs of stars that are shown as they stand: docutils takes them for text and says nothing. */
export function* leftoverMarkup(block: Block): Iterable<Draft> {
  for (const run of runsOf(block)) {
    if (!run.lines.some(({ text }) => /`|\*\*/.test(text))) continue;
    // What docutils took for something else has its own finding.
    const isSlip = overlapWith(slipsOf(run));
    for (const left of leftIn(markupOf(run)))
      if (!isSlip(left)) yield { message: left.message, span: spanIn(run, left.start, left.end) };
  }
}

interface Leftover {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

function* leftIn({ text, markup, unclosed }: MarkupOfText): Iterable<Leftover> {
  const overlaps = overlapWith(unclosed);
  // What may be the other end of strong text that docutils finds no end of is told of there.
  const begun = unclosed.find(({ start, end }) => text.slice(start, end) === "**")?.start ?? text.length;
  const isUnclosed = (mark: { readonly start: number; readonly end: number }) =>
    overlaps(mark) || (mark.start > begun && text.slice(mark.start, mark.end) === "**");
  let shown = 0;
  for (const one of markup) {
    yield* leftBetween(text, shown, one.start, isUnclosed);
    shown = one.end;
    const left = leftInside(one);
    if (left !== undefined) yield left;
  }
  yield* leftBetween(text, shown, text.length, isUnclosed);
}

/** Markup in the inside of other markup. */
function leftInside({ mark, inside, start, end }: MarkupInText): Leftover | undefined {
  if (mark === "``")
    return /^`[^`]*`$/.test(inside)
      ? { message: "The third backquote on either side is shown. Write two.", start, end }
      : undefined;
  if (!/(?<!\\)`/.test(inside)) return undefined;
  const what = mark === "**" ? "strong text" : mark === "*" ? "emphasis" : "single backquotes";
  return {
    message: `Markup does not nest: inside ${what}, backquotes are shown as they are. Keep one of the two.`,
    start,
    end,
  };
}

/** Marks in what is text to docutils. */
function* leftBetween(
  text: string,
  from: number,
  to: number,
  isUnclosed: (mark: { readonly start: number; readonly end: number }) => boolean,
): Iterable<Leftover> {
  const marks = [...text.slice(from, to).matchAll(/`+_{0,2}|\*{2,}/g)]
    .map(({ index, 0: mark }) => ({ mark, start: from + index, end: from + index + mark.length }))
    .filter(({ mark, start, end }) => {
      if (text[start - 1] === "\\" || isUnclosed({ start, end })) return false;
      if (mark.startsWith("*")) return mark === "**" && isEndOfStrong(text, start, end);
      // A mark that is told of stands in quotes.
      return end === text.length || !isQuoted(text, start, end);
    });
  for (let index = 0; index < marks.length; index++) {
    const first = marks[index]!;
    const second = marks[index + 1];
    const isPair =
      second !== undefined &&
      second.mark[0] === first.mark[0] &&
      !text.slice(first.end, second.start).includes("\n");
    if (isPair) index++;
    const end = isPair ? second.end : first.end;
    yield { message: messageOf(text, first, isPair), start: first.start, end };
  }
}

/** Not that of `2 ** 3`: it has text on one side only, or stands at the end of a line. */
function isEndOfStrong(text: string, start: number, end: number): boolean {
  const isFirst = start === 0 || text[start - 1] === "\n";
  const isLast = end === text.length || text[end] === "\n";
  return isFirst || isLast || /\s/.test(text[start - 1]!) !== /\s/.test(text[end]!);
}

function messageOf(text: string, { mark, start }: { mark: string; start: number }, isPair: boolean): string {
  const name = mark.startsWith("*") ? "stars" : "backquotes";
  if (isPair && /[\p{L}\p{N}]/u.test(text[start - 1] ?? " "))
    return `The ${name} are shown as they are, because a letter stands right before them. Leave a blank between, or write \`\\ \`.`;
  return `The ${name} are shown as they are: the other end of the markup is missing, or there is a blank inside it. Write both ends, each right beside the text.`;
}
