import type { Block, Directive, Line } from "../rst/tree.ts";
import { type Span, span } from "../text/span.ts";
import { isDirective } from "./documents.ts";

/** What a `rest_method` directive says. */
export interface RestMethod {
  /** The verb as written; empty where there is none. */
  readonly method: string;
  readonly methodSpan: Span;
  /** The URL as written; empty where there is none. */
  readonly url: string;
  readonly urlSpan: Span;
  readonly minVersion?: string;
  readonly maxVersion?: string;
  /** Lines that are neither the method line nor a known field. */
  readonly rest: readonly Line[];
}

export function isRestMethod(block: Block): block is Directive {
  return isDirective(block, "rest_method");
}

/**
 * Reads a `rest_method` directive: os-api-ref takes the first line of the content, splits it at the first
 * space into verb and URL, and looks for `min_version: ` and `max_version: ` in the lines below
 * (`RestMethodDirective.run`). The method line may stand behind the `::` or on a line below it.
 */
export function readRestMethod(directive: Directive): RestMethod {
  const lines = [...directive.argument, ...directive.content].filter((line) => line.text.trim() !== "");
  const [first, ...others] = lines;
  const place = directive.nameSpan;
  if (first === undefined) {
    const end = span(place.file, place.end, place.end);
    return { method: "", methodSpan: end, url: "", urlSpan: end, rest: [] };
  }
  const match = /^(\s*)(\S+)(\s*)(.*?)\s*$/.exec(first.text)!;
  const [, indent, word, gap, remainder] = match as unknown as [string, string, string, string, string];
  const at = (from: number, length: number) =>
    span(first.file, first.offset + from, first.offset + from + length);
  // A line that begins with the URL has no verb.
  const isUrl = /^[`/<{]/.test(word);
  const method = isUrl ? "" : word;
  const url = isUrl ? `${word}${gap}${remainder}`.trim() : remainder;
  const urlStart = isUrl ? indent.length : indent.length + word.length + gap.length;

  let minVersion: string | undefined;
  let maxVersion: string | undefined;
  const rest: Line[] = [];
  for (const line of others) {
    const field = /^\s*:?(min|max)_version:\s*(\S+)\s*$/.exec(line.text);
    if (field === null) rest.push(line);
    else if (field[1] === "min") minVersion = field[2];
    else maxVersion = field[2];
  }
  for (const option of directive.options) {
    if (option.name === "min_version") minVersion = option.value.trim();
    if (option.name === "max_version") maxVersion = option.value.trim();
  }
  return {
    method,
    methodSpan: at(indent.length, method.length),
    url,
    urlSpan: at(urlStart, url.length),
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    rest,
  };
}
