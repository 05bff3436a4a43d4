import type { Draft } from "../findings/finding.ts";
import { spanOfLine } from "../rst/lines.ts";
import type { Block, Line, Paragraph } from "../rst/tree.ts";
import { NOTHING } from "../rst/walk.ts";
import type { Edit } from "../text/edit.ts";
import { type Span, span } from "../text/span.ts";

/** A line that would begin an item of a list, were it not part of a paragraph; the marker with its blanks. */
const ITEM = /^(?:[-*+\u2022]|#\.|\(?\d{1,2}[.)]) +(?=\S)/;

/** A list right below the text that introduces it: docutils reads its lines as part of the text. */
export function gluedList(block: Block): Iterable<Draft> {
  if (block.kind !== "paragraph" || block.text.lines.length < 2) return NOTHING;
  const first = firstItem(block);
  return first === undefined ? NOTHING : [findingAt(block, first)];
}

/**
 * The line below a paragraph that goes on with the item in the paragraph's last line. To docutils its indentation is unexpected, which is
 * no other mistake than that the list is glued to the text.
 */
export function gluedContinuation(block: Block): Span | undefined {
  if (block.kind !== "paragraph" || firstItem(block) === undefined) return undefined;
  return continuation(block);
}

/** The line of a paragraph with which a list begins; undefined where its dashes are those of sentences. */
function firstItem(paragraph: Paragraph): number | undefined {
  const { lines } = paragraph.text;
  const first = lines.findIndex(({ text }, index) => index > 0 && ITEM.test(text));
  if (first < 0) return undefined;
  const marker = lines[first]!.text[0]!;
  const isIntroduced = lines[first - 1]!.text.endsWith(":");
  const isCounted = /[\d(]/.test(marker);
  const items = lines.slice(first).filter(({ text }) => ITEM.test(text) && (isCounted || text[0] === marker));
  const isContinued = first === lines.length - 1 && continuation(paragraph) !== undefined;
  return isIntroduced || isContinued || (items.length > 1 && !isCounted) ? first : undefined;
}

/** The line below that is indented as far as the text of the item in the last line. */
function continuation({ text: { lines } }: Paragraph): Span | undefined {
  const last = lines.at(-1)!;
  const marker = ITEM.exec(last.text)?.[0];
  if (marker === undefined || lines.length < 2) return undefined;
  const { file, offset } = last;
  const line = file.positionAt(offset).line;
  const indent = offset - file.lineStarts[line - 1]! + marker.length;
  const below = file.lineText(line + 1);
  if (below.search(/\S/) !== indent) return undefined;
  const start = file.lineStarts[line]! + indent;
  return span(file, start, start + below.slice(indent).trimEnd().length);
}

function findingAt({ text: { lines } }: Paragraph, first: number): Draft {
  const place = spanOfLine(lines[first]!);
  const edits = isWholeList(lines.slice(first)) ? blankLineAbove(lines[first]!) : undefined;
  return {
    message:
      "A list right below a text is part of it: the page shows its lines as one. Leave a blank line above it.",
    span: place,
    ...(edits === undefined ? {} : { edits }),
  };
}

/** Whether with a blank line above nothing but a list comes of the lines, and of those below that belong to them. */
function isWholeList(lines: readonly Line[]): boolean {
  const marker = ITEM.exec(lines[0]!.text)![0];
  if (!lines.every(({ text }) => ITEM.exec(text)?.[0][0] === marker[0] || /\d/.test(marker))) return false;
  const { file, offset } = lines.at(-1)!;
  const line = file.positionAt(offset).line;
  const indent = offset - file.lineStarts[line - 1]!;
  for (let at = line + 1; file.lineText(at).trim() !== ""; at++) {
    const below = file.lineText(at).slice(indent);
    if (!ITEM.test(below) && !/^ *$/.test(below.slice(0, marker.length))) return false;
  }
  return true;
}

function blankLineAbove({ file, offset }: Line): Edit[] | undefined {
  const start = file.lineStarts[file.positionAt(offset).line - 1]!;
  // A cell of a table cannot grow.
  if (file.text.slice(start, offset).trim() !== "") return undefined;
  return [{ span: span(file, start, start), text: file.lineBreak }];
}
