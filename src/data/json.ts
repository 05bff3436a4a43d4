import type { JsonFault, LineAt } from "./json-fault.ts";
import { jsonFaults } from "./json-faults.ts";
import { repeatedNames } from "./json-names.ts";
import { noteNumbers } from "./json-numbers.ts";
import { jsonToken } from "./json-tokens.ts";
import { isJsonObject, type Json, pointerSteps } from "./json-value.ts";
import { numberOf } from "./written-number.ts";

/** A text read as JSON: its value, or what keeps it from being JSON. */
export type ParsedJson =
  /** `repeated` are names that stand twice in one object. */
  | { readonly value: Json; readonly repeated: readonly JsonFault[] }
  | { readonly errors: readonly JsonFault[] };

/** Deeper than any sample; what follows walks values recursively. */
export const DEEPEST_JSON = 200;

/**
 * Reads a JSON text (RFC 8259). Gives the value, or at least one error at the place of the mistake. How its numbers are
 * written can be asked for (`written-number.ts`).
 *
 * @param lineAt for faults that name another line; of a text that is a part of its file, the line in the file
 */
export function parseJson(text: string, lineAt: LineAt = (offset) => lineIn(text, offset)): ParsedJson {
  let value: Json;
  try {
    // A byte order mark is allowed to be ignored (RFC 8259, section 8.1).
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as Json;
  } catch {
    return { errors: jsonFaults(text, lineAt) };
  }
  if (deeperThan(value, DEEPEST_JSON))
    return {
      errors: [{ mistake: { kind: "too-deep", most: DEEPEST_JSON }, offset: 0, length: 1 }],
    };
  if (typeof value === "number") value = numberOf(String(value));
  noteNumbers(text, value);
  return { value, repeated: repeatedNames(text, value, lineAt) };
}

function lineIn(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function deeperThan(value: Json, levels: number): boolean {
  if (levels < 0) return true;
  if (Array.isArray(value)) return value.some((item) => deeperThan(item, levels - 1));
  if (!isJsonObject(value)) return false;
  for (const name in value) if (deeperThan(value[name]!, levels - 1)) return true;
  return false;
}

/** Where a value stands in a text and, for a property, where its name does. Offsets, `end` exclusive. */
export interface JsonPlace {
  readonly key?: { readonly start: number; readonly end: number };
  readonly value: { readonly start: number; readonly end: number };
}

/** The place that a JSON pointer names in a JSON text; undefined where it names nothing. */
export function locate(
  text: string,
  pointer: string,
  what: "key" | "value",
): { readonly start: number; readonly end: number } | undefined {
  const place = locateAll(text, [pointer]).get(pointer);
  return what === "key" ? place?.key : place?.value;
}

interface Wanted {
  pointer?: string;
  readonly children: Map<string, Wanted>;
}

/**
 * The places of many pointers in one pass over the text. Of properties that stand twice the last counts, as in
 * `JSON.parse`.
 */
export function locateAll(text: string, pointers: Iterable<string>): Map<string, JsonPlace> {
  const root: Wanted = { children: new Map() };
  for (const pointer of pointers) {
    let wanted = root;
    for (const step of pointerSteps(pointer)) {
      let child = wanted.children.get(step);
      if (child === undefined) {
        child = { children: new Map() };
        wanted.children.set(step, child);
      }
      wanted = child;
    }
    wanted.pointer = pointer;
  }

  const places = new Map<string, JsonPlace>();
  const stack: Container[] = [];
  let frame: Container | undefined;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (;;) {
    const token = jsonToken(text, at);
    at = token.end;
    switch (token.kind) {
      case "end":
        return places;
      case "{":
      case "[": {
        const wanted = frame === undefined ? root : wantedIn(frame);
        const opened: Container = { object: token.kind === "{", wanted, start: token.start, index: 0 };
        if (frame?.key !== undefined) opened.ofKey = frame.key;
        stack.push(opened);
        frame = opened;
        break;
      }
      case "}":
      case "]":
        if (frame === undefined) return places;
        record(places, frame.wanted, frame.ofKey, frame.start, token.end);
        stack.pop();
        frame = stack.at(-1);
        break;
      case ",":
        if (frame === undefined) return places;
        frame.index++;
        delete frame.key;
        break;
      case ":":
        break;
      default:
        if (frame?.object && frame.key === undefined)
          frame.key = { start: token.start, end: token.end, text };
        else record(places, frame === undefined ? root : wantedIn(frame), frame?.key, token.start, token.end);
    }
  }
}

interface Key {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Container {
  readonly object: boolean;
  readonly wanted: Wanted | undefined;
  readonly start: number;
  /** The name under which the container itself stands. */
  ofKey?: Key;
  /** The name of the property being read. */
  key?: Key;
  index: number;
}

/** What is wanted of the child being read. */
function wantedIn(frame: Container): Wanted | undefined {
  if (frame.wanted === undefined || frame.wanted.children.size === 0) return undefined;
  if (!frame.object) return frame.wanted.children.get(String(frame.index));
  return frame.key === undefined ? undefined : frame.wanted.children.get(nameOf(frame.key));
}

function nameOf(key: Key): string {
  const written = key.text.slice(key.start, key.end);
  if (!written.includes("\\")) return written.slice(1, -1);
  try {
    return JSON.parse(written) as string;
  } catch {
    return written.slice(1, -1);
  }
}

function record(
  places: Map<string, JsonPlace>,
  wanted: Wanted | undefined,
  key: Key | undefined,
  start: number,
  end: number,
): void {
  if (wanted?.pointer === undefined) return;
  const value = { start, end };
  places.set(
    wanted.pointer,
    key === undefined ? { value } : { key: { start: key.start, end: key.end }, value },
  );
}
