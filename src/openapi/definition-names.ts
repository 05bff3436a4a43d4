import type { ParameterRow } from "../apiref/model.ts";
import { knownBounds, rowVersions } from "../apiref/versions.ts";

/**
 * The key of a row's definition, and what may tell it from another component of that key: whether it must be given, the
 * name in the row, the folder of the file, the microversion; of its own that first.
 */
export function definitionNames(row: ParameterRow, required?: boolean): string[] {
  const { key, file, definition } = row;
  const [base = "", folder = ""] =
    file?.file.path
      .replace(/\.ya?ml$/, "")
      .split("/")
      .reverse() ?? [];
  const { minVersion } = knownBounds(rowVersions(row));
  const versioned = minVersion === undefined ? [] : [`${key}-${minVersion}`];
  return [
    key,
    ...(isUnbound(row) ? [] : versioned),
    ...(required === undefined || required === definition?.required ? [] : [`${key}-optional`]),
    // What the key says already is the name without what the key adds: `lamp_id` of `lamp_id_path`.
    ...(row.name === key ? [] : [key.includes(row.name) ? row.name : `${key}-${row.name}`]),
    `${key}-${folder}`,
    `${key}-${base}`,
    ...(isUnbound(row) ? versioned : []),
    `${key}-${row.name}-${folder}`,
  ];
}

/** Whether a row holds wherever its definition does: of several with one key it is what the key means. */
export function isUnbound({ minVersion, maxVersion }: ParameterRow): boolean {
  return minVersion === undefined && maxVersion === undefined;
}
