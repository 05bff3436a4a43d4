import type { ApiRef } from "../apiref/model.ts";
import type { Draft } from "../findings/finding.ts";
import { directiveInfo } from "../rst/directives.ts";
import type { Block, Line } from "../rst/tree.ts";
import { gathered, NOTHING } from "../rst/walk.ts";
import { sampleSpan } from "../samples/place.ts";
import { callsCurl, shellWords } from "../samples/shell.ts";
import { type Span, span } from "../text/span.ts";
import { identityOf } from "./blame.ts";
import { inOperation } from "./naming.ts";

/** What is wrong with calls of curl in blocks of code, and in files that are shown as samples: once each. */
export function* mistakenCalls({ documents }: ApiRef): Iterable<Draft> {
  for (const { blocks } of documents) yield* inBlocks(blocks);
  const seen = new Set<string>();
  for (const operation of documents.flatMap(({ operations }) => operations))
    for (const sample of operation.samples) {
      if (sample.path === undefined || seen.has(identityOf(sample))) continue;
      seen.add(identityOf(sample));
      for (const { start, end, message } of shellSlips(sample.text))
        yield {
          message,
          span: sampleSpan(sample, start, end),
          severity: "warning",
          ...inOperation(operation),
        };
    }
}

const inBlocks = gathered((block): readonly Draft[] => {
  const lines = codeOf(block);
  if (lines.length === 0) return NOTHING;
  return shellSlips(lines.map(({ text }) => text).join("\n")).map(({ start, end, message }) => ({
    message,
    span: spanOf(lines, start, end),
    severity: "warning",
  }));
});

function codeOf(block: Block): readonly Line[] {
  if (block.kind === "literal-block") return block.lines;
  return block.kind === "directive" && directiveInfo(block.name).markdown?.as === "code"
    ? block.content
    : NOTHING;
}

/** The span of a stretch of lines that are joined; it ends with its line. */
function spanOf(lines: readonly Line[], start: number, end: number): Span {
  let at = 0;
  for (const { text, file, offset } of lines) {
    if (start <= at + text.length)
      return span(file, offset + start - at, offset + Math.min(end - at, text.length));
    at += text.length + 1;
  }
  throw new RangeError("behind all lines");
}

/** What the shell reads otherwise than was meant, and where it stands in the script. */
interface ShellSlip {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const OPTION = /^(?:-[dFHX]|--(?:data(?:-\w+)?|header|json|request))$/;
const HEADER = /^[A-Za-z-]+: ?(\$(?:\{\w+\}|[A-Za-z_]\w*))$/;

/**
 * What keeps a call of curl from doing what it shows: a line that goes on in the next without a `\`, and a variable between
 * single quotes, which the shell leaves as it is (Shell Command Language, 2.2.1 and 2.2.2).
 */
export function shellSlips(script: string): ShellSlip[] {
  if (!callsCurl(script)) return [];
  const found: ShellSlip[] = [];
  let isCalling = false;
  let ended = false;
  for (const { text, pieces, last } of shellWords(script).words) {
    const start = pieces[0]?.offset;
    if (start === undefined) continue;
    if (/^(?:.*\/)?curl$/.test(text)) isCalling = true;
    else if (ended) {
      // Nothing but the end of the line may part the two: no `|`, no `;`, no comment.
      const end = isCalling && OPTION.test(text) ? lineEndBefore(script, start) : undefined;
      if (end !== undefined) {
        found.push({
          start: end - 1,
          end,
          message: `The call of \`curl\` ends here, and \`${text}\` in the next line is a command of its own. Write \` \\\` at the end of this line.`,
        });
      } else isCalling = false;
    }
    const variable = isCalling && script[start - 1] === "'" ? HEADER.exec(text)?.[1] : undefined;
    if (variable !== undefined)
      found.push({
        start: start - 1,
        end: start + text.length + 1,
        message: `Between single quotes the shell sends \`${variable}\` as it is written. Write double quotes.`,
      });
    ended = last;
  }
  return found;
}

/** Where the text of the line ends above the one that a place begins; undefined where the place begins none, or below a comment. */
function lineEndBefore(script: string, start: number): number | undefined {
  let line = start - 1;
  while (line >= 0 && (script[line] === " " || script[line] === "\t")) line--;
  if (script[line] !== "\n") return undefined;
  const above = script.lastIndexOf("\n", line - 1) + 1;
  const before = script.slice(above, line).trimEnd();
  return before === "" || /^\s*#|[;&|]$/.test(before) ? undefined : above + before.length;
}
