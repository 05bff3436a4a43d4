import type { ApiRef } from "../apiref/model.ts";
import { noticesFor } from "../apiref/notice.ts";
import type { Problem } from "../rst/fault.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { remembered } from "../text/remembered.ts";
import type { Span } from "../text/span.ts";
import { type DescribedText, describedProblems, describedTexts } from "./described-texts.ts";
import { gluedContinuation } from "./glued-lists.ts";

/** Indentations that docutils does not expect, and what else it says because of them. */
interface Indentations {
  /** The lines, as `keyOf` has them. */
  readonly all: ReadonlySet<string>;
  /** Those that `rst-list-glued` tells of. */
  readonly glued: ReadonlySet<string>;
}

/** Whether docutils finds the indentation of the line in which a place begins unexpected: `rst-malformed` tells of it. */
export function isUnexpectedlyIndented(apiRef: ApiRef, { file, start }: Span): boolean {
  return indentationsOf(apiRef).all.has(keyOf(file.path, file.positionAt(start).line));
}

/**
 * Whether docutils says something because of another mistake: a line is indented that goes on with the item of a list that is glued
 * to a text, or a quotation ends that only an unexpected indentation began.
 */
export function isConsequence(apiRef: ApiRef, { fault, span }: Problem): boolean {
  const { file, start } = span;
  const { line } = file.positionAt(start);
  if (fault.kind === "indentation") return indentationsOf(apiRef).glued.has(keyOf(file.path, line));
  if (fault.kind !== "unended" || fault.element !== "block quote") return false;
  const { all } = indentationsOf(apiRef);
  const least = file.lineText(line).search(/\S/);
  for (let above = line - 1; above > Math.max(0, line - MOST_LINES); above--) {
    if (file.lineText(above).search(/\S/) <= least) return false;
    if (all.has(keyOf(file.path, above))) return true;
  }
  return false;
}

/** So many lines of a quotation are gone back. */
const MOST_LINES = 100;

const indentationsOf = remembered((apiRef: ApiRef): Indentations => {
  const all = new Set<string>();
  const add = (set: Set<string>, { file, start }: Span) =>
    set.add(keyOf(file.path, file.positionAt(start).line));
  for (const { detail, span } of noticesFor(apiRef.notices, "rst-malformed"))
    if (detail.kind === "indentation") add(all, span);
  for (const { fault, span } of describedProblems(apiRef)) if (fault.kind === "indentation") add(all, span);
  const glued = new Set<string>();
  if (all.size === 0) return { all, glued };
  for (const { blocks } of apiRef.documents) for (const span of continuations(blocks)) add(glued, span);
  for (const text of describedTexts(apiRef)) for (const span of continuationsIn(text)) add(glued, span);
  return { all, glued };
});

const continuations = gathered((block) => {
  const span = gluedContinuation(block);
  return span === undefined ? NOTHING : [span];
});

const continuationsIn = remembered(({ parsed, place }: DescribedText): readonly Span[] =>
  continuations(parsed.blocks).map(place),
);

function keyOf(path: string, line: number): string {
  return `${line} ${path}`;
}
