import { posix } from "node:path";
import type { ApiRef, Document } from "../apiref/model.ts";
import { resolveFromDocument } from "../apiref/sources.ts";
import type { Draft } from "../findings/finding.ts";
import type { OptionName } from "../rst/directive-options.ts";
import { directiveInfo } from "../rst/directives.ts";
import type { Directive, DirectiveOption } from "../rst/tree.ts";
import { didYouMean, nearest } from "../text/similar.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { LEXER_NAMES } from "./lexer-names.ts";

/** What docutils and Sphinx refuse in how a directive is used, whatever it names. */
export function* directiveMisuse(directive: Directive): Iterable<Draft> {
  const { name } = directive;
  yield* swallowedOptions(directive);
  const { use } = directiveInfo(name);
  if (name === undefined || use === undefined) return;
  const at = directive.nameSpan;
  const isEmpty = directive.content.length === 0;
  if (use.needsArgument && directive.argument.length === 0)
    yield {
      message: `\`${name}\` lacks its argument, and Sphinx leaves it out. Write it behind the \`::\`.`,
      span: at,
    };
  if (use.content === "must be" && isEmpty)
    yield {
      message: `\`${name}\` is empty, and Sphinx leaves it out. Indent the text that belongs to it.`,
      span: at,
    };
  if (use.content === "none" && !isEmpty)
    yield {
      message: `\`${name}\` takes no text, and Sphinx leaves it out. Unindent what stands below it.`,
      span: at,
    };
  for (const option of directive.options) yield* optionMisuse(option, name, use.options);
  if (use.ofVersion) yield* versionMisuse(argumentSpan(directive));
  if (name === "code-block" || name === "sourcecode") yield* unknownLanguage(argumentSpan(directive));
}

/** `:name: value`, and where it begins. */
const OPTION_LINE = /^\s*(?=:[a-z][a-z-]*:(?:\s|$))/;

/** Options that are indented deeper than the ones round them: docutils takes them for a part of what stands above. */
function* swallowedOptions({ argument, options }: Directive): Iterable<Draft> {
  for (const line of argument) {
    const start = OPTION_LINE.exec(line.text)?.[0].length;
    if (start !== undefined) yield swallowed("the argument", line.file, line.offset + start);
  }
  for (const { name, value, span } of options) {
    const text = span.file.text.slice(span.start, span.end);
    let at = 0;
    for (const line of value.includes("\n") ? text.split("\n") : []) {
      const start = at === 0 ? undefined : OPTION_LINE.exec(line)?.[0].length;
      if (start !== undefined) yield swallowed(`the option \`${name}\``, span.file, span.start + at + start);
      at += line.length + 1;
    }
  }
}

function swallowed(what: string, file: SourceFile, start: number): Draft {
  const end = file.text.indexOf("\n", start);
  return {
    message: `docutils takes this for a continuation of ${what} above. Indent it as far as the other options.`,
    span: { file, start, end: end < 0 ? file.text.length : end },
  };
}

const FLAGS: ReadonlySet<string> = new Set<OptionName>([
  "force",
  "glob",
  "hidden",
  "includehidden",
  "linenos",
  "lineno-match",
  "reversed",
  "titlesonly",
]);
const NUMBERS: ReadonlySet<string> = new Set<OptionName>([
  "lineno-start",
  "maxdepth",
  "tab-width",
  "start-line",
  "end-line",
]);

function* optionMisuse(option: DirectiveOption, name: string, known: readonly string[]): Iterable<Draft> {
  const value = option.value.trim();
  const span = nameOfOption(option);
  if (!known.includes(option.name))
    yield {
      message: `\`${name}\` has no option \`${option.name}\`, and Sphinx leaves it out.${didYouMean(option.name, known) || " Remove it."}`,
      span,
    };
  else if (FLAGS.has(option.name) && value !== "")
    yield {
      message: `\`:${option.name}:\` takes no value, and Sphinx leaves the directive out. Remove it.`,
      span,
    };
  else if (NUMBERS.has(option.name) && !/^-?\d+$/.test(value))
    yield {
      message: `\`:${option.name}:\` is not a number, and Sphinx leaves the directive out. Correct it.`,
      span,
    };
  else if (option.name === "language") yield* unknownLanguage(valueOfOption(option));
}

/** `1..22`; other names of releases (`Rocky`, `v3.1`, `2023.2`) are left to the author. */
function* versionMisuse(span: Span | undefined): Iterable<Draft> {
  if (span === undefined) return;
  const version = span.file.text.slice(span.start, span.end);
  if (/^\d[\d.,;:]*$/.test(version) && !/^\d+(?:\.\d+)*[.,;:]?$/.test(version))
    yield { message: `\`${version}\` is not a version. Expected one such as \`2.11\`.`, span };
}

function* unknownLanguage(span: Span | undefined): Iterable<Draft> {
  if (span === undefined) return;
  const language = span.file.text.slice(span.start, span.end);
  if (LEXER_NAMES.has(language.toLowerCase()) || /\s/.test(language)) return;
  const meant = nearest(language, ["json", "javascript", "bash", "console", "http", "yaml", ...LEXER_NAMES]);
  yield {
    message: `The language \`${language}\` is not known, and Sphinx does not highlight the text.${meant === undefined ? " Correct its name, or write `text`." : ` Did you mean \`${meant}\`?`}`,
    span,
  };
}

/** Options that cut a part out of a file, where there is no such part. */
export function* cutMisuse(directive: Directive, document: Document, apiRef: ApiRef): Iterable<Draft> {
  const argument = argumentSpan(directive);
  if (argument === undefined) return;
  const path = argument.file.text.slice(argument.start, argument.end);
  const file = apiRef.files.get(resolveFromDocument(apiRef.root, document.file.path, path));
  if (file === undefined) return;
  for (const option of directive.options) {
    const span = valueOfOption(option);
    const value = option.value.trim();
    if (span === undefined) continue;
    if (option.name === "lines") {
      const what = lineRangeMisuse(value, file);
      if (what !== undefined) yield { message: `\`:lines: ${value}\` ${what}. Correct the numbers.`, span };
    } else if (TEXT_MARKS.has(option.name) && !file.text.includes(value))
      yield {
        message: `\`${posix.basename(path)}\` has no \`${value}\` for \`:${option.name}:\`, and Sphinx leaves it out. Name a text that is in the file.`,
        span,
      };
  }
}

/** Whether a directive shows a part of a file. */
export function isCutting({ name, options }: Directive): boolean {
  return options.length > 0 && (name === "include" || name === "literalinclude");
}

const TEXT_MARKS: ReadonlySet<string> = new Set<OptionName>([
  "start-after",
  "start-at",
  "end-before",
  "end-at",
]);

/** What Sphinx says of a range of lines (`parselinenos`). */
function lineRangeMisuse(value: string, file: SourceFile): string | undefined {
  const count = file.lineStarts.length - (file.lineStarts.at(-1) === file.text.length ? 1 : 0);
  for (const part of value.split(",")) {
    const range = /^\s*(\d*)\s*(-?)\s*(\d*)\s*$/.exec(part);
    if (range === null || (range[1] === "" && range[3] === ""))
      return "is not a list of line numbers such as `1-5,8`";
    if (range[1] !== "" && range[3] !== "" && Number(range[1]) > Number(range[3]))
      return "ends before it begins";
    if (Math.max(Number(range[1]), Number(range[3])) > count)
      return `goes beyond the file, which has ${count} lines`;
  }
  return undefined;
}

function argumentSpan({ argument }: Directive): Span | undefined {
  const [first] = argument;
  if (first === undefined) return undefined;
  const indent = first.text.length - first.text.trimStart().length;
  const start = first.offset + indent;
  return { file: first.file, start, end: start + first.text.trim().length };
}

/** `langauge` of `:langauge: json`. */
function nameOfOption({ name, span }: DirectiveOption): Span {
  const start = span.file.text.indexOf(name, span.start);
  return start < 0 ? span : { file: span.file, start, end: start + name.length };
}

/** `json` of `:language: json`; undefined for none, or one in several lines. */
function valueOfOption({ name, value, span }: DirectiveOption): Span | undefined {
  const behind = nameOfOption({ name, value, span }).end;
  const start = value.trim() === "" ? -1 : span.file.text.indexOf(value.trim(), behind);
  return start < 0 || start > span.end
    ? undefined
    : { file: span.file, start, end: start + value.trim().length };
}
