import type { Operation } from "../apiref/model.ts";
import { pathShape } from "../apiref/targets.ts";
import { type Span, span } from "../text/span.ts";

/** A part of a URL that the URLs of other operations spell otherwise. */
export interface UrlSlip {
  readonly operation: Operation;
  readonly written: string;
  readonly meant: string;
  readonly span: Span;
  /** How many operations have what was meant. */
  readonly siblings: number;
}

/** A word of a path with what stands before and behind it. */
interface Word {
  readonly operation: Operation;
  /** The parts of the path before it. */
  readonly before: string;
  readonly text: string;
  /** The part behind it; empty at the end. */
  readonly next: string;
}

/**
 * The words of paths that at most two operations have where three or more have nearly the same one: with an underscore
 * for a dash, without the `s` of the plural (before the same variable, or where a collection is listed or added to), or with no slash
 * behind a variable.
 */
export function* urlSlips(operations: readonly Operation[]): Iterable<UrlSlip> {
  const words = operations.filter(({ target }) => !target.webhook).flatMap(wordsOf);
  const byPlace = new Map<string, Map<string, Word[]>>();
  for (const word of words) {
    const here = byPlace.get(word.before) ?? new Map<string, Word[]>();
    byPlace.set(word.before, here);
    const same = here.get(word.text) ?? [];
    here.set(word.text, same);
    same.push(word);
  }
  for (const here of byPlace.values()) {
    const common = commonOf(here);
    for (const [text, few] of here) {
      if (few.length > 2) continue;
      for (const word of few) {
        const meant = meantBy(word, common);
        const at = meant === undefined ? undefined : placeOf(word);
        if (meant !== undefined && at !== undefined)
          yield {
            operation: word.operation,
            written: text,
            meant: meant.text,
            span: at,
            siblings: meant.many.length,
          };
      }
    }
  }
}

/** A word that three and more operations have in one place. */
interface CommonWord {
  readonly text: string;
  readonly many: readonly Word[];
  /** The first of them is meant where two could be. */
  readonly order: number;
}

interface CommonWords {
  readonly byText: ReadonlyMap<string, CommonWord>;
  /** By what they are with dashes for underscores: the first. */
  readonly byDashes: ReadonlyMap<string, CommonWord>;
}

function commonOf(here: ReadonlyMap<string, readonly Word[]>): CommonWords {
  const byText = new Map<string, CommonWord>();
  const byDashes = new Map<string, CommonWord>();
  for (const [text, many] of here) {
    if (many.length < 3) continue;
    const word = { text, many, order: byText.size };
    byText.set(text, word);
    if (!byDashes.has(withDashes(text))) byDashes.set(withDashes(text), word);
  }
  return { byText, byDashes };
}

function meantBy(word: Word, { byText, byDashes }: CommonWords): CommonWord | undefined {
  const { text } = word;
  const alike = byDashes.get(withDashes(text));
  const plural = byText.get(`${text}s`);
  if (plural === undefined || !isOneOf(word, plural)) return alike;
  return alike === undefined || plural.order < alike.order ? plural : alike;
}

/** Whether a word in the singular stands before the variable of a collection, or where that itself is listed or added to. */
function isOneOf({ next, operation: { method, title } }: Word, { many }: CommonWord): boolean {
  if (next.startsWith("{")) return many.some((word) => word.next === next);
  if (next !== "" || !OF_COLLECTIONS.get(method.toUpperCase())?.test(title)) return false;
  // A path of its own in the singular may be one thing, such as a schema, beside the collection of many.
  const isThere = many.some((word) => word.next === "" && word.operation.method === method);
  return !isThere && many.every((word) => word.next === "" || word.next.startsWith("{"));
}

/** The titles of what is asked of a collection, by method. */
const OF_COLLECTIONS: ReadonlyMap<string, RegExp> = new Map([
  ["GET", /^lists?\b/i],
  ["POST", /^(?:creates?|adds?)\b/i],
]);

const withDashes = (text: string): string => text.replaceAll("_", "-");

function wordsOf(operation: Operation): Word[] {
  const parts = operation.target.path.split("/").slice(1);
  return parts.flatMap((text, index) =>
    text === "" || text.includes("{")
      ? []
      : [
          {
            operation,
            before: pathShape(parts.slice(0, index).join("/")),
            text,
            next: parts[index + 1] ?? "",
          },
        ],
  );
}

/** Where a word stands in the URL as it was written; undefined where it is there twice, or was mended. */
function placeOf({ operation, text }: Word): Span | undefined {
  const { url, urlSpan } = operation;
  const parts = url.split(/[/?]/);
  if (parts.filter((part) => part === text).length !== 1) return undefined;
  const before = parts.slice(0, parts.indexOf(text));
  const start = urlSpan.start + before.reduce((total, part) => total + part.length + 1, 0);
  return urlSpan.file.text.startsWith(text, start)
    ? span(urlSpan.file, start, start + text.length)
    : undefined;
}
