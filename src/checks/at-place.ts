import type { ParameterRow } from "../apiref/model.ts";
import type { Definition } from "../apiref/parameters-file.ts";
import type { Draft, RelatedPlace } from "../findings/finding.ts";

/** What is said of the place that a definition gives. */
export interface PlaceFault {
  /** What contradicts it, as a clause: `only requests with a body look it up`. */
  readonly why: string;
  /** What to write: the place in backquotes, and what may follow it. */
  readonly meant: string;
}

/** The finding at the `in` of a definition that the rows which look it up contradict. @param shown other places that do */
export function atPlace(
  definition: Definition,
  { why, meant }: PlaceFault,
  rows: readonly ParameterRow[],
  shown: readonly RelatedPlace[] = [],
): Draft {
  return {
    message: `\`${definition.key}\` is \`in: ${definition.in}\`, but ${why}. Write ${meant}.`,
    span: definition.fields.get("in")?.valueSpan ?? definition.keySpan,
    related: [...shown, ...rows.map(({ span }) => ({ span, message: "looked up here" }))],
  };
}
