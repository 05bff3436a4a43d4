import { optionValue } from "../rst/directive.ts";
import type { Directive, Line } from "../rst/tree.ts";
import { type Span, span } from "../text/span.ts";
import { cutLines } from "./cut-lines.ts";
import type { Sample, Side } from "./model.ts";
import { type Notice, unreadFile } from "./notice.ts";
import { type ReadResult, resolveFromDocument } from "./sources.ts";

/** Where in its operation a sample stands. */
export interface SamplePlace {
  readonly side: Side;
  readonly sectionTitles: readonly string[];
  readonly title: string;
  readonly minVersion?: string;
  readonly maxVersion?: string;
}

/** The file name that a directive's argument names, and where. */
export function fileArgument(directive: Directive): { path: string; span: Span } {
  const first = directive.argument[0];
  if (first === undefined) return { path: "", span: directive.nameSpan };
  const text = directive.argument.map((line) => line.text.trim()).join("");
  const start = first.offset + first.text.length - first.text.trimStart().length;
  return { path: text, span: span(first.file, start, start + first.text.trim().length) };
}

/**
 * Reads a `literalinclude`: the file, relative to the document, with the lines that the options cut out. A file
 * that cannot be read leaves a sample without a file, and a notice.
 */
export function readLiteralInclude(
  directive: Directive,
  place: SamplePlace,
  document: { readonly path: string; readonly root: string },
  read: (path: string) => ReadResult,
): { sample: Sample; notices: Notice[] } {
  const argument = fileArgument(directive);
  const language = optionValue(directive.options, "language")?.trim() ?? "";
  const caption = optionValue(directive.options, "caption")?.trim();
  const common = {
    directive,
    ...place,
    title: caption === undefined || caption === "" ? place.title : caption,
    path: argument.path,
    pathSpan: argument.span,
    language,
  };
  const result: ReadResult =
    argument.path === ""
      ? { failure: "not-found" }
      : read(resolveFromDocument(document.root, document.path, argument.path));
  const notices: Notice[] = [];
  if (result.failure !== undefined) notices.push(unreadFile("sample-not-found", result.failure, argument));
  if (result.file === undefined)
    return { sample: { ...common, file: undefined, text: "", pieces: [] }, notices };
  const { text, pieces } = cutLines(result.file, directive.options);
  return { sample: { ...common, file: result.file, text, pieces }, notices };
}

/** Reads a `code-block` (or `code`, `sourcecode`) as a sample. */
export function readCodeBlock(directive: Directive, place: SamplePlace): Sample {
  return {
    directive,
    ...place,
    ...textOfLines(directive.content),
    language: directive.argument[0]?.text.trim() ?? "",
  };
}

/** The text of lines with their places in the file that holds them. */
function textOfLines(lines: readonly Line[]): Pick<Sample, "file" | "text" | "pieces"> {
  let text = "";
  const pieces: { at: number; offset: number }[] = [];
  for (const line of lines) {
    pieces.push({ at: text.length, offset: line.offset });
    text += `${line.text}\n`;
  }
  return { file: lines[0]?.file, text, pieces };
}
