import type { Operation } from "../apiref/model.ts";
import type { JsonObject } from "../data/json-value.ts";
import type { SampleCheck } from "../samples/check.ts";
import type { Span } from "../text/span.ts";

export type { Json, JsonObject } from "../data/json-value.ts";

/** The OpenAPI document made from an api-ref, with what its making brought to light. */
export interface Specification {
  readonly document: JsonObject;
  /** JSON pointer (`/paths/~1v2~1shares/get`) → the place in the sources. */
  readonly sourceMap: ReadonlyMap<string, Span>;
  /** Operations that must have a body and of whose body the sources say nothing. */
  readonly undocumentedActions: readonly Operation[];
  /** Each JSON sample against its schema. */
  readonly samples: readonly SampleCheck[];
}
