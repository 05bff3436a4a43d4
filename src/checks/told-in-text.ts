import type { Operation, Side } from "../apiref/model.ts";
import { operationText } from "../apiref/operation-text.ts";
import { isJsonObject, type Json } from "../data/json-value.ts";
import { remembered } from "../text/remembered.ts";

/**
 * Whether a section has nothing of its own, and its text sends readers to another one (`Please refer to …`): what that one
 * documents is not missing here.
 */
export const refersElsewhere = remembered((operation: Operation): boolean => {
  const { rows, statuses, samples } = operation;
  if (rows.length + statuses.length + samples.length > 0) return false;
  const text = operationText(operation).replace(/\s+/g, " ");
  const sentences =
    text.match(/\b(?:refer to|see|same as|identical to|described (?:in|for|by|at))\s[^.]*`[^.]*/gi) ?? [];
  return sentences.some((sentence) => /\b(?:requests?|responses?|parameters?|codes?)\b/i.test(sentence));
});

/** A body of so-and-so many of one kind (`The body contains a map of names to sizes`). */
const HOLDS_MANY =
  /\bbody\b[^.]{0,40}\b(?:contains?|holds|is|has|consists of)\b[^.]{0,20}\b(?:maps?|dictionar(?:y|ies)|contents?|lists?) (?:of|from)\b/i;
/** A body whose names nobody knows before (`The response is a dictionary whose keys vary with the driver`). */
const VARIES =
  /\b(?:body|response)\b[^.]{0,20}\b(?:contains?|holds|is|has)\b[^.]{0,20}\b(?:maps?|dictionar(?:y|ies)|objects?)\b[^.]{0,30}\b(?:keys?|names?)\b[^.]{0,30}\b(?:unique|var(?:y|ies)|depends?|differs?|arbitrary)\b/i;

/** Whether the text of an operation says what a body is where that cannot be told in rows. */
export const describesBody = remembered((operation: Operation): boolean => {
  const text = operationText(operation).replace(/\s+/g, " ");
  return HOLDS_MANY.test(text) || VARIES.test(text);
});

/** Whether the text of an operation says that its request is a JSON Patch document (RFC 6902). */
export const takesPatch = remembered((operation: Operation): boolean =>
  /json.?patch|\bRFC ?6902/i.test(operationText(operation)),
);

/** Whether a sample is a JSON Patch document: the operation's text says so, or it is plainly one. */
export function isPatchDocument(operation: Operation, side: Side, value: Json): boolean {
  if (side !== "request" || !Array.isArray(value) || value.length === 0) return false;
  if (!value.every((item) => isJsonObject(item) && "op" in item && "path" in item)) return false;
  return takesPatch(operation) || isPlainPatch(operation, value);
}

/**
 * Whether what a PATCH sends is a JSON Patch document by each of its operations (RFC 6902, section 4), whatever the text says; so is a map
 * of such documents by what each of them changes.
 */
export function isPlainPatch({ method }: Operation, value: Json): boolean {
  if (method.toUpperCase() !== "PATCH") return false;
  const documents = isJsonObject(value) ? Object.values(value) : [value];
  return documents.length > 0 && documents.every(isListOfPatch);
}

function isListOfPatch(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isOfPatch);
}

const PATCH_OPERATIONS: ReadonlySet<Json> = new Set(["add", "copy", "move", "remove", "replace", "test"]);

function isOfPatch(item: Json): boolean {
  if (!isJsonObject(item)) return false;
  const { op = null, path = null } = item;
  return PATCH_OPERATIONS.has(op) && typeof path === "string" && path.startsWith("/");
}

const SCHEMA_KEYWORDS = ["type", "$ref", "enum", "items", "oneOf", "anyOf", "description"];

/** Whether a sample is a JSON Schema: it describes properties, and has none itself. */
export function isJsonSchema(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  if ("$schema" in value) return true;
  const { properties } = value;
  if (!isJsonObject(properties)) return false;
  const all = Object.values(properties);
  // A schema may say nothing of a property: `{}`.
  const told = all.filter(
    (property) => isJsonObject(property) && SCHEMA_KEYWORDS.some((keyword) => keyword in property),
  );
  return all.every(isJsonObject) && 2 * told.length >= all.length;
}
