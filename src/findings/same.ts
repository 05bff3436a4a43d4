import { isAlike } from "../text/alike.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Span } from "../text/span.ts";

/** What makes a finding the one it is, as far as it can be known of another run or of a file. */
export interface Known {
  readonly rule: string;
  /** As it is named in both runs. */
  readonly file: string;
  readonly operation?: string;
  /** See `identifyingMessage`. */
  readonly message: string;
  /** The text of the line, see `identifyingText`. */
  readonly text: string;
  /** The number of the line, as it is now; undefined where it is not known, or the line is no more. */
  readonly line?: number | undefined;
}

/** What has become of the sources since the earlier findings were found. */
export interface SinceThen {
  /** Whether the line of an earlier finding is no longer in its file. */
  isLineGone(before: Known): boolean;
  /** Whether the line of a finding may be a new one in its file. */
  isLineNew(now: Known): boolean;
  /** Whether there is no such operation any more. */
  isOperationGone(operation: string): boolean;
}

/** By their index, the findings that were not there before, and the earlier ones that are no more. */
export interface Difference {
  readonly fresh: ReadonlySet<number>;
  readonly gone: ReadonlySet<number>;
}

/**
 * The one notion of "the same finding", by which a change is judged and a baseline holds: rule, message and text of the
 * line are the same, and so are file and operation as far as these are still there. Each earlier finding stands for one
 * present one: where there was one and now are two, one is new.
 *
 * The surest resemblance is looked for first, over all findings, so that of two the right one is called new.
 */
export function compareFindings(
  before: readonly Known[],
  now: readonly Known[],
  { isLineGone, isLineNew, isOperationGone }: SinceThen,
): Difference {
  const gone = new Set(before.keys());
  const fresh = new Set(now.keys());
  const pair = (left: number, right: number) => {
    gone.delete(left);
    fresh.delete(right);
  };
  /** Pairs findings that have a key in common, and are what is asked for. */
  const match = (key: (one: Known) => Key, pairs: (before: Known, now: Known) => boolean = () => true) => {
    const waiting = groups(gone, before, key);
    for (const index of fresh) {
      const text = keyText(key(now[index]!));
      const others = (text === undefined ? undefined : waiting.get(text)) ?? [];
      const at = others.findIndex((other) => pairs(before[other]!, now[index]!));
      if (at === -1) continue;
      const [other] = others.splice(at, 1);
      pair(other!, index);
    }
  };

  match((one) => one.line !== undefined && [one.rule, one.message, one.file, one.line]);
  match(({ rule, message, text, file, operation }) => [rule, message, text, file, operation]);
  // A definition or a part belongs to whichever operation uses it first.
  match(({ rule, message, text, file }) => [rule, message, text, file]);
  // The line was moved to another file, or the file has another name.
  const isMoved = (old: Known, present: Known) => isLineGone(old) && isLineNew(present);
  match(({ rule, message, text, operation }) => [rule, message, text, operation], isMoved);
  match(
    ({ rule, message, text }) => [rule, message, text],
    (old, present) => isMoved(old, present) && old.operation !== undefined && isOperationGone(old.operation),
  );
  // The line was corrected, and still has the finding.
  match(
    ({ rule, message, file }) => [rule, message, file],
    (old, present) =>
      isLineGone(old) &&
      isLineNew(present) &&
      isAlike(old.text, present.text) &&
      (old.operation === present.operation ||
        (old.operation !== undefined && isOperationGone(old.operation))),
  );
  // Of several names that a finding lists, some are no more.
  match(
    ({ rule, message, file, operation }) => {
      const { frame, names } = listIn(message);
      return names.length > 0 && [rule, frame, file, operation];
    },
    (old, present) => {
      const names = new Set(listIn(old.message).names);
      return listIn(present.message).names.every((name) => names.has(name));
    },
  );
  return { fresh, gone };
}

type Key = readonly unknown[] | false | undefined;

function groups(
  indices: Iterable<number>,
  findings: readonly Known[],
  key: (one: Known) => Key,
): Map<string, number[]> {
  return groupedBy(indices, (index) => keyText(key(findings[index]!)));
}

/** A key as text; undefined for a finding that has none. */
function keyText(key: Key): string | undefined {
  return key ? JSON.stringify(key) : undefined;
}

/** `` `a`, `b` and `c` ``, in which names come and go. */
const LIST = /`[^`]*`(?:(?:, | and |, and )`[^`]*`)+/g;

/** A message without its lists, and what stands in them; one name may be what is left of a list. */
function listIn(message: string): { readonly frame: string; readonly names: readonly string[] } {
  const names: string[] = [];
  const frame = message.replace(LIST, (list) => {
    for (const [, name = ""] of list.matchAll(/`([^`]*)`/g)) names.push(name);
    return "…";
  });
  return { frame, names };
}

/**
 * What a message says was found, without what changes although the mistake does not: the advice behind the first
 * sentence, the numbers of lines, counts (`12 samples`), a place in the generated document. Where it names its own
 * operation or its own line, as a URL or a title, that may be corrected.
 */
export function identifyingMessage(message: string, operation: string | undefined, text: string): string {
  const path = operation?.slice(operation.indexOf(" ") + 1);
  let found = "";
  for (const piece of message.replace(/ \(`[^`]*` in the document\)$/, "").split(/(`[^`]*`)/)) {
    if (piece.startsWith("`")) {
      const name = piece.slice(1, -1);
      if (name === text) found += "<line>";
      else found += name === operation || name === path ? "<operation>" : piece;
      continue;
    }
    const end = piece.search(/[.?!](?= |$)|, but /);
    found += (end === -1 ? piece : piece.slice(0, end)).replace(/\bline \d+|\b\d+(?= [a-z])/g, "#");
    if (end !== -1) break;
  }
  return found;
}

/** A sample may be one line of megabytes; its beginning says enough. */
const MOST_TEXT = 500;

/** The text of the line on which a place begins, without the white space round it. */
export function identifyingText({ file, start }: Span): string {
  const { line } = file.positionAt(start);
  const from = file.lineStarts[line - 1]!;
  const to = file.lineStarts[line] ?? file.text.length;
  return cutText(file.text.slice(from, Math.min(to, from + MOST_TEXT)));
}

/** A line as `identifyingText` gives it. */
export function cutText(line: string): string {
  return line.slice(0, MOST_TEXT).trim();
}
