import type { Draft } from "../findings/finding.ts";
import type { Block } from "../rst/tree.ts";
import { NOTHING } from "../rst/walk.ts";
import type { Edit } from "../text/edit.ts";
import { type Span, span } from "../text/span.ts";
import { readsLikeRows } from "./stray-rows.ts";

/** Lists that are indented without need: docutils puts them into a quotation. */
export function quotedList(block: Block): readonly Draft[] {
  if (block.kind !== "block-quote" || !block.children.every(isList)) return NOTHING;
  const [list, ...others] = block.children;
  // Rows whose directive is missing are to stay where they are: `operation-part-stray` tells of them.
  if (list === undefined || (list.kind === "bullet-list" && readsLikeRows(list))) return NOTHING;
  const { span } = list;
  // The content of a directive that is part of a text: what is to mend stands there.
  const above = nextWritten(span.file, span.file.positionAt(span.start).line - 1, -1);
  if (above !== undefined && /^\s*\.\. \S+::/.test(above)) return NOTHING;
  const edits = others.length === 0 ? moved(span) : undefined;
  return [
    {
      message:
        "An indented list becomes a block quote. Begin its lines in the column in which the text above begins.",
      span,
      ...(edits === undefined ? {} : { edits }),
    },
  ];
}

function isList({ kind }: Block): boolean {
  return kind === "bullet-list" || kind === "enumerated-list";
}

const MARKER = /^ *(?:(?:[-*+\u2022]|\(?(?:\d+|#|[a-z])[.)]) +)?/i;

/** The edits that move a list to the column of the text above; undefined where something else would become part of it. */
function moved({ file, start, end }: Span): Edit[] | undefined {
  const first = file.positionAt(start).line;
  const last = file.positionAt(end).line;
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const written = numbers.filter((line) => file.lineText(line).trim() !== "");
  // Without a blank line round it, it would become part of the text above, or the text below a part of it.
  if (![first - 1, last + 1].every((line) => isBlank(file, line))) return undefined;
  const above = nextWritten(file, first - 1, -1);
  const below = nextWritten(file, last + 1, 1);
  if (
    above === undefined ||
    [...written.map((line) => file.lineText(line)), above].some((text) => text.includes("\t"))
  )
    return undefined;
  const column = MARKER.exec(above)![0].length;
  const surplus = columnOf(file.lineText(first)) - column;
  if (surplus <= 0 || written.some((line) => columnOf(file.lineText(line)) < column + surplus))
    return undefined;
  // A list in that column would go on with this one, and what stands further in would be part of its last item.
  if (below !== undefined && columnOf(below) > column) return undefined;
  if (below !== undefined && columnOf(below) === column && MARKER.exec(below)![0].length > column)
    return undefined;
  return written.map((line) => {
    const from = file.lineStarts[line - 1]!;
    return { span: span(file, from + column, from + column + surplus), text: "" };
  });
}

/** The text of the next line that has some; undefined at either end of the file. */
function nextWritten(file: Span["file"], from: number, step: 1 | -1): string | undefined {
  for (let line = from; line >= 1 && line <= file.lineStarts.length; line += step)
    if (file.lineText(line).trim() !== "") return file.lineText(line);
  return undefined;
}

/** Whether a line is blank; what lies beyond the ends of a file is. */
function isBlank(file: Span["file"], line: number): boolean {
  return line < 1 || line > file.lineStarts.length || file.lineText(line).trim() === "";
}

function columnOf(text: string): number {
  return text.search(/\S/);
}
