import { withUris } from "./interpreted.ts";
import { survey, textOf } from "./markup-survey.ts";
import { parseWhole } from "./restructured-markup.ts";
import type { Inline, TextRun } from "./tree.ts";

/**
 * The inline markup of a text. Lines are joined with a space.
 *
 * Only inline markup is left to `restructured`: its block grammar takes exponential time in nested block quotes (20
 * levels take half a minute), drops tables, field lists, the contents of directives, and knows no source positions.
 * Even here it is called only where a text has references without backquotes, substitutions, footnotes or targets, since
 * a call costs as much as reading a hundred lines of blocks; and around it stands what it lacks: backslash escapes,
 * embedded URIs, roles of a domain or behind their text, inline targets, named footnotes, standalone URLs.
 */
export function parseInline(run: TextRun | string): readonly Inline[] {
  if (typeof run === "string") return readInline(run);
  run.inlines ??= readInline(textOf(run));
  return run.inlines;
}

function readInline(lines: string): readonly Inline[] {
  const text = joinLines(lines);
  if (!/[*`|_\\]/.test(text)) return withUris(text);
  const { pieces, source, isSimple } = survey(text);
  const inlines = (isSimple ? undefined : parseWhole(source)) ?? pieces;
  return inlines.flatMap((inline) => (inline.kind === "text" ? withUris(inline.text) : [inline]));
}

/** A text in one line, as paragraphs are shown. */
function joinLines(text: string): string {
  if (!/[\n\r\v\f\x85\u2028\u2029]/.test(text)) return text;
  const lines = text.split(/[\n\r\v\f\x85\u2028\u2029]/).map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}
