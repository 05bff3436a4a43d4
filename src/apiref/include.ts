import { linesOf } from "../rst/lines.ts";
import type { Directive, Inclusion, Line } from "../rst/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import { cutLines } from "./cut-lines.ts";
import { fileArgument } from "./literalinclude.ts";
import { type Notice, unreadFile } from "./notice.ts";
import { type ReadResult, resolveFromDocument, type Sources } from "./sources.ts";

/**
 * Follows the `include` directives of one document: file names are relative to the document, also in a part
 * (Sphinx, `Include.run`). What cannot or must not be followed leaves a notice and nothing in its place.
 */
export function includer(
  document: SourceFile,
  sources: Sources,
  notices: Notice[],
): (directive: Directive, chain: Inclusion | undefined) => readonly Line[] | undefined {
  return (directive, chain) => {
    const argument = fileArgument(directive);
    // `<isonum.txt>` is one of docutils' own files of character names
    if (/^<.*>$/.test(argument.path)) return [];
    const { file, failure }: ReadResult =
      argument.path === ""
        ? { failure: "not-found" }
        : sources.read(resolveFromDocument(sources.root, document.path, argument.path));
    if (failure !== undefined) notices.push(unreadFile("include-not-found", failure, argument));
    if (file === undefined) return undefined;
    if (file === document || isIn(chain, file)) {
      notices.push({ rule: "include-cycle", span: argument.span, detail: { path: argument.path } });
      return undefined;
    }
    // Markdown and the like, which another parser reads
    if (directive.options.some(({ name }) => name === "parser")) return [];
    return shownLines(file, directive);
  };
}

function isIn(chain: Inclusion | undefined, file: SourceFile): boolean {
  for (let inclusion = chain; inclusion !== undefined; inclusion = inclusion.from)
    if (inclusion.file === file) return true;
  return false;
}

/** The lines that the directive's options leave. */
function shownLines(file: SourceFile, directive: Directive): readonly Line[] {
  const all = linesOf(file);
  if (directive.options.length === 0) return all;
  const { text, pieces } = cutLines(file, directive.options);
  if (text === file.text) return all;
  const wanted = new Set(pieces.map((piece) => file.positionAt(piece.offset).line));
  return all.filter((line) => wanted.has(file.positionAt(line.offset).line));
}
