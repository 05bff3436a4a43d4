import { jsonToken } from "./json-tokens.ts";
import type { Json, JsonObject } from "./json-value.ts";
import { isWrittenOtherwise, noteAllWritten, numberOf } from "./written-number.ts";

/** Numbers where values stand; in a string something may look like one, which costs another reading and nothing else. */
const NUMBERS = /[[:,][ \t\r\n]*(-?\d[\d.eE+-]*)/g;

/** A container that is open while the text is read. */
interface Frame {
  /** The value that was made of it; undefined in what a repeated name leaves out. */
  readonly holder: Json[] | JsonObject | undefined;
  readonly isList: boolean;
  /** Index of the next item. */
  index: number;
  /** Name of the next property. */
  name: string | undefined;
  readonly texts: Map<string, string>;
}

/**
 * Notes how the numbers of a JSON text are written (`data/written-number.ts`), and puts the largest number where the text
 * has a larger one.
 *
 * @param value what `JSON.parse` makes of the text; changed in place
 */
export function noteNumbers(text: string, value: Json): void {
  if (typeof value !== "object" || value === null) return;
  // Most texts have no such number, and reading tokens takes longer than parsing.
  let isNeeded = false;
  for (const [, number] of text.matchAll(NUMBERS))
    if (isWrittenOtherwise(number!)) {
      isNeeded = true;
      break;
    }
  if (isNeeded) walk(text, value);
}

function walk(text: string, value: Json): void {
  const open: Frame[] = [];
  let frame: Frame | undefined;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; ; ) {
    const token = jsonToken(text, at);
    at = token.end;
    if (token.kind === "end") return;
    if (token.kind === "{" || token.kind === "[") {
      const inside = frame === undefined ? value : valueIn(frame);
      const isList = token.kind === "[";
      const isHere = typeof inside === "object" && inside !== null && Array.isArray(inside) === isList;
      frame = { holder: isHere ? inside : undefined, isList, index: 0, name: undefined, texts: new Map() };
      open.push(frame);
    } else if (token.kind === "}" || token.kind === "]") {
      if (frame?.holder !== undefined) noteAllWritten(frame.holder, frame.texts);
      open.pop();
      frame = open.at(-1);
    } else if (token.kind === ",") {
      if (frame === undefined) return;
      frame.index++;
      frame.name = undefined;
    } else if (token.kind === "string" && frame?.isList === false && frame.name === undefined)
      frame.name = JSON.parse(text.slice(token.start, token.end)) as string;
    else if (token.kind === "word" && frame !== undefined)
      noteNumber(frame, text.slice(token.start, token.end));
  }
}

function valueIn({ holder, isList, index, name }: Frame): Json | undefined {
  if (holder === undefined) return undefined;
  return isList ? (holder as Json[])[index] : (holder as JsonObject)[name ?? ""];
}

function noteNumber(frame: Frame, text: string): void {
  const key = frame.isList ? String(frame.index) : (frame.name ?? "");
  // Of names that stand twice the last counts.
  frame.texts.delete(key);
  const { holder } = frame;
  if (holder === undefined || !isWrittenOtherwise(text)) return;
  frame.texts.set(key, text);
  const values = holder as Record<string, Json>;
  if (values[key] === Number(text) && !Number.isFinite(values[key]))
    Object.defineProperty(values, key, {
      value: numberOf(text),
      enumerable: true,
      writable: true,
      configurable: true,
    });
}
