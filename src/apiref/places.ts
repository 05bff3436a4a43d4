import { nearest } from "../text/similar.ts";

/** Where a parameter can stand, in the order that os-api-ref wants them in a file (`_check_yaml_sorting`). */
export const PLACES: readonly string[] = ["header", "path", "query", "body"];

/** Whether nothing says where a row stands: its definition is missing, or says no place that there is. */
export function lacksPlace({
  definition,
}: {
  readonly definition: { readonly in: string | undefined } | undefined;
}): boolean {
  return definition?.in === undefined || !PLACES.includes(definition.in);
}

/** Other words for a place: those of WADL and of query strings. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ...["param", "params", "parameter", "parameters", "querystring", "query string"].map(
    (word) => [word, "query"] as const,
  ),
  ...["uri", "url"].map((word) => [word, "path"] as const),
  ...["plain", "json", "payload", "request", "response"].map((word) => [word, "body"] as const),
]);

/**
 * The place that an `in` means: `query` for `Query`, `qeury` or `params`. As written where it means none; a page shows
 * the word, whatever it is.
 */
export function meantPlace(written: string): string {
  if (PLACES.includes(written)) return written;
  const word = written.trim().toLowerCase();
  return OTHER_WORDS.get(word) ?? nearest(word, PLACES) ?? written;
}
