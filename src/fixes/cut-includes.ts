import { cutLines } from "../apiref/cut-lines.ts";
import type { DirectiveOption } from "../rst/tree.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { SourceFile } from "../text/source-file.ts";

/**
 * Whether an `include` that cuts lines out of a file (`:end-line: 40`, `:end-before: Request`) brings in after some
 * edits what it brought in before, with those edits made: new lines move what a number means, and may hold a text
 * that an option looks for.
 */
export function isCutAlike(
  file: SourceFile,
  options: readonly DirectiveOption[],
  edits: readonly Edit[],
): boolean {
  const { text, pieces } = cutLines(file, options);
  const edited = cutLines(new SourceFile(file.path, applyEdits(file.text, edits)), options).text;
  const first = pieces[0]?.offset;
  if (first === undefined) return edited === "";
  const end = pieces.at(-1)!.offset + text.length - pieces.at(-1)!.at;
  // Lines that do not stand together cannot be told from others.
  if (file.text.slice(first, end) !== text) return false;
  const inside = edits.filter(({ span }) => span.start >= first && span.end <= end);
  const shifted = inside.map(({ span, text: replacement }) => ({
    span: { ...span, start: span.start - first, end: span.end - first },
    text: replacement,
  }));
  return edited === applyEdits(text, shifted);
}
