import type { Sample } from "../apiref/model.ts";
import { parseJson } from "../data/json.ts";
import type { JsonMistake } from "../data/json-fault.ts";
import { type JsonReplacement, jsonRepair } from "../data/json-repair.ts";
import { isJsonObject, type Json, type JsonObject } from "../data/json-value.ts";
import { mendedJson } from "../data/mended-json.ts";
import type { Edit } from "../text/edit.ts";
import { remembered } from "../text/remembered.ts";
import type { Span } from "../text/span.ts";
import { type Piece, sampleSpan, sourceOffset } from "./place.ts";
import { callsCurl, curlData } from "./shell.ts";

/** What a sample shows. */
export type SampleContent = JsonContent | InvalidJsonContent | OtherContent;

/** A sample with what it shows. */
export interface ReadSample {
  readonly sample: Sample;
  readonly content: SampleContent;
}

/** JSON; `text` is the JSON text and `pieces` say where it stands in the sample's text. */
export interface JsonContent {
  readonly kind: "json";
  readonly mediaType: "application/json";
  readonly value: Json;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Mistakes that do not keep it from being JSON: names that stand twice in one object. */
  readonly errors: readonly ContentError[];
}

/** One mistake in a text that is meant as JSON. */
export interface ContentError {
  readonly mistake: JsonMistake;
  readonly span: Span;
}

/** A text that is meant as JSON but is none. */
export interface InvalidJsonContent {
  readonly kind: "invalid-json";
  readonly mediaType: "application/json";
  readonly text: string;
  /** What is meant, where that is clear. */
  readonly mended?: Json;
  /** The edits of its source that make JSON of it, where there is only one way to. */
  readonly repair?: readonly Edit[];
  /** The JSON that they make of it. */
  readonly repaired?: JsonContent;
  /** At least one. */
  readonly errors: readonly ContentError[];
}

/** Everything else: XML, YAML, text, HTTP dumps, commands that send nothing. */
export interface OtherContent {
  readonly kind: "other";
  readonly mediaType: string;
  readonly text: string;
}

/** The whole text as it stands. */
const WHOLE: readonly Piece[] = [{ at: 0, offset: 0 }];

const JSON_LANGUAGES = new Set(["json", "javascript", "js", "json-object"]);
const SHELL_LANGUAGES = new Set(["bash", "console", "shell", "sh", "shell-session", "curl"]);
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ["xml", "application/xml"],
  ["yaml", "application/yaml"],
  ["yml", "application/yaml"],
  ["html", "text/html"],
]);

/**
 * Reads a sample by its file name, its language and what stands in it: JSON, the JSON that a curl command sends or
 * that an HTTP dump carries, or something else under its media type. Each sample is read once.
 */
export const readSample = remembered(contentOf);

function contentOf(sample: Sample): SampleContent {
  const { text } = sample;
  const start = text.slice(0, 200).trimStart();
  const language = sample.language.toLowerCase();
  const extension = extensionOf(sample.path);
  if (start.startsWith("<") && extension !== "json" && !JSON_LANGUAGES.has(language))
    return markup(text, start);
  if (start.startsWith("<?xml") || start.startsWith("<!DOCTYPE")) return markup(text, start);
  if (HTTP_START.test(start)) return httpDump(sample);
  if (callsCurl(start) || (SHELL_LANGUAGES.has(language) && callsCurl(text))) return shellScript(sample);
  if (extension === "json") return json(sample, text, WHOLE);
  const other = MEDIA_TYPES.get(extension) ?? MEDIA_TYPES.get(language);
  if (other !== undefined) return { kind: "other", mediaType: other, text };
  if (JSON_LANGUAGES.has(language) && (extension === "" || looksLikeJson(start)))
    return json(sample, text, WHOLE);
  // No name and no language says so, but it may be JSON all the same, also with a slip.
  if (looksLikeJson(start)) {
    const read = json(sample, text, WHOLE);
    if (shownJson(read) !== undefined) return read;
  }
  return { kind: "other", mediaType: "text/plain", text };
}

function extensionOf(path: string | undefined): string {
  return /\.([A-Za-z0-9]+)$/.exec(path ?? "")?.[1]?.toLowerCase() ?? "";
}

function looksLikeJson(start: string): boolean {
  return start.startsWith("{") || start.startsWith("[");
}

function markup(text: string, start: string): OtherContent {
  const html = /^<(?:!DOCTYPE\s+html|html)\b/i.test(start);
  return { kind: "other", mediaType: html ? "text/html" : "application/xml", text };
}

function json(sample: Sample, text: string, pieces: readonly Piece[]): JsonContent | InvalidJsonContent {
  const parsed = parseJson(text, (offset) => {
    const { file, start } = contentSpan(sample, pieces, offset, offset);
    return file.positionAt(start).line;
  });
  const faults = "value" in parsed ? parsed.repeated : parsed.errors;
  const errors = faults.map(({ mistake, offset, length }) => ({
    mistake,
    span: contentSpan(sample, pieces, offset, offset + length),
  }));
  if ("value" in parsed)
    return { kind: "json", mediaType: "application/json", value: parsed.value, text, pieces, errors };
  const mended = mendedJson(text);
  const replacements = jsonRepair(text, faults);
  const repair = replacements?.map(
    ({ offset, length, text }): Edit => ({
      span: contentSpan(sample, pieces, offset, offset + length),
      text,
    }),
  );
  const repaired = replacements && replaced(text, pieces, replacements);
  return {
    kind: "invalid-json",
    mediaType: "application/json",
    text,
    errors,
    ...(mended === undefined ? {} : { mended }),
    ...(repair === undefined || sample.file === undefined ? {} : { repair }),
    ...(repaired === undefined ? {} : { repaired }),
  };
}

/** JSON that replacements make of a text; what is new stands where it was put in. */
function replaced(
  text: string,
  pieces: readonly Piece[],
  replacements: readonly JsonReplacement[],
): JsonContent | undefined {
  let mended = "";
  let from = 0;
  const places: Piece[] = [];
  const keep = (end: number) => {
    places.push({ at: mended.length, offset: sourceOffset(pieces, from) });
    for (const { at, offset } of pieces)
      if (at > from && at < end) places.push({ at: mended.length + at - from, offset });
    mended += text.slice(from, end);
  };
  for (const { offset, length, text: put } of replacements) {
    keep(offset);
    places.push({ at: mended.length, offset: sourceOffset(pieces, offset) });
    mended += put;
    from = offset + length;
  }
  keep(text.length);
  const read = parseJson(mended);
  if (!("value" in read)) return undefined;
  return {
    kind: "json",
    mediaType: "application/json",
    value: read.value,
    text: mended,
    pieces: places,
    errors: [],
  };
}

/** The JSON that a sample shows, slips mended; undefined for anything else. */
export function shownJson(content: SampleContent): Json | undefined {
  if (content.kind === "json") return content.value;
  return content.kind === "invalid-json" ? content.mended : undefined;
}

/** The object that a sample is, as it is written; undefined for anything else. */
export function shownObject(sample: Sample): JsonObject | undefined {
  const content = readSample(sample);
  return content.kind === "json" && isJsonObject(content.value) ? content.value : undefined;
}

/** The same content with another value in it. */
export function withValue(content: SampleContent, of: (value: Json) => Json): SampleContent {
  if (content.kind === "json") return { ...content, value: of(content.value) };
  if (content.kind !== "invalid-json" || content.mended === undefined) return content;
  return { ...content, mended: of(content.mended) };
}

/** The JSON of those samples that show some. */
export function shownBy(samples: readonly { readonly content: SampleContent }[]): Json[] {
  return samples.flatMap(({ content }) => {
    const value = shownJson(content);
    return value === undefined ? [] : [value];
  });
}

/** The span in the file of a stretch of a content's text. */
export function contentSpan(sample: Sample, pieces: readonly Piece[], start: number, end: number): Span {
  const first = sourceOffset(pieces, start);
  return sampleSpan(sample, first, end > start ? sourceOffset(pieces, end - 1) + 1 : first);
}

function shellScript(sample: Sample): SampleContent {
  const sent = curlData(sample.text);
  const object = sent.find((data) => looksLikeJson(data.text.trimStart()));
  if (object !== undefined) return json(sample, object.text, object.pieces);
  return { kind: "other", mediaType: "text/x-shellscript", text: sample.text };
}

const HTTP_START =
  /^(?:HTTP\/\d(?:\.\d)?\s+\d{3}\b|(?:GET|HEAD|POST|PUT|PATCH|DELETE|COPY|OPTIONS)\s+\S+(?:[ \t]+HTTP\/\d|[ \t]*\r?\n[A-Za-z-]+:))/;

/** The media type of a request or response without content (RFC 9112, 10.1). */
export const HTTP_TYPE = "message/http";

/** A request or response as it goes over the wire (RFC 9112, section 2.1): what it carries is its body. */
function httpDump(sample: Sample): SampleContent {
  const { text } = sample;
  const blank = /\r?\n[ \t]*\r?\n/.exec(text);
  const from = blank === null ? text.length : blank.index + blank[0].length;
  const body = text.slice(from);
  if (body.trim() === "") return { kind: "other", mediaType: HTTP_TYPE, text };
  const declared = /^content-type:[ \t]*([\w.+-]+\/[\w.+-]+)/im.exec(text.slice(0, from))?.[1];
  const other: OtherContent = { kind: "other", mediaType: declared ?? "text/plain", text: body };
  if (!looksLikeJson(body.trimStart())) return other;
  const read = json(sample, body, [{ at: 0, offset: from }]);
  return read.kind === "json" || /[/+]json$/i.test(declared ?? "") ? read : other;
}
