import type { ApiRef } from "../apiref/model.ts";
import type { ParametersFile } from "../apiref/parameters-file.ts";
import type { StatusFile } from "../apiref/status-file.ts";
import { scalarOffsets } from "../data/scalar-offsets.ts";
import { type ParsedDocument, type Problem, parseDocument } from "../rst/parse.ts";
import { once } from "../text/once.ts";
import { remembered } from "../text/remembered.ts";
import { SourceFile } from "../text/source-file.ts";
import { lineSpan, type Span } from "../text/span.ts";

/** RST in a YAML value: the description of a definition, the reason of a status code. */
export interface DescribedText {
  readonly parsed: ParsedDocument;
  /** Whether each line of the text is one of the file, as in a block (`|`). */
  readonly isBlock: boolean;
  /** The place in the YAML file of a place in the text. */
  place(inText: Span): Span;
}

/** The texts in YAML files that Sphinx reads as RST, those in which there is markup. */
export function* describedTexts({ parametersFiles, statusFiles }: ApiRef): Iterable<DescribedText> {
  for (const file of parametersFiles.values()) yield* descriptions(file);
  for (const file of statusFiles.values()) yield* reasonTexts(file);
}

/** What docutils cannot read in these texts, at the places in their files. */
export function* describedProblems(apiRef: ApiRef): Iterable<Problem> {
  for (const text of describedTexts(apiRef)) yield* problemsIn(text);
}

const problemsIn = remembered(({ parsed, place }: DescribedText): readonly Problem[] =>
  parsed.problems.map(({ fault, span }) => ({ fault, span: place(span) })),
);

const descriptions = remembered(({ definitions }: ParametersFile): DescribedText[] =>
  [...definitions.values()].flatMap(({ fields, broken }) => {
    const field = fields.get("description");
    return field === undefined || broken ? [] : describedText(field.text, field.valueSpan);
  }),
);

const reasonTexts = remembered(({ entries }: StatusFile): DescribedText[] =>
  [...entries.values()].flatMap(({ reasons }) =>
    [...reasons.values()].flatMap(({ text, span }) => describedText(text, span)),
  ),
);

/** A list, an indentation, or any mark that inline markup begins with. */
const MARKUP = /[*`|_]|^(?: |[-+=~.] ?|\d+\.|.*::$)/m;

function describedText(text: string, whole: Span): DescribedText[] {
  if (!MARKUP.test(text)) return [];
  const parsed = parseDocument(new SourceFile(whole.file.path, text));
  const { file, start, end } = whole;
  if (file.text[start] === "|")
    return [{ parsed, isBlock: true, place: (inText) => placeInBlock(inText, whole) }];
  const offsets = once(() => scalarOffsets(text, file.text.slice(start, end)));
  return [{ parsed, isBlock: false, place: (inText) => placeInScalar(inText, whole, offsets()) }];
}

/** Looks a place up line by line in a block (`|`), in which each line of the text is one of the file. */
function placeInBlock(inText: Span, { file, start: wholeStart }: Span): Span {
  const { line, column } = inText.file.positionAt(inText.start);
  const at = file.positionAt(wholeStart).line + line;
  const text = inText.file.lineText(line);
  const indent = file.lineText(at).indexOf(text);
  if (indent < 0 || text === "") return lineSpan(file, Math.min(at, file.lineStarts.length));
  const start = file.offsetAt({ line: at, column: indent + column });
  const end = Math.min(inText.end - inText.start, text.length - column + 1);
  return { file, start, end: start + Math.max(0, end) };
}

/** Looks a place up by its characters; the first line stands for the value where that says them in another form. */
function placeInScalar(
  { file: { text }, start, end }: Span,
  { file, start: wholeStart }: Span,
  offsets: ReadonlyMap<number, number> | undefined,
): Span {
  const last = start + text.slice(start, end).trimEnd().length - 1;
  const [from, to] = [offsets?.get(start), offsets?.get(last)];
  if (from === undefined || to === undefined) return lineSpan(file, file.positionAt(wholeStart).line);
  return { file, start: wholeStart + from, end: wholeStart + to + 1 };
}
