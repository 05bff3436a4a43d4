import { type JsonToken, jsonToken } from "./json-tokens.ts";

/** Why a text is no JSON: where, and what to do about it. */
export interface JsonFault {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

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

type Expected = "value" | "key" | "colon" | "comma";

/**
 * What keeps a text from being JSON, at the places of the mistakes: reads on behind comments, ellipses, wrong
 * quotes, forgotten or superfluous commas and a forgotten opening brace; stops at what leaves the rest unclear. A
 * forgotten closing brace is looked for where the indentation goes back. Gives at least one fault.
 */
export function jsonFaults(text: string): JsonFault[] {
  const faults: JsonFault[] = [];
  const seen = new Set<string>();
  const fault = (message: string, offset: number, length: number, once?: string): void => {
    if (once !== undefined && seen.has(once)) return;
    if (once !== undefined) seen.add(once);
    if (faults.length < MOST_FAULTS) faults.push({ message, offset, length });
  };
  const quote = (token: JsonToken): string => quoted(text, token);

  const stack: Frame[] = [];
  const guesses: Guess[] = [];
  const state: { expected: Expected } = { expected: "value" };
  let previous: JsonToken | undefined;
  let comma: JsonToken | undefined;
  /** After an ellipsis a comma may stand or not. */
  let loose = false;
  let done = false;
  let lineStart = 0;
  let indent = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const push = (kind: "{" | "[", open: JsonToken): void => {
    stack.push({ kind, open, indent, line: lineStart, value: open.start, empty: true });
    state.expected = kind === "{" ? "key" : "value";
    comma = undefined;
  };
  const valueRead = (start: number): void => {
    const frame = stack.at(-1);
    if (frame === undefined) done = true;
    else {
      frame.value = start;
      frame.empty = false;
    }
    state.expected = "comma";
    comma = undefined;
  };
  const structural = (message: string, offset: number, length: number): JsonFault[] => {
    const frame = stack.at(-1);
    const trials = [...guesses];
    if (frame?.kind === "{" && !frame.empty) trials.push({ offset: frame.value, bracket: "[" });
    const found = faults.length > 0 ? guesses[0] : firstThatMends(text, trials);
    if (found === undefined) fault(message, offset, length);
    else fault(`\`${found.bracket}\` is missing. Write it here.`, found.offset, 0);
    return faults;
  };

  for (;;) {
    const token = jsonToken(text, at);
    const newLine = lastLineStart(text, at, token.start);
    if (newLine !== undefined || previous === undefined) {
      lineStart = newLine ?? 0;
      indent = token.start - lineStart;
      noteGuess(guesses, stack.at(-1), token, indent, lineStart, previous);
    }
    at = token.end;
    const frame: Frame | undefined = stack.at(-1);
    const before = previous?.end ?? token.start;

    switch (token.kind) {
      case "comment":
        fault(
          "JSON has no comments. Remove it, or say it in the text above the sample.",
          token.start,
          shown(token),
        );
        continue;
      case "space":
        fault(
          `${codePoint(text, token.start)} is no white space in JSON. Write a plain space.`,
          token.start,
          shown(token),
        );
        continue;
      case "ellipsis":
        fault(
          `${quote(token)} is no JSON. Write the whole value, or leave it out.`,
          token.start,
          shown(token),
        );
        if (state.expected === "colon") return faults;
        if (state.expected !== "comma") valueRead(token.start);
        loose = true;
        previous = token;
        continue;
      case "end":
        if (stack.length > 0)
          return structural(
            `\`${closerOf(stack.at(-1)!)}\` is missing for the \`${stack.at(-1)!.kind}\` in line ${lineOf(text, stack.at(-1)!.open.start)}.`,
            before,
            0,
          );
        if (!done && faults.length === 0)
          fault("The text is empty; a JSON value was expected.", token.start, 0);
        // JSON.parse refused the text, so that something must be said even where all tokens are in order
        if (faults.length === 0) fault("The text is no JSON.", 0, 1);
        return faults;
      case "unclosed-string":
        fault(
          `The string ${quote(token)} does not end on its line. Close it with \`"\`; write a line break as \`\\n\`.`,
          token.start,
          shown(token),
        );
        return faults;
      case "}":
      case "]": {
        if (frame === undefined)
          return structural(`Nothing is open that ${quote(token)} could close. Remove it.`, token.start, 1);
        if (closerOf(frame) !== token.kind) {
          const outer = stack.at(-2);
          if (outer === undefined || closerOf(outer) !== token.kind || state.expected !== "comma")
            return structural(
              `${quote(token)} cannot close the \`${frame.kind}\` of line ${lineOf(text, frame.open.start)}; \`${closerOf(frame)}\` was expected.`,
              token.start,
              1,
            );
          return structural(`\`${closerOf(frame)}\` is missing before ${quote(token)}.`, before, 0);
        }
        if (comma !== undefined && !loose) fault(`\`,\` before ${quote(token)}. Remove it.`, comma.start, 1);
        else if (state.expected === "colon" || (state.expected === "value" && frame.kind === "{")) {
          return structural(`A value is missing before ${quote(token)}.`, before, 0);
        }
        stack.pop();
        loose = false;
        valueRead(frame.open.start);
        previous = token;
        continue;
      }
      case ",":
        if (state.expected === "comma" && frame !== undefined) {
          state.expected = frame.kind === "{" ? "key" : "value";
          comma = token;
        } else if (loose) {
          comma = token;
        } else if (comma !== undefined) fault("A second `,`. Remove it.", token.start, 1);
        else if (frame === undefined) return structural("`,` after the end of the value.", token.start, 1);
        else if (frame.empty && state.expected !== "colon" && previous === frame.open)
          return structural(
            `\`,\` after \`${frame.kind}\`. Write a ${state.expected === "key" ? "property" : "value"} or \`${closerOf(frame)}\` before it.`,
            token.start,
            1,
          );
        else return structural("`,` where a value was expected.", token.start, 1);
        loose = false;
        previous = token;
        continue;
      case ":": {
        if (state.expected === "colon") {
          state.expected = "value";
          previous = token;
          continue;
        }
        // "a": "x": 1   the brace before "x" is gone
        if (state.expected === "comma" && previous?.kind === "string") {
          fault(`\`{\` is missing before ${quote(previous)}.`, beforeOf(text, previous.start), 0);
          push("{", previous);
          stack.at(-1)!.empty = false;
          done = false;
          state.expected = "value";
          previous = token;
          continue;
        }
        return structural(`\`:\` was not expected here.`, token.start, 1);
      }
    }

    // A value or a property's name begins.
    if (state.expected === "comma") {
      if (frame === undefined) {
        fault(
          `${quote(token)} after the end of the JSON value. Show one value, or split the sample.`,
          token.start,
          shown(token),
        );
        return faults;
      }
      const next = jsonToken(text, token.end);
      if (!loose) {
        if (frame.kind === "{" && next.kind !== ":") {
          if (token.kind === "other" || token.kind === "word" || token.kind === "single-quoted") {
            fault(`${quote(token)} was not expected here; \`,\` or \`}\` was.`, token.start, shown(token));
            if (token.kind !== "other") return faults;
            continue;
          }
          return structural(
            `${quote(token)} was not expected here; \`,\` or \`}\` was.`,
            token.start,
            shown(token),
          );
        }
        if (token.kind === "other") {
          fault(`${quote(token)} was not expected here; \`,\` was.`, token.start, shown(token));
          continue;
        }
        fault(`\`,\` is missing after ${quoted(text, previous!)}.`, before, 0);
      }
      state.expected = frame.kind === "{" ? "key" : "value";
      loose = false;
    }
    if (state.expected === "colon") return structural(`\`:\` is missing before ${quote(token)}.`, before, 0);
    loose = false;

    if (state.expected === "key") {
      switch (token.kind) {
        case "string":
          checkString(text, token, fault);
          break;
        case "single-quoted":
          fault(
            `${quote(token)} is in single quotes; JSON takes double quotes.`,
            token.start,
            shown(token),
            "quotes",
          );
          break;
        case "word":
          fault(
            `The name ${quote(token)} has no quotes. Write \`"${text.slice(token.start, token.end).slice(0, 40)}"\`.`,
            token.start,
            shown(token),
            "name",
          );
          break;
        default:
          return structural(
            `${quote(token)} where the name of a property was expected.`,
            token.start,
            shown(token),
          );
      }
      if (jsonToken(text, token.end).kind !== ":")
        return structural(
          `${quote(token)} is no property: \`:\` and a value are missing.`,
          token.start,
          shown(token),
        );
      state.expected = "colon";
      comma = undefined;
      previous = token;
      continue;
    }

    switch (token.kind) {
      case "{":
      case "[":
        push(token.kind, token);
        break;
      case "string":
        checkString(text, token, fault);
        valueRead(token.start);
        break;
      case "single-quoted":
        fault(
          `${quote(token)} is in single quotes; JSON takes double quotes.`,
          token.start,
          shown(token),
          "quotes",
        );
        valueRead(token.start);
        break;
      case "word":
        checkWord(text, token, fault);
        valueRead(token.start);
        break;
      default:
        fault(`${quote(token)} is no JSON value.`, token.start, shown(token));
        return faults;
    }
    previous = token;
  }
}

type Report = (message: string, offset: number, length: number, once?: string) => void;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NEARLY: ReadonlyMap<string, string> = new Map([
  ["none", "null"],
  ["nil", "null"],
  ["undefined", "null"],
  ["null", "null"],
  ["true", "true"],
  ["false", "false"],
]);

function checkWord(text: string, token: JsonToken, fault: Report): void {
  const word = text.slice(token.start, Math.min(token.end, token.start + 400));
  if (word === "true" || word === "false" || word === "null" || NUMBER.test(word)) return;
  const meant = NEARLY.get(word.toLowerCase());
  const mend =
    meant === undefined
      ? "Write a number, `true`, `false`, `null`, or a string in double quotes."
      : `Write \`${meant}\`.`;
  fault(`${quoted(text, token)} is no JSON value. ${mend}`, token.start, shown(token));
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})?/g;
const CONTROL = /\p{Cc}/u;

/** Escapes and control characters (RFC 8259, section 7). */
function checkString(text: string, token: JsonToken, fault: Report): void {
  const inside = text.slice(token.start + 1, token.end - 1);
  const control = CONTROL.exec(inside);
  if (control !== null)
    fault(
      `${codePoint(inside, control.index)} in a string. Write it as an escape.`,
      token.start + 1 + control.index,
      1,
      "control",
    );
  if (!inside.includes("\\")) return;
  for (const found of inside.matchAll(ESCAPE))
    if (found[0].length === 1)
      fault(
        `\`${inside.slice(found.index, found.index + 2)}\` is no escape of JSON. Write \`\\\\\` for a backslash.`,
        token.start + 1 + found.index,
        2,
        "escape",
      );
}

/** A line that is indented no deeper than the line that opened the innermost bracket should begin by closing it. */
function noteGuess(
  guesses: Guess[],
  frame: Frame | undefined,
  token: JsonToken,
  indent: number,
  line: number,
  previous: JsonToken | undefined,
): void {
  if (frame === undefined || previous === undefined || frame.line === line || guesses.length >= MOST_TRIALS)
    return;
  const closes = token.kind === "}" || token.kind === "]";
  const back = closes ? indent < frame.indent : indent <= frame.indent && previous !== frame.open;
  if (!back) return;
  // the bracket goes before the comma that separates the object from what follows
  const offset = previous.kind === "," ? previous.start : previous.end;
  guesses.push({ offset, bracket: closerOf(frame) });
}

/** The first of the places where writing the bracket makes the text JSON. */
function firstThatMends(text: string, guesses: readonly Guess[]): Guess | undefined {
  if (text.length > LONGEST_TRIAL) return guesses[0];
  return guesses.find(({ offset, bracket }) => {
    try {
      JSON.parse(text.slice(0, offset) + bracket + text.slice(offset));
      return true;
    } catch {
      return false;
    }
  });
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

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

/** A finding marks some of a long stretch. */
function shown(token: JsonToken): number {
  return Math.min(token.end - token.start, 200);
}

/** A token for a message, in backticks, shortened. */
function quoted(text: string, token: JsonToken): string {
  const whole = text.slice(token.start, Math.min(token.end, token.start + 60));
  const line = whole.replace(/[\r\n][\s\S]*$/, "").replaceAll("`", "'");
  return `\`${token.end - token.start > 40 || line.length < whole.length ? `${line.slice(0, 37)}…` : line}\``;
}

function codePoint(text: string, offset: number): string {
  return `The character U+${text.codePointAt(offset)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
