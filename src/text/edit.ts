import type { Span } from "./span.ts";

/** A change to a source text: the text of the span is replaced (an insertion has an empty span). */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Order in a text; an insertion comes before what it stands in front of. */
function compareEdits(a: Edit, b: Edit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** Whether two edits do the same. */
export function isSameEdit(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/**
 * Whether two different edits of one file cannot both be made: they change the same characters, one inserts inside
 * what the other replaces, or both insert at one place, where nothing says which comes first.
 */
export function collide(a: Edit, b: Edit): boolean {
  if (a.span.start === a.span.end && b.span.start === b.span.end) return a.span.start === b.span.start;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/** Whether two of some different edits of one file cannot both be made. */
export function doCollide(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(compareEdits);
  // One that collides with any before it collides with the one that reaches furthest, or inserts where the one before does.
  let furthest = sorted[0];
  for (const [index, edit] of sorted.entries()) {
    if (index === 0) continue;
    if (collide(sorted[index - 1]!, edit) || collide(furthest!, edit)) return true;
    if (edit.span.end > furthest!.span.end) furthest = edit;
  }
  return false;
}

/**
 * The text with all edits made. They are edits of one file and do not collide; the order in which they are given
 * does not matter.
 *
 * `applyEdits("abc", [replace 0–1 with "X", insert "-" at 3])` → `"Xbc-"`
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { span, text: replacement } of [...edits].sort(compareEdits)) {
    if (span.start < from || span.end > text.length)
      throw new Error(`Edits of ${span.file.path} collide at ${span.start}, or leave the text`);
    pieces.push(text.slice(from, span.start), replacement);
    from = span.end;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}
