/** What edits of the sources may change on the pages. */
export type Allowances = object;

/** Reads a unified diff as `apiref fix --dry-run` prints it; `rules` are those that are fixed, none means all. */
export function allowancesOf(
  diff: string,
  rules: readonly string[],
): { allowances: Allowances; problems: string[] };
