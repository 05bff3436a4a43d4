import type { Edit } from "../text/edit.ts";
import { remembered } from "../text/remembered.ts";
import { span } from "../text/span.ts";
import type { Definition, ParametersFile } from "./parameters-file.ts";
import { PLACES } from "./places.ts";

/** A definition that is out of order, and how to put it right. */
export interface Misplaced {
  readonly definition: Definition;
  /** The definition that it belongs behind; undefined where it belongs first. */
  readonly after: Definition | undefined;
  /**
   * Moves it, together with all others that belong to the same place (they have the same edits); undefined where
   * the file is not laid out in a way that lets lines be moved safely.
   */
  readonly edits: readonly Edit[] | undefined;
}

/**
 * The fewest definitions that have to move to bring a file into os-api-ref's order: header, path, query, body, and
 * by lower-case key in each. Definitions without a valid `in` stay where they are.
 */
export const misplacedDefinitions = remembered((parameters: ParametersFile): readonly Misplaced[] => {
  const ordered = [...parameters.definitions.values()].filter((definition) => rank(definition) >= 0);
  const kept = longestSorted(ordered);
  if (kept.size === ordered.length) return [];
  const sorted = ordered.toSorted(compareDefinitions);
  const edits = moves(parameters, sorted, kept);
  return sorted.flatMap((definition, index) =>
    kept.has(definition) ? [] : [{ definition, after: sorted[index - 1], edits: edits?.get(definition) }],
  );
});

/** A place that is none is a finding of its own, and its definition stays where it is. */
function rank({ fields }: Definition): number {
  return PLACES.indexOf(fields.get("in")?.text ?? "");
}

function compareDefinitions(a: Definition, b: Definition): number {
  const keyA = a.key.toLowerCase();
  const keyB = b.key.toLowerCase();
  return rank(a) - rank(b) || (keyA < keyB ? -1 : keyA > keyB ? 1 : 0);
}

/** The longest run of definitions, not necessarily neighbours, that is in order already (patience sorting). */
function longestSorted(definitions: readonly Definition[]): Set<Definition> {
  /** The definition with the smallest last place among the runs of each length. */
  const ends: Definition[] = [];
  const before = new Map<Definition, Definition | undefined>();
  for (const definition of definitions) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareDefinitions(ends[middle]!, definition) <= 0) low = middle + 1;
      else high = middle;
    }
    before.set(definition, ends[low - 1]);
    ends[low] = definition;
  }
  const run = new Set<Definition>();
  for (let last = ends.at(-1); last !== undefined; last = before.get(last)) run.add(last);
  return run;
}

/** The lines of a definition in its file; offsets. */
interface Stretch {
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

/**
 * The edits for each definition that is not kept in place: its lines are cut out and put in beside its neighbours
 * to be. What goes to the same place goes there in one edit.
 */
function moves(
  parameters: ParametersFile,
  sorted: readonly Definition[],
  kept: ReadonlySet<Definition>,
): Map<Definition, readonly Edit[]> | undefined {
  const layout = stretches(parameters);
  if (layout === undefined) return undefined;
  const { file } = parameters;
  const { text, lineBreak } = file;
  const indexes = new Map(layout.map(({ definition }, index) => [definition, index]));
  const isMoved = ({ definition }: Stretch): boolean => rank(definition) >= 0 && !kept.has(definition);
  const stretchOf = (definition: Definition): Stretch => layout[indexes.get(definition)!]!;
  const lines = ({ start, end }: Stretch): string => {
    const own = text.slice(start, end);
    return /[\r\n]$/.test(own) ? own : own + lineBreak;
  };
  /** Blank lines between definitions, where the file has them as a rule. */
  const neighbours = layout.slice(1).filter(({ headed }) => !headed);
  const spaced = neighbours.filter(
    (stretch) => stretch.start > layout[indexes.get(stretch.definition)! - 1]!.end,
  );
  const gap = spaced.length * 2 > neighbours.length ? lineBreak : "";

  /** The definition that stays next to each place of the order. */
  const following = sorted.reduceRight<(Definition | undefined)[]>((found, one, index) => {
    found[index] = kept.has(one) ? one : found[index + 1];
    return found;
  }, []);
  /** Where a definition goes: before or behind the lines of one that stays. */
  const target = (position: number, previous: Definition | undefined): { at: number; behind: boolean } => {
    const { in: place } = sorted[position]!;
    const next = following[position];
    if (next?.in === place) return { at: stretchOf(next!).start, behind: false };
    if (previous !== undefined && (previous.in === place || next === undefined))
      return { at: stretchOf(previous).end, behind: true };
    // Nothing of its kind stays: before the heading of what follows.
    const { start, headed } = stretchOf(next!);
    const above = layout[indexes.get(next!)! - 1];
    return headed && above !== undefined ? { at: above.end, behind: true } : { at: start, behind: false };
  };

  const groups = new Map<string, { at: number; behind: boolean; members: Stretch[] }>();
  let previous: Definition | undefined;
  for (const [position, definition] of sorted.entries()) {
    if (kept.has(definition)) {
      previous = definition;
      continue;
    }
    const { at, behind } = target(position, previous);
    const name = `${at} ${behind}`;
    const group = groups.get(name) ?? { at, behind, members: [] };
    group.members.push(stretchOf(definition));
    groups.set(name, group);
  }

  /** Whether nothing that stays follows below a definition before the next heading. */
  const atEnd = layout.reduceRight<boolean[]>((found, _, index) => {
    const below = layout[index + 1];
    found[index] = below === undefined || below.headed || (isMoved(below) && found[index + 1]!);
    return found;
  }, []);
  /** The lines to cut: with the blank lines below, or at the end of a block of definitions with those above. */
  const cut = (stretch: Stretch): Edit => {
    const index = indexes.get(stretch.definition)!;
    const above = layout[index - 1];
    if (!atEnd[index]) return { span: span(file, stretch.start, layout[index + 1]!.start), text: "" };
    const start = above === undefined || stretch.headed ? stretch.start : above.end;
    return { span: span(file, start, stretch.end), text: "" };
  };

  const edits = new Map<Definition, readonly Edit[]>();
  for (const { at, behind, members } of groups.values()) {
    const pieces = members.map(lines);
    const open = behind && at > 0 && !/[\r\n]/.test(text[at - 1]!);
    const inserted = behind
      ? `${open ? lineBreak : ""}${pieces.map((piece) => gap + piece).join("")}`
      : pieces.map((piece) => piece + gap).join("");
    const all = [{ span: span(file, at, at), text: inserted }, ...members.map(cut)];
    for (const { definition } of members) edits.set(definition, all);
  }
  return edits;
}
