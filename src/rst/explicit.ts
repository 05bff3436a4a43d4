import { readDirective } from "./directive.ts";
import { unescapeText } from "./escapes.ts";
import type { Input } from "./input.ts";
import { columnSpan, cut, spanOfLine, spanOfLines, trimBlank } from "./lines.ts";
import type { Reading } from "./reading.ts";
import { SIMPLE_NAME } from "./simple-name.ts";
import type { Block, Comment, Footnote, Line, SubstitutionDefinition, Target } from "./tree.ts";

const FOOTNOTE = new RegExp(`^\\.\\. +\\[([0-9]+|#(?:${SIMPLE_NAME})?|\\*|${SIMPLE_NAME})\\](?: +|$)`, "u");
const TARGET = /^\.\. +_(?! |$)/;
const SUBSTITUTION = /^\.\. +\|(?! |$)/;
const DIRECTIVE = new RegExp(`^\\.\\. +(${SIMPLE_NAME}) ?::(?: +|$)`, "u");
const EMBEDDED_DIRECTIVE = new RegExp(`^(${SIMPLE_NAME}) ?::(?: +|$)`, "u");

/** An explicit markup block, and whether a blank line follows as it should. */
export interface Explicit {
  readonly block: Block;
  readonly finished: boolean;
}

/** Reads what starts with `..` (docutils' `Body.explicit_construct`): what is nothing else is a comment. */
export function readExplicit(input: Input, reading: Reading): Explicit {
  const { text } = input.peek()!;
  let match = DIRECTIVE.exec(text);
  if (match !== null) return readDirectiveAt(input, match[0].length, match[1]!, reading);
  match = FOOTNOTE.exec(text);
  if (match !== null) return readFootnote(input, match[0].length, match[1]!, reading);
  match = TARGET.exec(text);
  if (match !== null) return readTarget(input, match[0].length, reading);
  match = SUBSTITUTION.exec(text);
  if (match !== null) return readSubstitution(input, match[0].length, reading);
  return readComment(input);
}

/** Reads `__ uri`, the short form of `.. __: uri`. */
export function readAnonymous(input: Input): Explicit {
  const first = input.peek()!;
  const { lines, finished } = input.takeBody(/^__ */.exec(first.text)![0].length, { untilBlank: true });
  return {
    block: { kind: "target", name: "", ...destination(lines), span: spanOfLines([first, ...lines]) },
    finished,
  };
}

function readDirectiveAt(input: Input, width: number, name: string, reading: Reading): Explicit {
  const first = input.peek()!;
  const start = first.text.indexOf(name);
  const { lines, finished } = input.takeBody(width, { keepFirst: true });
  const nameSpan = columnSpan(first, start, start + name.length);
  const block = readDirective(
    { written: name, nameSpan, span: spanOfLines([first, ...lines]) },
    lines,
    reading,
  );
  return { block, finished };
}

function readFootnote(input: Input, width: number, label: string, reading: Reading): Explicit {
  const first = input.peek()!;
  const { lines, finished } = input.takeBody(width);
  const block: Footnote = {
    kind: "footnote",
    label,
    children: lines.length === 0 ? [] : reading.nested(lines),
    span: spanOfLines([first, ...lines]),
  };
  return { block, finished };
}

function readTarget(input: Input, width: number, reading: Reading): Explicit {
  const first = input.peek()!;
  const { lines, finished } = input.takeBody(width, { untilBlank: true, keepFirst: true });
  const text = lines.map((line) => line.text.trim()).join("\n");
  const name = targetName(text);
  const span = spanOfLines([first, ...lines]);
  if (name === undefined) {
    reading.problem({ kind: "target" }, span);
    return { block: unreadable(first, lines), finished };
  }
  const block: Target = { kind: "target", name: name.name, ...destination(text.slice(name.width)), span };
  return { block, finished };
}

/** The name at the start of a target, up to the first colon that ends it; names can be in backquotes. */
function targetName(text: string): { name: string; width: number } | undefined {
  if (/^_ ?:(?:\s|$)/.test(text)) return { name: "", width: text.indexOf(":") + 1 };
  const quoted = text.startsWith("`");
  if (text.startsWith("_") || text === "") return undefined;
  for (let at = 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (
      quoted ? text[at] === "`" && /^ ?:(?:\s|$)/.test(text.slice(at + 1, at + 4)) : endsName(text, at)
    ) {
      const colon = text.indexOf(":", at);
      const name = quoted ? text.slice(1, at) : text.slice(0, at);
      return { name: unescapeText(name).replace(/\s+/g, " ").trim(), width: colon + 1 };
    }
  }
  return undefined;
}

function endsName(text: string, at: number): boolean {
  return text[at] === ":" && (at + 1 === text.length || /\s/.test(text[at + 1]!));
}

/** Where a target points to: a URI without its white space, or another target. */
function destination(target: string | readonly Line[]): { uri?: string; alias?: string } {
  const text = typeof target === "string" ? target : target.map((line) => line.text).join("\n");
  const joined = text.replace(/\s+/g, " ").trim();
  const alias = new RegExp(`^(?:(${SIMPLE_NAME})_|\`(?! )(.+?)\`_)$`, "u").exec(joined);
  if (alias !== null) return { alias: unescapeText((alias[1] ?? alias[2])!) };
  return joined === "" ? {} : { uri: unescapeText(joined.replace(/(?<!\\) /g, "")) };
}

function readSubstitution(input: Input, width: number, reading: Reading): Explicit {
  const first = input.peek()!;
  const { lines, finished } = input.takeBody(width, { keepFirst: true });
  const span = spanOfLines([first, ...lines]);
  const parts = splitSubstitution(lines);
  const match = EMBEDDED_DIRECTIVE.exec(parts?.lines[0]?.text ?? "");
  if (parts === undefined || match === null) {
    reading.problem(
      parts === undefined ? { kind: "substitution" } : { kind: "substitution-empty", name: parts.name },
      span,
    );
    return { block: unreadable(first, lines), finished };
  }
  const [head, ...others] = parts.lines as [Line, ...Line[]];
  const name = match[1]!;
  const nameSpan = columnSpan(head, 0, name.length);
  const behind = [cut(head, match[0].length), ...others];
  const directive = readDirective(
    { written: name, nameSpan, span: spanOfLines(parts.lines) },
    behind,
    reading,
  );
  const block: SubstitutionDefinition = {
    kind: "substitution-definition",
    name: parts.name,
    directive,
    span,
  };
  return { block, finished };
}

/** The name before the closing `|`, and the lines from the text behind it on. */
function splitSubstitution(lines: readonly Line[]): { name: string; lines: Line[] } | undefined {
  let name = "";
  for (const [index, line] of lines.entries()) {
    if (line.text === "") return undefined;
    const end = /(?<![\s\\])\|(?: +|$)/.exec(line.text);
    if (end !== null) {
      const behind = cut(line, end.index + end[0].length);
      const others = lines.slice(index + 1);
      name = `${name} ${line.text.slice(0, end.index)}`.replace(/\s+/g, " ").trim();
      return { name, lines: behind.text === "" ? others : [behind, ...others] };
    }
    name += ` ${line.text}`;
  }
  return undefined;
}

function readComment(input: Input): Explicit {
  const first = input.peek()!;
  // `..` on a line of its own ends what is above and takes nothing in.
  if (first.text === ".." && input.isBlank(1)) {
    input.take(1);
    return { block: { kind: "comment", lines: [], span: spanOfLine(first) }, finished: true };
  }
  const { lines, finished } = input.takeBody(/^\.\. */.exec(first.text)![0].length);
  return { block: comment(first, lines), finished };
}

/** What is no target or substitution after all is a comment. The first of `lines` is part of the first line. */
function unreadable(first: Line, [, ...others]: readonly Line[]): Comment {
  return comment(first, trimBlank([cut(first, /^\.\. +/.exec(first.text)![0].length), ...others]));
}

function comment(first: Line, lines: readonly Line[]): Comment {
  return { kind: "comment", lines, span: spanOfLines([first, ...lines]) };
}
