import { type JsonToken, jsonToken } from "./json-tokens.ts";

/** Why a text is no JSON: where, and what to do about it. */
export interface JsonFault {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  /** It stands for what is left out: `...`. */
  readonly elision?: true;
}

/** The line of an offset, as people count it in the file where the text stands: from 1. */
export type LineAt = (offset: number) => number;

/** More faults than that are one fault: the text was never meant as JSON. */
const MOST_FAULTS = 10;
/** A place for a forgotten bracket is tried out by parsing; longer texts are not parsed again and again. */
const LONGEST_TRIAL = 1_000_000;
const MOST_TRIALS = 16;

/** An object or array that is open while the text is read. */
interface Frame {
  readonly kind: "{" | "[";
  readonly open: JsonToken;
  /** Indentation of the line on which it opens, and where that line begins. */
  readonly indent: number;
  readonly line: number;
  /** Start of the value that was read last; a forgotten `[` may belong there. */
  value: number;
  empty: boolean;
}

/** A place where the indentation says that a bracket was forgotten. */
interface Guess {
  readonly offset: number;
  readonly bracket: string;
}

/** What may come next. */
type Expected = "value" | "key" | "colon" | "comma";

/**
 * What keeps a text from being JSON, at the places of the mistakes: reads on behind comments, ellipses, wrong
 * quotes, forgotten or superfluous commas and a forgotten opening brace; stops at what leaves the rest unclear. A
 * forgotten closing brace is looked for where the indentation goes back. Gives at least one fault.
 */
export function jsonFaults(text: string, lineAt: LineAt): JsonFault[] {
  const reader = new FaultReader(text, lineAt);
  while (reader.readToken());
  return reader.faults;
}

/** Reads a text token by token, with a stack of what is open; no recursion, so that no text is too deep. */
class FaultReader {
  readonly faults: JsonFault[] = [];
  /** The text was read to its end, and nothing was left open. */
  isWhole = false;
  readonly #text: string;
  readonly #lineAt: LineAt;
  readonly #once = new Set<string>();
  readonly #stack: Frame[] = [];
  readonly #guesses: Guess[] = [];
  #expected: Expected = "value";
  #previous: JsonToken | undefined;
  /** The comma before what comes next, where one was read. */
  #comma: JsonToken | undefined;
  /** After an ellipsis a comma may stand or not. */
  #loose = false;
  /** The outermost value has ended. */
  #done = false;
  #lineStart = 0;
  #indent = 0;
  #at: number;
  readonly #isTrial: boolean;

  /**
   * @param isTrial whether it is only to tell if a bracket mends the text; then no other is tried out
   */
  constructor(text: string, lineAt: LineAt, isTrial = false) {
    this.#text = text;
    this.#lineAt = lineAt;
    this.#isTrial = isTrial;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** Reads the next token; false where there is nothing more to be told. */
  readToken(): boolean {
    const token = jsonToken(this.#text, this.#at);
    this.#noteLine(token);
    this.#at = token.end;
    switch (token.kind) {
      case "comment":
        return this.#tell("JSON has no comments. Remove it, or say it in the text above the sample.", token);
      case "space":
        return this.#tell(
          `${codePoint(this.#text, token.start)} is not white space in JSON. Write a plain space.`,
          token,
        );
      case "ellipsis":
        return this.#ellipsis(token);
      case "unclosed-string":
        this.#tell(
          `The string ${this.#quote(token)} does not end on its line. Close it with \`"\`; write a line break as \`\\n\`.`,
          token,
        );
        return false;
      case "}":
      case "]":
        return this.#closer(token);
      case ",":
        return this.#separator(token);
      case ":":
        return this.#colon(token);
      case "end":
        return this.#end(token);
      default:
        return this.#beginning(token);
    }
  }

  /** Notes a mistake behind which the text can be read on. Always true. */
  #tell(
    message: string,
    { start, end }: Pick<JsonToken, "start" | "end">,
    once?: string,
    elision?: true,
  ): true {
    if (once !== undefined && this.#once.has(once)) return true;
    if (once !== undefined) this.#once.add(once);
    if (this.faults.length < MOST_FAULTS)
      this.faults.push({
        message,
        offset: start,
        length: Math.min(end - start, LONGEST_MARK),
        ...(elision === true ? { elision } : {}),
      });
    return true;
  }

  /** Notes that the structure is broken, at the place where a bracket mends it if there is one. Always false. */
  #broken(message: string, place: Pick<JsonToken, "start" | "end">): false {
    const found = this.#isTrial ? undefined : this.#missingBracket();
    if (found === undefined) this.#tell(message, place);
    else
      this.#tell(`\`${found.bracket}\` is missing. Write it here.`, {
        start: found.offset,
        end: found.offset,
      });
    return false;
  }

  /** The bracket that mends the structure; with other mistakes in the text, the one with which all that opens is closed. */
  #missingBracket(): Guess | undefined {
    const frame = this.#stack.at(-1);
    const trials = [...this.#guesses];
    if (frame?.kind === "{" && !frame.empty) trials.push({ offset: frame.value, bracket: "[" });
    return firstThat(this.#text, trials, this.faults.length === 0 ? isJson : hasWholeStructure);
  }

  #noteLine(token: JsonToken): void {
    const lineStart = lastLineStart(this.#text, this.#at, token.start);
    if (lineStart === undefined && this.#previous !== undefined) return;
    this.#lineStart = lineStart ?? 0;
    this.#indent = token.start - this.#lineStart;
    const guess = guessAt(token, this.#stack.at(-1), this.#indent, this.#lineStart, this.#previous);
    if (guess !== undefined && this.#guesses.length < MOST_TRIALS) this.#guesses.push(guess);
  }

  #open(kind: "{" | "[", open: JsonToken): void {
    this.#stack.push({
      kind,
      open,
      indent: this.#indent,
      line: this.#lineStart,
      value: open.start,
      empty: true,
    });
    this.#expected = kind === "{" ? "key" : "value";
    this.#comma = undefined;
  }

  #valueRead(start: number): void {
    const frame = this.#stack.at(-1);
    if (frame === undefined) this.#done = true;
    else {
      frame.value = start;
      frame.empty = false;
    }
    this.#expected = "comma";
    this.#comma = undefined;
  }

  /** Where the last token ends: what is missing belongs there. */
  #behindPrevious(token: JsonToken): { start: number; end: number } {
    const at = this.#previous?.end ?? token.start;
    return { start: at, end: at };
  }

  #ellipsis(token: JsonToken): boolean {
    this.#tell(
      `${this.#quote(token)} is not JSON. Write the whole value, or leave it out.`,
      token,
      undefined,
      true,
    );
    if (this.#expected === "colon") return false;
    if (this.#expected !== "comma") this.#valueRead(token.start);
    this.#loose = true;
    this.#previous = token;
    return true;
  }

  #end(token: JsonToken): false {
    const frame = this.#stack.at(-1);
    if (frame !== undefined)
      return this.#broken(
        `\`${closerOf(frame)}\` is missing for the \`${frame.kind}\` in line ${this.#lineAt(frame.open.start)}.`,
        this.#behindPrevious(token),
      );
    this.isWhole = this.#done;
    if (this.faults.length > 0) return false;
    if (!this.#done) this.#tell("The text is empty; a JSON value was expected.", token);
    // JSON.parse refused the text, so that something must be said even where all tokens are in order
    else this.#tell("The text is not JSON.", { start: 0, end: 1 });
    return false;
  }

  #closer(token: JsonToken): boolean {
    const frame = this.#stack.at(-1);
    if (frame === undefined)
      return this.#broken(`Nothing is open that ${this.#quote(token)} could close. Remove it.`, token);
    if (closerOf(frame) !== token.kind) {
      const outer = this.#stack.at(-2);
      return outer !== undefined && closerOf(outer) === token.kind && this.#expected === "comma"
        ? this.#broken(
            `\`${closerOf(frame)}\` is missing before ${this.#quote(token)}.`,
            this.#behindPrevious(token),
          )
        : this.#broken(
            `${this.#quote(token)} cannot close the \`${frame.kind}\` of line ${this.#lineAt(frame.open.start)}; \`${closerOf(frame)}\` was expected.`,
            token,
          );
    }
    if (this.#comma !== undefined && !this.#loose)
      this.#tell(`\`,\` before ${this.#quote(token)}. Remove it.`, this.#comma);
    else if (this.#expected === "colon" || (this.#expected === "value" && frame.kind === "{"))
      return this.#broken(`A value is missing before ${this.#quote(token)}.`, this.#behindPrevious(token));
    this.#stack.pop();
    this.#loose = false;
    this.#valueRead(frame.open.start);
    this.#previous = token;
    return true;
  }

  #separator(token: JsonToken): boolean {
    const frame = this.#stack.at(-1);
    if (this.#expected === "comma" && frame !== undefined) {
      this.#expected = frame.kind === "{" ? "key" : "value";
      this.#comma = token;
    } else if (this.#loose) this.#comma = token;
    else if (this.#comma !== undefined) this.#tell("A second `,`. Remove it.", token);
    else if (frame === undefined) return this.#broken("`,` after the end of the value.", token);
    else if (this.#previous === frame.open) {
      const wanted = this.#expected === "key" ? "property" : "value";
      return this.#broken(
        `\`,\` after \`${frame.kind}\`. Write a ${wanted} or \`${closerOf(frame)}\` before it.`,
        token,
      );
    } else return this.#broken("`,` where a value was expected.", token);
    this.#loose = false;
    this.#previous = token;
    return true;
  }

  #colon(token: JsonToken): boolean {
    if (this.#expected !== "colon") {
      const name = this.#previous;
      if (this.#expected !== "comma" || name?.kind !== "string")
        return this.#broken("`:` was not expected here.", token);
      // "a": "x": 1   the brace before "x" is gone
      const at = beforeOf(this.#text, name.start);
      this.#tell(`\`{\` is missing before ${this.#quote(name)}.`, { start: at, end: at });
      this.#open("{", name);
      this.#stack.at(-1)!.empty = false;
      this.#done = false;
    }
    this.#expected = "value";
    this.#previous = token;
    return true;
  }

  /** A token with which a property or a value begins, or which is none of JSON. */
  #beginning(token: JsonToken): boolean {
    if (this.#expected === "comma") {
      const go = this.#behindValue(token);
      if (go !== "read") return go === "skip";
    }
    if (this.#expected === "colon")
      return this.#broken(`\`:\` is missing before ${this.#quote(token)}.`, this.#behindPrevious(token));
    this.#loose = false;
    return this.#expected === "key" ? this.#name(token) : this.#value(token);
  }

  /** A token behind a whole value, where a comma or a closing bracket was due. */
  #behindValue(token: JsonToken): "read" | "skip" | "stop" {
    const frame = this.#stack.at(-1);
    if (frame === undefined) {
      this.#tell(
        `${this.#quote(token)} after the end of the JSON value. Show one value, or split the sample.`,
        token,
      );
      return "stop";
    }
    if (!this.#loose) {
      const isName = frame.kind === "[" || jsonToken(this.#text, token.end).kind === ":";
      const message = `${this.#quote(token)} was not expected here; \`,\` or \`${closerOf(frame)}\` was.`;
      if (token.kind === "other") {
        this.#tell(message, token);
        return "skip";
      }
      if (!isName) {
        if (token.kind === "word" || token.kind === "single-quoted") this.#tell(message, token);
        else this.#broken(message, token);
        return "stop";
      }
      this.#tell(`\`,\` is missing after ${this.#quote(this.#previous!)}.`, this.#behindPrevious(token));
    }
    this.#expected = frame.kind === "{" ? "key" : "value";
    return "read";
  }

  #name(token: JsonToken): boolean {
    if (token.kind === "string") this.#checkString(token);
    else if (token.kind === "single-quoted") this.#singleQuotes(token);
    else if (token.kind === "word") {
      const name = this.#text.slice(token.start, Math.min(token.end, token.start + 40));
      this.#tell(`The name ${this.#quote(token)} has no quotes. Write \`"${name}"\`.`, token, "name");
    } else return this.#broken(`${this.#quote(token)} where the name of a property was expected.`, token);
    if (jsonToken(this.#text, token.end).kind !== ":")
      return this.#broken(`${this.#quote(token)} is not a property: \`:\` and a value are missing.`, token);
    this.#expected = "colon";
    this.#comma = undefined;
    this.#previous = token;
    return true;
  }

  #value(token: JsonToken): boolean {
    if (token.kind === "{" || token.kind === "[") this.#open(token.kind, token);
    else {
      if (token.kind === "string") this.#checkString(token);
      else if (token.kind === "single-quoted") this.#singleQuotes(token);
      else if (token.kind === "word") this.#checkWord(token);
      else {
        this.#tell(`${this.#quote(token)} is not a JSON value.`, token);
        return false;
      }
      this.#valueRead(token.start);
    }
    this.#previous = token;
    return true;
  }

  #singleQuotes(token: JsonToken): void {
    this.#tell(`${this.#quote(token)} is in single quotes; JSON takes double quotes.`, token, "quotes");
  }

  #checkWord(token: JsonToken): void {
    const word = this.#text.slice(token.start, Math.min(token.end, token.start + LONGEST_MARK));
    if (word === "true" || word === "false" || word === "null" || NUMBER.test(word)) return;
    const meant = NEARLY.get(word.toLowerCase());
    const mend =
      meant === undefined
        ? "Write a number, `true`, `false`, `null`, or a string in double quotes."
        : `Write \`${meant}\`.`;
    this.#tell(`${this.#quote(token)} is not a JSON value. ${mend}`, token);
  }

  /** Escapes and control characters (RFC 8259, section 7). */
  #checkString(token: JsonToken): void {
    const start = token.start + 1;
    const inside = this.#text.slice(start, token.end - 1);
    const control = CONTROL.exec(inside);
    if (control !== null)
      this.#tell(
        `${codePoint(inside, control.index)} in a string. Write it as an escape.`,
        { start: start + control.index, end: start + control.index + 1 },
        "control",
      );
    if (!inside.includes("\\")) return;
    for (const found of inside.matchAll(ESCAPE))
      if (found[0].length === 1)
        this.#tell(
          `\`${inside.slice(found.index, found.index + 2)}\` is not an escape in JSON. Write \`\\\\\` for a backslash.`,
          { start: start + found.index, end: start + found.index + 2 },
          "escape",
        );
  }

  /** A token for a message, in backticks, shortened. */
  #quote(token: JsonToken): string {
    const whole = this.#text.slice(token.start, Math.min(token.end, token.start + 60));
    const line = whole.replace(/[\r\n][\s\S]*$/, "").replaceAll("`", "'");
    return `\`${token.end - token.start > 40 || line.length < whole.length ? `${line.slice(0, 37)}…` : line}\``;
  }
}

/** A finding marks some of a long stretch. */
const LONGEST_MARK = 200;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NEARLY: ReadonlyMap<string, string> = new Map([
  ["none", "null"],
  ["nil", "null"],
  ["undefined", "null"],
  ["null", "null"],
  ["true", "true"],
  ["false", "false"],
]);
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})?/g;
const CONTROL = /\p{Cc}/u;

/** A line that is indented no deeper than the line that opened the innermost bracket should begin by closing it. */
function guessAt(
  token: JsonToken,
  frame: Frame | undefined,
  indent: number,
  line: number,
  previous: JsonToken | undefined,
): Guess | undefined {
  if (frame === undefined || previous === undefined || frame.line === line) return undefined;
  const closes = token.kind === "}" || token.kind === "]";
  const isBack = closes ? indent < frame.indent : indent <= frame.indent && previous !== frame.open;
  if (!isBack) return undefined;
  // the bracket goes before the comma that separates the object from what follows
  return { offset: previous.kind === "," ? previous.start : previous.end, bracket: closerOf(frame) };
}

/** The first of the places where writing the bracket mends the text. */
function firstThat(
  text: string,
  guesses: readonly Guess[],
  isMended: (text: string) => boolean,
): Guess | undefined {
  if (text.length > LONGEST_TRIAL) return guesses[0];
  return guesses.find(({ offset, bracket }) =>
    isMended(text.slice(0, offset) + bracket + text.slice(offset)),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text can be read to its end, and all that opens in it is closed; whatever else is wrong. */
function hasWholeStructure(text: string): boolean {
  const reader = new FaultReader(text, () => 1, true);
  while (reader.readToken());
  return reader.isWhole;
}

function closerOf(frame: Frame): "}" | "]" {
  return frame.kind === "{" ? "}" : "]";
}

/** The start of the last line that begins between two offsets. */
function lastLineStart(text: string, from: number, to: number): number | undefined {
  const between = text.slice(from, to);
  const feed = Math.max(between.lastIndexOf("\n"), between.lastIndexOf("\r"));
  return feed < 0 ? undefined : from + feed + 1;
}

/** The end of what stands before an offset. */
function beforeOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && " \t\r\n".includes(text[at - 1]!)) at--;
  return at;
}

function codePoint(text: string, offset: number): string {
  return `The character U+${text.codePointAt(offset)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
