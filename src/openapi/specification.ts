import type { JsonObject } from "../data/json-value.ts";
import type { Span } from "../text/span.ts";

export type { Json, JsonObject } from "../data/json-value.ts";

/** The OpenAPI document made from an api-ref, and where it came from. */
export interface Specification {
  readonly document: JsonObject;
  /** JSON pointer (`/paths/~1v2~1shares/get`) → the place in the sources. */
  readonly sourceMap: ReadonlyMap<string, Span>;
}
