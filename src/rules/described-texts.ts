import type { DescribedText } from "../apiref/described-text.ts";
import type { ApiRef } from "../apiref/model.ts";
import type { ParametersFile } from "../apiref/parameters-file.ts";
import type { StatusFile } from "../apiref/status-file.ts";
import { parseDocument } from "../rst/parse.ts";
import { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** The texts in YAML files that Sphinx reads as RST, those in which there is markup. */
export function* describedTexts({ parametersFiles, statusFiles }: ApiRef): Iterable<DescribedText> {
  for (const file of parametersFiles.values()) {
    file.described ??= [...descriptions(file)];
    yield* file.described;
  }
  for (const file of statusFiles.values()) {
    file.described ??= [...reasonTexts(file)];
    yield* file.described;
  }
}

function* descriptions({ definitions }: ParametersFile): Iterable<DescribedText> {
  for (const { fields, broken } of definitions.values()) {
    const field = fields.get("description");
    if (field !== undefined && !broken) yield* describedText(field.text, field.valueSpan);
  }
}

function* reasonTexts({ entries }: StatusFile): Iterable<DescribedText> {
  for (const { reasons } of entries.values())
    for (const { text, span } of reasons.values()) yield* describedText(text, span);
}

/** A list, an indentation, or any mark that inline markup begins with. */
const MARKUP = /[*`|_]|^(?: |[-+=~.] ?|\d+\.|.*::$)/m;

function* describedText(text: string, whole: Span): Iterable<DescribedText> {
  if (!MARKUP.test(text)) return;
  const file = new SourceFile(whole.file.path, text);
  const parsed = parseDocument(file);
  yield { parsed, place: (inText) => placeInYaml(inText, whole) };
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
