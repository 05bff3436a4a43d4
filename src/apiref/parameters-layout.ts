import type { Edit } from "../text/edit.ts";
import { remembered } from "../text/remembered.ts";
import type { SourceFile } from "../text/source-file.ts";
import { span } from "../text/span.ts";
import type { Definition, ParametersFile } from "./parameters-file.ts";

/** How a file of definitions is laid out. */
export interface Layout {
  readonly file: SourceFile;
  readonly stretches: readonly Stretch[];
  /** Where in `stretches` each definition is. */
  readonly indexes: ReadonlyMap<Definition, number>;
  /** What stands between two definitions, as a rule: a line break or nothing. */
  readonly gap: string;
}

/** An offset between the lines of definitions: right behind one of them, or right before one. */
export interface Spot {
  readonly at: number;
  readonly behind: boolean;
}

/** Undefined where lines of the file cannot be moved safely; see `stretches`. */
export const layoutOf = remembered((parameters: ParametersFile): Layout | undefined => {
  const found = stretches(parameters);
  if (found === undefined) return undefined;
  const { file } = parameters;
  const indexes = new Map(found.map(({ definition }, index) => [definition, index]));
  const neighbours = found.slice(1).filter(({ headed }) => !headed);
  const spaced = neighbours.filter(
    (stretch) => stretch.start > found[indexes.get(stretch.definition)! - 1]!.end,
  );
  const gap = spaced.length * 2 > neighbours.length ? file.lineBreak : "";
  return { file, stretches: found, indexes, gap };
});

/** Where a definition of a place goes that belongs between two others; undefined for one that is not there. */
export function spotBetween(
  { stretches: all, indexes }: Layout,
  place: string | undefined,
  previous: Definition | undefined,
  next: Definition | undefined,
): Spot {
  const stretchOf = (definition: Definition): Stretch => all[indexes.get(definition)!]!;
  if (next !== undefined && next.in === place) return { at: stretchOf(next).start, behind: false };
  if (previous !== undefined && (previous.in === place || next === undefined))
    return { at: stretchOf(previous).end, behind: true };
  if (next === undefined) return { at: all.at(-1)?.end ?? 0, behind: true };
  // Nothing of its kind is there: before the heading of what follows.
  const { start, headed } = stretchOf(next);
  const above = all[indexes.get(next)! - 1];
  return headed && above !== undefined ? { at: above.end, behind: true } : { at: start, behind: false };
}

/** Puts in definitions, each with its line break. @param gap what stands between two definitions */
export function insertedAt(
  file: SourceFile,
  { at, behind, gap }: Spot & { readonly gap: string },
  pieces: readonly string[],
): Edit {
  const { text, lineBreak } = file;
  const open = behind && at > 0 && !/[\r\n]/.test(text[at - 1]!);
  const inserted = behind
    ? `${open ? lineBreak : ""}${pieces.map((piece) => gap + piece).join("")}`
    : pieces.map((piece) => piece + gap).join("");
  return { span: span(file, at, at), text: inserted };
}

/** The lines of a definition in its file; offsets. */
export interface Stretch {
  readonly definition: Definition;
  /** The comment lines right above the key that are not a heading, else the key's line. */
  readonly start: number;
  /** Behind the last line that belongs to the definition. */
  readonly end: number;
  /** A comment above that heads several definitions (`# variables in path`), or stands on its own. */
  readonly headed: boolean;
}

/** `# variables in header`, `# Path params`: the comment stays when the definition below it moves. */
const HEADING = /^#+\s*(?:variables?|param(?:eter)?s|header|path|query|body)\b/i;

/** `description: |+`. */
const KEEPS_BLANK_LINES = /:[ \t]+[|>]\d?\+\d?[ \t]*(?:#.*)?$/m;
/** What may stand above the first definition: directives of YAML, the start of the document. */
const OPENING = /^(?:---\s*(?:#.*)?\s*$|%|\uFEFF)/;
const END_OF_DOCUMENT = /^\.\.\.\s*$/;

/**
 * The definitions of a file with their lines; undefined where the file is more than definitions at the left margin
 * with comments and blank lines in between (anchors, several documents, one key twice, a text that keeps the blank
 * lines below it), or where a line of it cannot be read, for nobody knows which definition that belongs to.
 */
function stretches({ file, definitions }: ParametersFile): Stretch[] | undefined {
  const { text } = file;
  if (KEEPS_BLANK_LINES.test(text) || [...definitions.values()].some(({ broken }) => broken))
    return undefined;
  const byStart = new Map([...definitions.values()].map((one) => [one.keySpan.start, one]));
  const found: Stretch[] = [];
  let seen: Definition | undefined;
  let start = 0;
  let end = 0;
  let headed = false;
  /** Where the comment lines right above the current line begin. */
  let comment: number | undefined;
  let heading = false;
  let ended = false;
  const close = () => {
    if (seen !== undefined) found.push({ definition: seen, start, end, headed });
  };
  for (const [index, lineStart] of file.lineStarts.entries()) {
    const lineEnd = file.lineStarts[index + 1] ?? text.length;
    const line = text.slice(lineStart, lineEnd);
    const definition = byStart.get(lineStart);
    if (ended && !/^\s*(?:#|$)/.test(line)) return undefined;
    if (definition !== undefined) {
      close();
      const own = comment !== undefined && !HEADING.test(text.slice(comment, lineStart));
      headed = heading || (comment !== undefined && !own);
      start = own ? comment! : lineStart;
      end = lineEnd;
      seen = definition;
      comment = undefined;
      heading = false;
    } else if (line.trim() === "") {
      heading ||= comment !== undefined;
      comment = undefined;
    } else if (line.startsWith("#")) comment ??= lineStart;
    else if (line.startsWith(" ")) {
      // Comments at the margin between the fields belong to the definition.
      end = lineEnd;
      comment = undefined;
      heading = false;
    } else if (END_OF_DOCUMENT.test(line)) ended = true;
    else if (seen !== undefined || !OPENING.test(line)) return undefined;
  }
  close();
  const whole =
    found.length === definitions.size && !found.some(({ definition }) => hasReference(definition));
  return whole ? found : undefined;
}

/** Whether a definition has an anchor, an alias or a merged field, so that what it says depends on its place. */
function hasReference({ keySpan, fields }: Definition): boolean {
  const { text } = keySpan.file;
  let from = keySpan.end;
  for (const { nameSpan, valueSpan, value } of fields.values()) {
    if (nameSpan.start < from || valueSpan.start < nameSpan.end) return true;
    const between = text.slice(from, nameSpan.start) + text.slice(nameSpan.end, valueSpan.start);
    const inside = typeof value === "object" ? text.slice(valueSpan.start, valueSpan.end) : "";
    if (/[&*]/.test(between + inside)) return true;
    from = valueSpan.end;
  }
  return false;
}
