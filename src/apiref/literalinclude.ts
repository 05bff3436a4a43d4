import { optionValue } from "../rst/directive.ts";
import type { Directive, Line, LiteralBlock } from "../rst/tree.ts";
import { type Span, span } from "../text/span.ts";
import { type Cut, cutLines } from "./cut-lines.ts";
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
    block: directive,
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
  const cut = cutLines(result.file, directive.options);
  return { sample: { ...common, file: result.file, ...withAdded(cut, directive) }, notices };
}

/** The text between what `:prepend:` and `:append:` put round it, which Sphinx shows as lines of their own. */
function withAdded({ text, pieces }: Cut, { options }: Directive): Cut {
  const added = (name: "prepend" | "append") => optionValue(options, name)?.trim();
  const before = added("prepend");
  const after = added("append");
  if (before === undefined && after === undefined) return { text, pieces };
  const lead = before === undefined ? "" : `${before}\n`;
  const body = after === undefined || text.endsWith("\n") || text === "" ? text : `${text}\n`;
  const start = pieces[0]?.offset ?? 0;
  return {
    text: lead + body + (after === undefined ? "" : `${after}\n`),
    // What is added stands in no file: its place is where it is put.
    pieces: [
      ...(lead === "" ? [] : [{ at: 0, offset: start }]),
      ...pieces.map(({ at, offset }) => ({ at: at + lead.length, offset })),
    ],
  };
}

/**
 * Reads a `code-block` (or `code`, `sourcecode`) or a literal block as a sample; one that an `include` with `:literal:`
 * or `:code:` made of a file bears the file's name.
 */
export function readCodeBlock(
  block: Directive | LiteralBlock,
  place: SamplePlace,
  include?: Directive,
): Sample {
  const argument = include === undefined ? undefined : fileArgument(include);
  return {
    block,
    ...place,
    ...(argument === undefined ? {} : { path: argument.path, pathSpan: argument.span }),
    ...textOfLines(block.kind === "directive" ? block.content : block.lines),
    language: block.kind === "directive" ? (block.argument[0]?.text.trim() ?? "") : "",
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
