import type { Draft, RelatedPlace } from "../findings/finding.ts";
import type { Mismatch } from "../samples/check.ts";
import { type Charge, fieldOf } from "./blame.ts";
import { inOperation } from "./naming.ts";

/** The finding at the sample. */
export function atSample({ mismatch, operations }: Charge): Draft {
  const { message, span, guessed } = mismatch;
  const related = relatedPlaces(mismatch);
  return {
    message,
    span,
    // What rests on a guess is no error.
    ...(guessed === true ? { severity: "warning" } : {}),
    ...(related.length === 0 ? {} : { related }),
    ...inOperation([...operations.keys()][0]),
  };
}

/** The field of the definition and the row that say otherwise, or the row that was meant. */
export function relatedPlaces({ row, keyword, meantRow }: Mismatch): RelatedPlace[] {
  if (meantRow !== undefined) return [{ span: meantRow.nameSpan, message: "the row" }];
  if (row === undefined) return [];
  const named = { span: row.nameSpan, message: "the row" };
  if (row.definition === undefined) return [named];
  const place = keyword === undefined ? row.definition.keySpan : fieldOf(row.definition, keyword).span;
  return [{ span: place, message: "defined here" }, named];
}
