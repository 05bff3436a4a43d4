import type { Operation, Side } from "../apiref/model.ts";
import { textOf } from "../rst/markup-survey.ts";
import type { Block, TextRun } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";
import type { Span } from "../text/span.ts";
import { runsOf, spanIn } from "./runs.ts";

/** A sentence of the prose of an operation, as it is written, markup and line ends and all. */
export interface Sentence {
  readonly text: string;
  /** The side whose section it stands in; undefined for the operation's own text. */
  readonly side: Side | undefined;
  /** The place of a stretch of the text, where all of it stands in one line; else of its first line. */
  place(start: number, end: number): Span;
}

/** The sentences of the prose of an operation, its own and that of the sections below it, in reading order. */
export const sentencesOf = remembered(({ description, notes }: Operation): readonly Sentence[] => [
  ...sentencesIn(description).map((sentence) => ({ ...sentence, side: undefined })),
  ...notes.flatMap(({ side, blocks }) => sentencesIn(blocks).map((sentence) => ({ ...sentence, side }))),
]);

const sentencesIn = gathered((block: Block): readonly Omit<Sentence, "side">[] => {
  const runs = block.kind === "section" ? NOTHING : runsOf(block);
  return runs.length === 0 ? NOTHING : runs.flatMap(sentencesOfRun);
});

/** A full stop that ends a sentence: `v2.1` and `e.g. this` go on. */
const END = /[.!?](?=\s+[A-Z`*"(])/g;

function sentencesOfRun(run: TextRun): Omit<Sentence, "side">[] {
  const text = textOf(run);
  const ends = [...text.matchAll(END)].map(({ index }) => index + 1);
  let from = 0;
  return [...ends, text.length].map((end) => {
    const start = from;
    from = end;
    return {
      text: text.slice(start, end),
      place: (first, last) => spanIn(run, start + first, start + last),
    };
  });
}
