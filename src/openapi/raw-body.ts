import type { Operation, ParameterRow } from "../apiref/model.ts";
import { BODY_METHODS } from "../apiref/part-place.ts";
import type { Prose } from "../apiref/prose.ts";
import type { PlacedBody } from "../bodies/placed-bodies.ts";
import type { JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { sendsBytes } from "../samples/shell.ts";
import { ANY_BYTES, isToldBySchema, rawContent, typesOfRequest } from "./media-types.ts";

/** The row that is the whole body of a request, which is no JSON. */
export interface WholeBody {
  readonly row: ParameterRow;
  /** The media types that its text, or that of the request's section, demands. */
  readonly types: readonly string[];
}

/**
 * The one row of a request's body where it is no property: its own text, or that of the section where its table stands, says
 * that the content is of a media type that no schema tells, as `the Content-Type header must be application/zip`, and
 * nothing shows JSON.
 */
export function wholeBody(
  { operation, side, rows, samples }: PlacedBody,
  prose: Prose,
): WholeBody | undefined {
  const [row, ...others] = rows;
  if (side !== "request" || row?.definition === undefined || others.length > 0 || samples.length > 0)
    return undefined;
  const notes = operation.notes
    .filter((note) => note.side === "request")
    .map(({ blocks }) => prose.blocks(blocks, operation.document));
  const types = [prose.definition(row.definition), ...notes].flatMap(typesOfRequest);
  return types.length === 0 || types.some(isToldBySchema) ? undefined : { row, types };
}

/** Headers that describe the content of the message that carries them (RFC 9110, section 8; RFC 9112, section 6). */
const CONTENT_HEADERS: ReadonlySet<string> = new Set([
  "content-encoding",
  "content-length",
  "content-md5",
  "content-type",
  "etag",
  "transfer-encoding",
]);

/** Rows of the headers that describe the content of an operation's request. */
function contentRows(operation: Operation): ParameterRow[] {
  return operation.rows.filter(
    ({ side, name, definition }) =>
      side === "request" && definition?.in === "header" && CONTENT_HEADERS.has(name.toLowerCase()),
  );
}

/**
 * Whether the request of an operation carries a file or a text of any kind: the row of a header speaks of the body of the request
 * (`the length in bytes of the request body`), or a command on its page sends some.
 */
function carriesBytes(operation: Operation, prose: Prose): boolean {
  if (!BODY_METHODS.has(operation.method.toUpperCase())) return false;
  const rows = contentRows(operation);
  if (rows.some(({ definition }) => SPEAKS_OF_BODY.test(prose.definition(definition!)))) return true;
  const text = prose.blocks(operation.description, operation.document);
  const shown = [...text.matchAll(/^ *```[^\n]*\n([^`]*)^ *```/gm)].map((match) => match[1]!);
  return [...shown, ...operation.samples.map((sample) => sample.text)].some(sendsBytes);
}

const SPEAKS_OF_BODY = /\brequest(?:'s)? body\b|\bbody of (?:the|a|this) request\b/i;

/** Whether a row demands a header without which there is no body. */
function demandsContent(operation: Operation): boolean {
  return contentRows(operation).some(
    ({ name, definition }) => definition!.required && /^content-(?:length|type)$/i.test(name),
  );
}

/**
 * The Request Body Object of operations whose body is no JSON that a table or a sample shows: a file, a script, an image.
 *
 * @param named the media types that the sources name for it
 * @param said what else the object says
 */
export function rawBody(
  operations: readonly Operation[],
  named: readonly string[],
  said: JsonObject,
  prose: Prose,
): JsonObject | undefined {
  const [first, ...others] = operations;
  if (!operations.some(({ method }) => BODY_METHODS.has(method.toUpperCase()))) return undefined;
  const isOfBytes = named.length === 0 && operations.some((operation) => carriesBytes(operation, prose));
  const types = isOfBytes ? [ANY_BYTES] : named;
  if (types.length === 0) return undefined;
  const ofType = contentRows(first!).find(({ name }) => name.toLowerCase() === "content-type");
  const text = ofType === undefined || others.length > 0 ? "" : prose.definition(ofType.definition!);
  const object: JsonObject = {
    ...(text === "" ? {} : { description: text }),
    ...said,
    ...(operations.every(demandsContent) ? { required: true } : {}),
    content: rawContent(types),
  };
  setOrigin(object, first!.titleSpan);
  return object;
}
