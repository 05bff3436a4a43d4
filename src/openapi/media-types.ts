import type { Operation, Side } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import type { JsonObject } from "../data/json-value.ts";
import type { SampleContent } from "../samples/read.ts";
import { sendsForm } from "../samples/shell.ts";

export const JSON_TYPE = "application/json";
export const MULTIPART_TYPE = "multipart/form-data";
/** The media type of content of which nothing is known (RFC 2046, 4.5.1). */
export const ANY_BYTES = "application/octet-stream";
export const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * The media types that the sources name for the content of one side of an operation: those in the row of its
 * `Content-Type`, those in sentences about its body, and those in what its samples say of themselves.
 */
export function namedMediaTypes(operation: Operation, side: Side, prose: Prose): string[] {
  const ofRow = operation.rows.flatMap((row) =>
    row.side === side && row.definition?.in === "header" && row.name.toLowerCase() === "content-type"
      ? prose.definition(row.definition)
      : [],
  );
  const notes = operation.notes
    .filter((note) => note.side === undefined || note.side === side)
    .map(({ blocks }) => blocks);
  const sentences = [operation.description, ...notes].flatMap((blocks) =>
    sentencesOf(prose.blocks(blocks, operation.document)),
  );
  const ofProse = sentences.filter(side === "request" ? isOfRequest : isOfResponse);
  const ofCommands = operation.samples.flatMap((sample) =>
    side === "request" && sample.side === side ? typesOfCommand(sample.text) : [],
  );
  return typesIn([...ofRow, ...ofProse, ...ofCommands]);
}

/** The media type that a command, or the lines of a request, gives the content that it sends. */
function typesOfCommand(text: string): string[] {
  const header = SENT_HEADER.exec(text)?.[1];
  if (header !== undefined) return [header];
  return sendsForm(text) ? [MULTIPART_TYPE] : [];
}

/** The media types that sentences of a text give to the content of a request. */
export function typesOfRequest(text: string): string[] {
  return typesIn(sentencesOf(text).filter(isOfRequest));
}

/** A sentence that ends in a colon goes on in the list below it. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s|(?<!:)\n{2,}/);
}

function typesIn(texts: readonly string[]): string[] {
  const named = texts.flatMap((text) => text.match(MEDIA_TYPE) ?? []);
  return [...new Set(named.map((type) => type.toLowerCase()))];
}

function isOfRequest(sentence: string): boolean {
  if (/\brespon[ds]/i.test(sentence)) return false;
  return (
    SETS_HEADER.test(sentence) ||
    DEMANDS_HEADER.test(sentence) ||
    TAKES_TYPE.test(sentence) ||
    (/\b(?:body|payload)\b/i.test(sentence) && NAMES_TYPE.test(sentence))
  );
}

function isOfResponse(sentence: string): boolean {
  return /\brespon(?:se|ds)\b/i.test(sentence) && NAMES_TYPE.test(sentence) && !/\brequest\b/i.test(sentence);
}

/** `The body should be the source with content type …`, `parameters in the … format in the body of the request`. */
const NAMES_TYPE = /\b(?:content|media|mime)[\s-]types?\b|\bformat\b/i;
/** `Set the Content-Type request header to …`. */
const SETS_HEADER = /\b(?:set|send|use|specify|with)\b.*\bcontent-type\b[^\w]*(?:request )?header\b/i;
/** `The "Content-Type" HTTP header should be …`. */
const DEMANDS_HEADER =
  /\bcontent-type\b\W*(?:(?:http )?(?:request )?header )?(?:should|must|has to|needs to|shall|is to)\b/i;
/** `Accepts content type …`. */
const TAKES_TYPE =
  /\b(?:accepts?|consumes?|expects?|requires?|takes?)\b(?: \w+){0,3} \W*(?:content|media|mime)[\s-]types?\b/i;
/** The header as commands and the lines of a request show it. */
const SENT_HEADER = /\bcontent-type:[ \t]*([\w.+-]+\/[\w.+-]+)/i;
const MEDIA_TYPE =
  /\b(?:application|audio|font|image|message|model|multipart|text|video)\/[a-z\d][\w.+-]*\w/gi;

/**
 * The media types under which the schema of a body stands: of those that are named the ones whose content is told by a
 * schema (parts of a form, JSON of some kind); JSON where none is.
 */
export function schemaTypes(named: readonly string[]): string[] {
  const types = named.filter(isToldBySchema);
  return types.length === 0 ? [JSON_TYPE] : types;
}

/** Whether a schema tells the content of a media type: the parts of a form, JSON of some kind. */
export function isToldBySchema(type: string): boolean {
  return type.startsWith("multipart/") || type === FORM_TYPE || IS_JSON.test(type);
}

/** `application/json`, `application/merge-patch+json`, `application/acme-v2-json-patch`. */
const IS_JSON = /^application\/(?:.*[.+-])?json(?:[.+-]|$)/i;

/** What stands under a media type whose content no table and no JSON describes. */
export function rawContent(types: readonly string[]): JsonObject {
  return Object.fromEntries(
    types.map((type) => [type, isToldBySchema(type) ? {} : { schema: rawSchema(type) }]),
  );
}

/** Generators take `format: binary` for bytes, and a media type without a schema (OpenAPI 3.1, 4.8.14.3) for nothing. */
function rawSchema(type: string): JsonObject {
  return IS_TEXT.test(type) ? { type: "string" } : { type: "string", format: "binary" };
}

const IS_TEXT = /^text\/|[/+](?:xml|yaml|x-yaml|javascript)$/i;

/** The media type of a text that says none of itself: the one that the sources name for text, or plain text. */
export function textType(named: readonly string[]): string {
  const types = named.filter((type) => type.startsWith("text/"));
  return types.length === 1 ? types[0]! : "text/plain";
}

/** The fields of a text such as `kind=film&length=90` where the sources name forms; undefined for anything else. */
export function formFields(
  content: SampleContent,
  named: readonly string[],
): Record<string, string> | undefined {
  if (content.kind !== "other" || content.mediaType !== "text/plain" || !named.includes(FORM_TYPE))
    return undefined;
  const text = content.text.trim();
  if (!/^[^\s=&]+=[^\s&]*(?:&[^\s=&]+=[^\s&]*)*$/.test(text)) return undefined;
  return Object.fromEntries(new URLSearchParams(text));
}
