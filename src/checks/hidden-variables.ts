import type { Operation } from "../apiref/model.ts";
import { isWrittenPlainly, undocumentedVariables, type Variable } from "../apiref/url-rows.ts";
import { remembered } from "../text/remembered.ts";
import { addsOnly } from "./partial-tables.ts";
import { refersElsewhere } from "./told-in-text.ts";

/**
 * The variables that no row documents, nor was meant to, and that the URL has in another notation, so that os-api-ref does not
 * miss the row yet: who mends the URL adds the row as well.
 */
export const hiddenVariables = remembered((operation: Operation): readonly Variable[] => {
  const hidden = undocumentedVariables(operation).flatMap(({ variable, elsewhere, meant }) =>
    (elsewhere ?? meant) !== undefined || isWrittenPlainly(variable) ? [] : variable,
  );
  return hidden.length === 0 || refersElsewhere(operation) || addsOnly(operation, "request") ? [] : hidden;
});
