import type { StatusDirective, StatusRow } from "../apiref/model.ts";
import type { Block, Section } from "../rst/tree.ts";
import type { Edit } from "../text/edit.ts";
import { span } from "../text/span.ts";

/** A list of codes that a section has already, and can take more. */
export interface ExistingList {
  readonly kind: StatusRow["kind"];
  /** The edit that puts lines such as `- 404` behind its last. */
  extend(lines: readonly string[]): Edit;
}

/**
 * The lists of a section that look codes up in a file: of each kind the last, if lines can be put behind its own.
 *
 * @param statuses what the operation lists
 * @param path of the status file
 */
export function existingLists(
  section: Section,
  statuses: readonly StatusRow[],
  path: string,
): ReadonlyMap<StatusRow["kind"], ExistingList> {
  const lists = new Map<StatusRow["kind"], ExistingList>();
  const children = new Set<Block>(section.children);
  for (const row of statuses) {
    const { origin, kind } = row;
    if (origin.kind !== "directive" || origin.file?.file.path !== path) continue;
    const { directive } = origin;
    if (!children.has(directive) || directive.span.file !== section.title.span.file) continue;
    const list = listBehind(row, origin);
    if (list !== undefined) lists.set(kind, list);
  }
  return lists;
}

/** The list that a row is the last line of. */
function listBehind({ kind, codeSpan }: StatusRow, { directive }: StatusDirective): ExistingList | undefined {
  const { file } = codeSpan;
  const { line } = file.positionAt(codeSpan.start);
  const last = directive.content.findLast(({ text }) => text.trim() !== "");
  if (last === undefined || last.file !== file || file.positionAt(last.offset).line !== line)
    return undefined;
  // Without a blank line above it the list is no content to docutils, and not shown.
  const first = directive.content.find((one) => one.text.trim() !== "")!;
  if (file.lineText(file.positionAt(first.offset).line - 1).trim() !== "") return undefined;
  const text = file.lineText(line);
  const bullet = /^[ \t]*-[ \t]+/.exec(text)?.[0];
  if (bullet === undefined) return undefined;
  const at = file.lineStarts[line - 1]! + text.length;
  const indent = /^[ \t]*/.exec(bullet)![0];
  return {
    kind,
    extend: (lines) => ({
      span: span(file, at, at),
      text: lines.map((added) => file.lineBreak + indent + added).join(""),
    }),
  };
}
