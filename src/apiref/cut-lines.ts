import { optionValue } from "../rst/directive.ts";
import type { OptionName } from "../rst/directive-options.ts";
import type { DirectiveOption } from "../rst/tree.ts";
import type { SourceFile } from "../text/source-file.ts";

/** The part of a file that a directive shows. */
export interface Cut {
  readonly text: string;
  /** `text` from `at` on stands in the file from `offset` on; in order of `at`. */
  readonly pieces: readonly { readonly at: number; readonly offset: number }[];
}

/**
 * Cuts lines out of a file as Sphinx does for `literalinclude` (`LiteralIncludeReader`): `:lines:`,
 * `:start-after:`, `:start-at:`, `:end-before:`, `:end-at:`; and as docutils does for `include`:
 * `:start-line:`, `:end-line:` (from 0, may be negative), `:start-after:`, `:end-before:`.
 */
export function cutLines(file: SourceFile, options: readonly DirectiveOption[]): Cut {
  const whole: Cut = { text: file.text, pieces: [{ at: 0, offset: 0 }] };
  const option = (name: OptionName) => optionValue(options, name)?.trim();
  if (!options.some((one) => CUTTING.has(one.name))) return whole;

  const starts = file.lineStarts;
  const count = file.text === "" ? 0 : starts.length - (starts.at(-1) === file.text.length ? 1 : 0);
  let wanted = Array.from({ length: count }, (_, index) => index);
  const lines = option("lines");
  if (lines !== undefined) wanted = linesOfRanges(lines, count);
  const startLine = option("start-line");
  const endLine = option("end-line");
  if (startLine !== undefined || endLine !== undefined)
    wanted = wanted.slice(integer(startLine) ?? 0, integer(endLine) ?? undefined);
  const find = (needle: string | undefined) =>
    needle === undefined ? -1 : wanted.findIndex((index) => file.lineText(index + 1).includes(needle));
  const after = find(option("start-after"));
  const at = find(option("start-at"));
  if (after >= 0) wanted = wanted.slice(after + 1);
  else if (at >= 0) wanted = wanted.slice(at);
  const before = find(option("end-before"));
  const endAt = find(option("end-at"));
  if (before >= 0) wanted = wanted.slice(0, before);
  else if (endAt >= 0) wanted = wanted.slice(0, endAt + 1);

  let text = "";
  const pieces: { at: number; offset: number }[] = [];
  for (const index of wanted) {
    pieces.push({ at: text.length, offset: starts[index]! });
    text += file.text.slice(starts[index]!, starts[index + 1] ?? file.text.length);
  }
  return { text, pieces };
}

/** The options with which a directive shows some lines of a file alone. */
export const CUTTING: ReadonlySet<string> = new Set<OptionName>([
  "lines",
  "start-line",
  "end-line",
  "start-after",
  "start-at",
  "end-before",
  "end-at",
]);

/** A directive shows a file so often at most, however often its `:lines:` name the same lines. */
const MOST_TIMES = 10;

/**
 * `1,3-5,8-` → indices from 0 (Sphinx, `parselinenos`); what cannot be read is left out, and so is what comes when the
 * file has been shown several times over.
 */
function linesOfRanges(text: string, count: number): number[] {
  const found: number[] = [];
  for (const part of text.split(",")) {
    const range = /^\s*(\d*)\s*(-?)\s*(\d*)\s*$/.exec(part);
    if (range === null || (range[1] === "" && range[3] === "")) continue;
    const first = range[1] === "" ? 1 : Number(range[1]);
    const last = range[2] === "" ? first : range[3] === "" ? count : Number(range[3]);
    for (let line = Math.max(first, 1); line <= Math.min(last, count); line++) {
      if (found.length >= MOST_TIMES * Math.max(count, 100)) return found;
      found.push(line - 1);
    }
  }
  return found;
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}
