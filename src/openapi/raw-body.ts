import type { Operation, ParameterRow } from "../apiref/model.ts";
import { BODY_METHODS } from "../apiref/part-place.ts";
import type { Prose } from "../apiref/prose.ts";
import type { PlacedBody } from "../bodies/placed-bodies.ts";
import type { JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { isToldBySchema, rawContent, typesOfRequest } from "./media-types.ts";

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

/**
 * The Request Body Object of an operation whose body is no JSON that a table or a sample shows: a file, a script, an image.
 *
 * @param types the media types that the sources name for it
 * @param said what else the object says
 */
export function rawBody(
  operations: readonly Operation[],
  types: readonly string[],
  said: JsonObject = {},
): JsonObject | undefined {
  if (types.length === 0 || !operations.some(({ method }) => BODY_METHODS.has(method.toUpperCase())))
    return undefined;
  const object: JsonObject = { ...said, content: rawContent(types) };
  setOrigin(object, operations[0]!.titleSpan);
  return object;
}
