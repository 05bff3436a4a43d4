import { parseJson } from "./json.ts";
import { type JsonToken, jsonToken } from "./json-tokens.ts";
import type { Json } from "./json-value.ts";

/** The value of a text with slips in its JSON; undefined where it is not clear what is meant. */
export function mendedJson(text: string): Json | undefined {
  const mended = text.length > LONGEST ? undefined : withoutSlips(text);
  const read = mended === undefined ? undefined : parseJson(mended);
  return read !== undefined && "value" in read ? read.value : undefined;
}

/** No sample that a person wrote is longer. */
const LONGEST = 1_000_000;

/**
 * A text with slips as the JSON that is meant: without comments, ellipses and commas that are too many, with the commas,
 * quotes and closing brackets that are missing: those at the end, and one before the bracket that closes what is round it. Every value that the text shows is in it, and nothing else. Undefined where
 * it is not clear what is meant; what is given may still be no JSON.
 */
function withoutSlips(text: string): string | undefined {
  const pieces: string[] = [];
  const open: ("{" | "[")[] = [];
  let previous: Piece | undefined;
  let isClosedFor = false;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    const token = closed(jsonToken(text, at), text);
    at = token.end;
    if (SILENT.has(token.kind)) continue;
    if (token.kind === "end") break;
    const piece = pieceOf(token, text);
    if (piece === undefined) return undefined;
    if (piece.kind === "close") {
      if (previous?.kind === "colon") return undefined;
      if (previous?.kind === "comma") pieces.pop();
      const around = open.at(-2);
      const isNext = around !== undefined && CLOSERS[around] === piece.text;
      if (isNext && !isClosedFor && CLOSERS[open.at(-1)!] !== piece.text) {
        // the bracket before it is missing, if those behind it are in order
        isClosedFor = true;
        pieces.push(CLOSERS[open.pop()!]);
      }
      const frame = open.pop();
      if (frame === undefined || CLOSERS[frame] !== piece.text) return undefined;
    } else if (piece.kind === "comma") {
      // behind nothing, or another one
      if (previous === undefined || previous.kind === "comma" || previous.kind === "open") continue;
      if (previous.kind === "colon" || open.length === 0) return undefined;
    } else if (piece.kind === "colon") {
      if (previous?.kind !== "value" || open.at(-1) !== "{") return undefined;
    } else {
      if (previous?.kind === "value" || previous?.kind === "close") {
        // a second value, or one that no bracket holds
        if (open.length === 0) return undefined;
        pieces.push(",");
      }
      if (piece.kind === "open") open.push(piece.text as "{" | "[");
    }
    pieces.push(piece.text);
    previous = piece;
  }
  if (previous?.kind === "colon") return undefined;
  if (isClosedFor && open.length > 0) return undefined;
  if (previous?.kind === "comma") pieces.pop();
  for (const frame of open.reverse()) pieces.push(CLOSERS[frame]);
  return pieces.join("");
}

/** A string that goes on over lines ends at its quote all the same. */
function closed(token: JsonToken, text: string): JsonToken {
  if (token.kind !== "unclosed-string") return token;
  const quote = text.indexOf('"', token.end);
  return quote < 0 ? token : { kind: "string", start: token.start, end: quote + 1 };
}

/** A part of JSON, by what may stand beside it. */
interface Piece {
  readonly kind: "open" | "close" | "comma" | "colon" | "value";
  readonly text: string;
}

/** What stands for nothing in a value. */
const SILENT: ReadonlySet<JsonToken["kind"]> = new Set(["comment", "ellipsis", "space"]);
const CLOSERS = { "{": "}", "[": "]" } as const;

/** Undefined for a token of which it is not clear what it means. */
function pieceOf({ kind, start, end }: JsonToken, text: string): Piece | undefined {
  const written = text.slice(start, end);
  switch (kind) {
    case "{":
    case "[":
      return { kind: "open", text: written };
    case "}":
    case "]":
      return { kind: "close", text: written };
    case ",":
      return { kind: "comma", text: written };
    case ":":
      return { kind: "colon", text: written };
    case "string":
      return { kind: "value", text: written.replace(/\s*[\r\n]\s*/g, " ") };
    case "single-quoted":
      return { kind: "value", text: JSON.stringify(written.slice(1, -1).replace(/\\(['"\\])/g, "$1")) };
    case "word":
      return { kind: "value", text: CONSTANTS.get(written) ?? written };
    default:
      return undefined;
  }
}

/** What other languages call the constants of JSON. */
const CONSTANTS: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
]);
