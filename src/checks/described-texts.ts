import type { ApiRef } from "../apiref/model.ts";
import type { ParametersFile } from "../apiref/parameters-file.ts";
import type { StatusFile } from "../apiref/status-file.ts";
import { type ParsedDocument, type Problem, parseDocument } from "../rst/parse.ts";
import { remembered } from "../text/remembered.ts";
import { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** RST in a YAML value: the description of a definition, the reason of a status code. */
export interface DescribedText {
  readonly parsed: ParsedDocument;
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
  return [{ parsed, place: (inText) => placeInYaml(inText, whole) }];
}

/**
 * Looks a place up line by line where the value is a block (`|`), in which each line of the text is one of the file;
 * in any other value the first line stands for all.
 */
function placeInYaml(inText: Span, whole: Span): Span {
  const { file } = whole;
  const isBlock = /^[|>]/.test(file.text.slice(whole.start, whole.start + 1));
  const { line, column } = inText.file.positionAt(inText.start);
  const first = file.positionAt(whole.start).line;
  if (!isBlock || file.text[whole.start] === ">") return lineOf(file, first);
  const at = first + line;
  const text = inText.file.lineText(line);
  const indent = file.lineText(at).indexOf(text);
  if (indent < 0 || text === "") return lineOf(file, Math.min(at, file.lineStarts.length));
  const start = file.offsetAt({ line: at, column: indent + column });
  const end = Math.min(inText.end - inText.start, text.length - column + 1);
  return { file, start, end: start + Math.max(0, end) };
}

function lineOf(file: SourceFile, line: number): Span {
  const text = file.lineText(line);
  const start = file.offsetAt({ line, column: 1 }) + (text.length - text.trimStart().length);
  return { file, start, end: start + text.trim().length };
}
