import type { Operation, ParameterRow } from "../apiref/model.ts";

const ENDINGS: Readonly<Record<"path" | "query", RegExp>> = {
  path: /^[-_](?:in[-_])?path$/,
  query: /^[-_](?:in[-_])?query$/,
};

/**
 * How a definition of a place would be called for a row as those of the operation are: `widget_id_path` beside `project_id:
 * project_id_path`; undefined where that is not known, or there is one.
 */
export function exampleKey(
  { name, file }: ParameterRow,
  { rows }: Operation,
  place: "path" | "query",
): string | undefined {
  const [ending] = rows.flatMap((row) =>
    row.definition?.in === place && row.key.startsWith(row.name)
      ? (ENDINGS[place].exec(row.key.slice(row.name.length)) ?? [])
      : [],
  );
  const key = `${name}${ending}`;
  return ending === undefined || file?.definitions.has(key) ? undefined : key;
}
