import type { Draft } from "../findings/finding.ts";
import type { DirectiveInfo } from "../rst/directive-info.ts";
import { directiveInfo, directiveNameOf, directiveNames, directives } from "../rst/directives.ts";
import type { Block, Comment, FieldList, Line, TextRun } from "../rst/tree.ts";
import { remembered } from "../text/remembered.ts";
import { nearest } from "../text/similar.ts";
import type { SourceFile } from "../text/source-file.ts";
import { span } from "../text/span.ts";
import { isKnownDirective } from "./directive-names.ts";

/** The directives that are no words of English; see `DirectiveInfo.meant`. */
const UNMISTAKABLE: readonly string[] = directiveNames.filter((name) => isUnmistakable(directives[name]));

function isUnmistakable({ meant }: DirectiveInfo): boolean {
  return meant instanceof RegExp;
}

/**
 * Directives that were written so that docutils takes them for a comment or for text, and says nothing: the page
 * silently lacks them.
 */
export function* mistakenDirectives(block: Block): Iterable<Draft> {
  if (block.kind === "comment") yield* commentByMistake(block);
  else if (block.kind === "paragraph") yield* textByMistake(block.text.lines);
  else if (block.kind === "definition-list")
    for (const { term, children } of block.items) {
      yield* textByMistake(term.lines);
      yield* literalByMistake(term.lines.at(-1)!);
      yield* termByMistake(term, children[0]);
    }
  else if (block.kind === "field-list") yield* optionsOfNothing(block);
}

/** A line of a sentence that goes on; terms are shorter. */
const SHORTEST_LINE = 36;

/** `Like this::` with the block right below it, which makes a definition of the text (docutils tells of it as an info). */
function* literalByMistake({ text, file, offset }: Line): Iterable<Draft> {
  if (!text.endsWith("::")) return;
  yield {
    message:
      "`::` with the block right below it does not begin a literal block. Leave a blank line between them.",
    span: span(file, offset + text.length - 2, offset + text.length),
  };
}

/** A sentence whose second line is indented, which makes a term of the first. */
function* termByMistake({ lines, span: place }: TextRun, below: Block | undefined): Iterable<Draft> {
  const { text } = lines.at(-1)!;
  const next =
    below?.kind === "paragraph"
      ? below.text
      : below?.kind === "definition-list"
        ? below.items[0]!.term
        : undefined;
  if (!/^[a-z]/.test(next?.lines[0]?.text ?? "") || text.length < SHORTEST_LINE || /^[a-z]|[.:]$/.test(text))
    return;
  yield {
    message:
      "The line below is indented, which makes a term of this one, set apart from the rest of its sentence. Indent both alike.",
    span: place,
  };
}

/** `:language: json`, where the line of the directive itself is missing. */
function* optionsOfNothing({ fields }: FieldList): Iterable<Draft> {
  // One mistake, one finding: what was to be a directive in the line above is told of.
  for (const { name, span: whole } of fields)
    if (
      name === "language" &&
      !whole.file.lineText(whole.file.positionAt(whole.start).line - 1).includes("::")
    )
      yield {
        message:
          "`:language:` is an option of a directive, and none stands above it. Write `.. literalinclude:: file`.",
        span: { ...whole, end: whole.start + name.length + 2 },
      };
}

/** `.. note: text`, `.. rest_parameters parameters.yaml`, `.. rest_method::GET /x`, `.. rest_method::: GET /x`, `.. rest method:: GET /x`. */
function* commentByMistake({ lines, span: { file, start } }: Comment): Iterable<Draft> {
  const [first] = lines;
  // What stands below the dots was made a comment on purpose.
  if (first === undefined || file.text.slice(start, first.offset).includes("\n")) return;
  const match =
    /^([A-Za-z][\w-]*(?: [a-z][\w-]*)?) ?([:\uff1a]{1,4})(?![:\uff1a])(.*)$/.exec(first.text) ??
    /^([A-Za-z][\w-]*)()(?: +(.*))?$/.exec(first.text);
  if (match === null) return;
  const [shown, written, colons, behind = ""] = match as unknown as [string, string, string, string?];
  const name = meantDirective(written);
  if (name === undefined) return;
  // With both colons it was meant to be one; without, a comment may well begin with such a word.
  const { meant } = directiveInfo(directiveNameOf(name));
  const isMeant =
    colons.length > 1 || (meant instanceof RegExp ? meant.test(behind.trim()) : colons.length === 1);
  if (!isMeant || (!(meant instanceof RegExp) && isAboveAll(file, start))) return;
  const end = first.offset + shown.length - behind.length;
  yield {
    message: `\`${file.text.slice(start, end).trimEnd()}\` begins a comment, which the page does not show. Write \`.. ${name}::\`${
      colons !== "" && /^\S/.test(behind) ? ", and a blank behind it" : ""
    }.`,
    span: span(file, start, start + file.text.slice(start, end).trimEnd().length),
  };
}

/** An underline, as below a title. */
const UNDERLINE = /^([!-/:-@[-`{-~])\1{2,}[ \t]*$/gm;

/** Whether nothing but comments stands above a place in a file with titles below: what is said there is said to authors. */
function isAboveAll(file: SourceFile, at: number): boolean {
  const { firstText, lastUnderline } = headOf(file);
  return at <= firstText && at < lastUnderline;
}

/** Where the first line stands that is no comment, and the last underline. */
const headOf = remembered(({ text }: SourceFile) => {
  const first = text.search(/^[^\s.]/m);
  return {
    firstText: first < 0 ? text.length : first,
    lastUnderline: [...text.matchAll(UNDERLINE)].at(-1)?.index ?? -1,
  };
});

/** `..rest_method:: GET /x`, `rest_method:: GET /x`, a directive in the line below a text, or an underline with a slip. */
function* textByMistake(lines: readonly Line[]): Iterable<Draft> {
  for (const [index, line] of lines.entries()) {
    if (index > 0 && isNearlyUnderline(line.text))
      yield {
        message: `\`${line.text.trim()}\` does not underline a title, and the page shows it as text. Repeat one character right below a title of one line.`,
        span: span(line.file, line.offset, line.offset + line.text.trimEnd().length),
      };
    if (line.text.trim() === "::" && index < lines.length - 1) yield* literalByMistake(line);
    const match = /^(\.{0,3}) ?([A-Za-z][\w-]*) ?(:{1,2})(?=\s|$)/.exec(line.text);
    if (match === null) continue;
    const [shown, dots, written, colons] = match as unknown as [string, string, string, string];
    const name = meantDirective(written) ?? (isKnownDirective(written) ? written : undefined);
    if (name === undefined || (dots.length < 2 && !UNMISTAKABLE.includes(name))) continue;
    if (dots === "" && (colons === ":" || name === "include")) continue;
    const place = span(line.file, line.offset, line.offset + shown.length);
    const isRight = index > 0 && /^\.\. /.test(shown) && colons === "::";
    yield {
      message: isRight
        ? `\`${shown}\` stands right below a text and is part of it. Leave a blank line above it.`
        : `\`${shown}\` is not a directive, and the page shows it as text. Write \`.. ${name}::\`, below a blank line.`,
      span: place,
    };
  }
}

/** `-----+--`, or `------` below a text of more than one line, which is no title. */
function isNearlyUnderline(text: string): boolean {
  if (!/^[!-/:-@[-`{-~]{5,}\s*$/.test(text)) return false;
  const line = text.trimEnd();
  return ["=", "-", "~", "^", "*", "#", "+", '"'].some(
    (character) => line.split(character).length - 1 > line.length / 2,
  );
}

/** The directive that a word stands for: `rest_parameter`, `rest method`, `note`. */
function meantDirective(written: string): string | undefined {
  // With capitals, `NOTE: see the bug` is a note to other authors.
  const name = directiveNameOf(written);
  if (name === written && directives[name].meant !== undefined) return name;
  if (!/^rest[_ -]|^literal|^code-/i.test(written)) return undefined;
  return nearest(written.replace(" ", "_"), UNMISTAKABLE, 2);
}
