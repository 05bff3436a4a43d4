import { OpenBrackets } from "./json-brackets.ts";
import { closerOf, type JsonFault, type JsonMistake, type LineAt, type Opener } from "./json-fault.ts";
import { stringFaults, wordMistake } from "./json-scalars.ts";
import { type JsonToken, jsonToken, linesBelow } from "./json-tokens.ts";

/** More faults than that are one fault: the text was never meant as JSON. */
const MOST_FAULTS = 10;
/** A fault marks some of a long stretch. */
const LONGEST_MARK = 200;
/** What one text does throughout is one mistake. */
const TOLD_ONCE: ReadonlySet<JsonMistake["kind"]> = new Set([
  "name-unquoted",
  "single-quotes",
  "control-character",
  "escape-unknown",
]);

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
  readonly #told = new Set<JsonMistake["kind"]>();
  readonly #brackets: OpenBrackets;
  #expected: Expected = "value";
  #previous: JsonToken | undefined;
  /** The comma before what comes next, where one was read. */
  #comma: JsonToken | undefined;
  /** After an ellipsis a comma may stand or not. */
  #loose = false;
  /** The outermost value has ended. */
  #done = false;
  #at: number;
  readonly #isTrial: boolean;

  /**
   * @param isTrial whether it is only to tell if a bracket mends the text; then no other is tried out
   */
  constructor(text: string, lineAt: LineAt, isTrial = false) {
    this.#text = text;
    this.#lineAt = lineAt;
    this.#brackets = new OpenBrackets(text);
    this.#isTrial = isTrial;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** Reads the next token; false where there is nothing more to be told. */
  readToken(): boolean {
    const token = jsonToken(this.#text, this.#at);
    this.#brackets.noteLine(token, this.#at, this.#previous);
    this.#at = token.end;
    switch (token.kind) {
      case "comment":
        return this.#tell({ kind: "comment" }, token);
      case "space":
        return this.#tell({ kind: "foreign-space", character: this.#text.codePointAt(token.start)! }, token);
      case "ellipsis":
        return this.#ellipsis(token);
      case "unclosed-string":
        this.#tell(
          {
            kind: "string-unended",
            written: this.#written(token),
            linesBelow: linesBelow(this.#text, token.end),
          },
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
  #tell(mistake: JsonMistake, { start, end }: Pick<JsonToken, "start" | "end">): true {
    if (TOLD_ONCE.has(mistake.kind)) {
      if (this.#told.has(mistake.kind)) return true;
      this.#told.add(mistake.kind);
    }
    if (this.faults.length < MOST_FAULTS)
      this.faults.push({ mistake, offset: start, length: Math.min(end - start, LONGEST_MARK) });
    return true;
  }

  /** Notes that the structure is broken, at the place where a bracket mends it if there is one. Always false. */
  #broken(mistake: JsonMistake, place: Pick<JsonToken, "start" | "end">): false {
    // with other mistakes in the text, the one with which all that opens is closed
    const isMended = this.faults.length === 0 ? isJson : hasWholeStructure;
    const found = this.#isTrial ? undefined : this.#brackets.missing(isMended);
    if (found === undefined) this.#tell(mistake, place);
    else
      this.#tell(
        { kind: "bracket-missing", bracket: found.bracket },
        { start: found.offset, end: found.offset },
      );
    return false;
  }

  #open(kind: Opener, open: JsonToken): void {
    this.#brackets.open(kind, open);
    this.#expected = kind === "{" ? "key" : "value";
    this.#comma = undefined;
  }

  #valueRead(start: number): void {
    const frame = this.#brackets.innermost;
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
    this.#tell({ kind: "ellipsis", written: this.#written(token) }, token);
    if (this.#expected === "colon") return false;
    if (this.#expected !== "comma") this.#valueRead(token.start);
    this.#loose = true;
    this.#previous = token;
    return true;
  }

  #end(token: JsonToken): false {
    const frame = this.#brackets.innermost;
    if (frame !== undefined)
      return this.#broken(
        { kind: "never-closed", opener: frame.kind, line: this.#lineAt(frame.open.start) },
        this.#behindPrevious(token),
      );
    this.isWhole = this.#done;
    if (this.faults.length > 0) return false;
    if (!this.#done) this.#tell({ kind: "empty" }, token);
    // JSON.parse refused the text, so that something must be said even where all tokens are in order
    else this.#tell({ kind: "unknown" }, { start: 0, end: 1 });
    return false;
  }

  #closer(token: JsonToken): boolean {
    const frame = this.#brackets.innermost;
    if (frame === undefined)
      return this.#broken({ kind: "closes-nothing", written: this.#written(token) }, token);
    if (closerOf(frame.kind) !== token.kind) {
      const outer = this.#brackets.outer;
      const written = this.#written(token);
      return outer !== undefined && closerOf(outer.kind) === token.kind && this.#expected === "comma"
        ? this.#broken({ kind: "inner-unclosed", opener: frame.kind, written }, this.#behindPrevious(token))
        : this.#broken(
            {
              kind: "closes-other",
              opener: frame.kind,
              line: this.#lineAt(frame.open.start),
              written,
            },
            token,
          );
    }
    if (this.#comma !== undefined && !this.#loose)
      this.#tell({ kind: "comma-before-closer", written: this.#written(token) }, this.#comma);
    else if (this.#expected === "colon" || (this.#expected === "value" && frame.kind === "{"))
      return this.#broken(
        { kind: "value-missing", written: this.#written(token) },
        this.#behindPrevious(token),
      );
    this.#brackets.close();
    this.#loose = false;
    this.#valueRead(frame.open.start);
    this.#previous = token;
    return true;
  }

  #separator(token: JsonToken): boolean {
    const frame = this.#brackets.innermost;
    if (this.#expected === "comma" && frame !== undefined) {
      this.#expected = frame.kind === "{" ? "key" : "value";
      this.#comma = token;
    } else if (this.#loose) this.#comma = token;
    else if (this.#comma !== undefined) this.#tell({ kind: "comma-twice" }, token);
    else if (frame === undefined) return this.#broken({ kind: "comma-behind-all" }, token);
    else if (this.#previous === frame.open)
      return this.#broken({ kind: "comma-first", opener: frame.kind }, token);
    else return this.#broken({ kind: "comma-for-value" }, token);
    this.#loose = false;
    this.#previous = token;
    return true;
  }

  #colon(token: JsonToken): boolean {
    if (this.#expected !== "colon") {
      const name = this.#previous;
      if (this.#expected !== "comma" || name?.kind !== "string")
        return this.#broken({ kind: "colon-unexpected" }, token);
      // "a": "x": 1   the brace before "x" is gone
      const at = beforeOf(this.#text, name.start);
      this.#tell({ kind: "object-unopened", written: this.#written(name) }, { start: at, end: at });
      this.#open("{", name);
      this.#brackets.innermost!.empty = false;
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
      return this.#broken(
        { kind: "colon-missing", written: this.#written(token) },
        this.#behindPrevious(token),
      );
    this.#loose = false;
    return this.#expected === "key" ? this.#name(token) : this.#value(token);
  }

  /** A token behind a whole value, where a comma or a closing bracket was due. */
  #behindValue(token: JsonToken): "read" | "skip" | "stop" {
    const frame = this.#brackets.innermost;
    if (frame === undefined) {
      this.#tell({ kind: "behind-all", written: this.#written(token) }, token);
      return "stop";
    }
    if (!this.#loose) {
      const isName = frame.kind === "[" || jsonToken(this.#text, token.end).kind === ":";
      const mistake: JsonMistake = {
        kind: "comma-or-closer-expected",
        opener: frame.kind,
        written: this.#written(token),
      };
      if (token.kind === "other") {
        this.#tell(mistake, token);
        return "skip";
      }
      if (!isName) {
        if (token.kind === "word" || token.kind === "single-quoted") this.#tell(mistake, token);
        else this.#broken(mistake, token);
        return "stop";
      }
      this.#tell(
        { kind: "comma-missing", behind: this.#written(this.#previous!) },
        this.#behindPrevious(token),
      );
    }
    this.#expected = frame.kind === "{" ? "key" : "value";
    return "read";
  }

  #name(token: JsonToken): boolean {
    const written = this.#written(token);
    if (token.kind === "string") this.#checkString(token);
    else if (token.kind === "single-quoted") this.#tell({ kind: "single-quotes", written }, token);
    else if (token.kind === "word") this.#tell({ kind: "name-unquoted", written }, token);
    else return this.#broken({ kind: "name-expected", written }, token);
    if (jsonToken(this.#text, token.end).kind !== ":")
      return this.#broken({ kind: "name-alone", written }, token);
    this.#expected = "colon";
    this.#comma = undefined;
    this.#previous = token;
    return true;
  }

  #value(token: JsonToken): boolean {
    if (token.kind === "{" || token.kind === "[") this.#open(token.kind, token);
    else {
      const written = this.#written(token);
      if (token.kind === "string") this.#checkString(token);
      else if (token.kind === "single-quoted") this.#tell({ kind: "single-quotes", written }, token);
      else if (token.kind === "word") {
        const mistake = wordMistake(written);
        if (mistake !== undefined) this.#tell(mistake, token);
      } else {
        this.#tell({ kind: "value-expected", written }, token);
        return false;
      }
      this.#valueRead(token.start);
    }
    this.#previous = token;
    return true;
  }

  #checkString(token: JsonToken): void {
    for (const { mistake, offset, length } of stringFaults(this.#text, token))
      this.#tell(mistake, { start: offset, end: offset + length });
  }

  #written({ start, end }: JsonToken): string {
    return this.#text.slice(start, end);
  }
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

/** The end of what stands before an offset. */
function beforeOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && " \t\r\n".includes(text[at - 1]!)) at--;
  return at;
}
