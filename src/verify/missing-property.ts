import type { Operation, ParameterRow, Side } from "../apiref/model.ts";
import type { JsonType } from "../schema/types.ts";

/** A property that evidence has and a table lacks: all that a new row and its definition would say. */
export interface MissingProperty {
  readonly operation: Operation;
  readonly side: Side;
  /** From the body down: `["servers", "[]", "locked"]`; `[]` for the items of a list, `{}` for the values of a map. */
  readonly path: readonly string[];
  /** The types that were seen, or that the schema names; none where nothing is known. */
  readonly types: readonly JsonType[];
  /** Whether it is always there: the schema requires it, or all objects that were seen have it. */
  readonly required: boolean;
  /** Which `rest_parameters` of the operation lacks it; undefined where the side has none. */
  readonly table: number | undefined;
  /** The rows of that table between which it belongs, by the order of the evidence. */
  readonly after: ParameterRow | undefined;
  readonly before: ParameterRow | undefined;
}
