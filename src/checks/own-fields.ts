import type { Definition, Field } from "../apiref/parameters-file.ts";

/**
 * The fields that are written in a definition itself, not brought in from another by `<<` or an alias: a mistake
 * is told where it stands, once.
 */
export function ownFields({ span, fields }: Definition): ReadonlyMap<string, Field> {
  const own = [...fields].filter(
    ([, { nameSpan, valueSpan }]) =>
      nameSpan.start >= span.start && valueSpan.start >= nameSpan.end && valueSpan.end <= span.end,
  );
  return own.length === fields.size ? fields : new Map(own);
}
