import type { Operation } from "../apiref/model.ts";
import type { Prose } from "../apiref/prose.ts";
import type { JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";

/** Methods whose requests have content of a meaning (RFC 9110, 9.3.3, 9.3.4; RFC 5789). */
const BODY_METHODS: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

/**
 * The Request Body Object of an operation whose body no table and no sample shows: a file, a script, an image. Its media
 * type is the one that the row of `Content-Type` names, or a sentence about the request's body.
 */
export function rawBody(operations: readonly Operation[], prose: Prose): JsonObject | undefined {
  const types = new Set(operations.flatMap((operation) => mediaTypesOf(operation, prose)));
  if (types.size === 0) return undefined;
  const object: JsonObject = {
    content: Object.fromEntries(
      [...types].map((type) => [type, IS_TEXT.test(type) ? { schema: { type: "string" } } : {}]),
    ),
  };
  setOrigin(object, operations[0]!.titleSpan);
  return object;
}

function mediaTypesOf(operation: Operation, prose: Prose): string[] {
  if (!BODY_METHODS.has(operation.method.toUpperCase())) return [];
  const ofRow = operation.rows.flatMap(({ side, name, definition }) =>
    side === "request" && definition?.in === "header" && name.toLowerCase() === "content-type"
      ? prose.definition(definition)
      : [],
  );
  const notes = operation.notes.filter(({ side }) => side !== "response").map(({ blocks }) => blocks);
  const sentences = [operation.description, ...notes].flatMap((blocks) =>
    prose.blocks(blocks, operation.document).split(/(?<=[.!?])\s|\n{2,}/),
  );
  const ofProse = sentences.filter(
    (sentence) =>
      (SETS_HEADER.test(sentence) || TELLS_TYPE.every((words) => words.test(sentence))) &&
      !/\brespon[ds]/i.test(sentence),
  );
  return [...ofRow, ...ofProse].flatMap((text) => text.match(MEDIA_TYPE) ?? []);
}

/** `The request body should be the source with content type`, `send the image as the body, with the media type`. */
const TELLS_TYPE = [/\b(?:body|payload)\b/i, /\b(?:content|media|mime)[\s-]types?\b/i];
/** `Set the Content-Type request header to …`. */
const SETS_HEADER = /\b(?:set|send|use|specify|with)\b.*\bcontent-type\b[^\w]*(?:request )?header\b/i;
const MEDIA_TYPE =
  /\b(?:application|audio|font|image|message|model|multipart|text|video)\/[a-z\d][\w.+-]*\w/gi;
const IS_TEXT = /^text\/|[/+](?:json|xml|yaml|x-yaml|javascript)$/i;
