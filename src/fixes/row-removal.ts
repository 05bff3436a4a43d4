import type { Edit } from "../text/edit.ts";
import { type Span, span } from "../text/span.ts";

/**
 * The edit that takes a row of a table, `- name: key` or `- code`, out with its line; undefined where it is not a line of
 * its own, or goes on below.
 */
export function rowRemoval({ file, start }: Span): Edit | undefined {
  const { line } = file.positionAt(start);
  const text = file.lineText(line);
  if (!/^ *- +[^\s:]+ *(?:: *\S+ *)?$/.test(text)) return undefined;
  const below = file.lineText(line + 1);
  const isContinued = below.trim() !== "" && below.search(/\S/) > text.search(/\S/);
  const [from, to] = [file.lineStarts[line - 1], file.lineStarts[line]];
  if (isContinued || from === undefined || to === undefined) return undefined;
  return { span: span(file, from, to), text: "" };
}
