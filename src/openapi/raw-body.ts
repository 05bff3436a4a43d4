import type { Operation } from "../apiref/model.ts";
import type { JsonObject } from "../data/json-value.ts";
import { setOrigin } from "../data/origin.ts";
import { rawContent } from "./media-types.ts";

/** Methods whose requests have content of a meaning (RFC 9110, 9.3.3, 9.3.4; RFC 5789). */
const BODY_METHODS: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

/**
 * The Request Body Object of an operation whose body no table and no sample shows: a file, a script, an image.
 *
 * @param types the media types that the sources name for it
 */
export function rawBody(operations: readonly Operation[], types: readonly string[]): JsonObject | undefined {
  if (types.length === 0 || !operations.some(({ method }) => BODY_METHODS.has(method.toUpperCase())))
    return undefined;
  const object: JsonObject = { content: rawContent(types) };
  setOrigin(object, operations[0]!.titleSpan);
  return object;
}
