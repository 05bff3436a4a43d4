import { isDeepStrictEqual } from "node:util";
import { shownOperations } from "../sphinx-page.mjs";
import { unexplained } from "./unexplained.mjs";

/** @typedef {import("./allowances.mjs").Allowances} Allowances */

/**
 * Compares the pages of a tree before and after a fix.
 *
 * @param {ReadonlyMap<string, string[]>} before document trees by name, as `renderPages` gives them
 * @param {ReadonlyMap<string, string[]>} after
 * @param {Allowances} allowances
 * @returns {{ operations: number, codes: number, explained: number, problems: string[] }} codes: how many were in prose
 */
export function pageDifferences(before, after, allowances) {
  const counts = { operations: 0, codes: 0, explained: 0 };
  const problems = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const old = shownOperations(before.get(name) ?? []);
    const fresh = shownOperations(after.get(name) ?? []);
    if (old.length !== fresh.length) problems.push(`${name} has other operations`);
    for (const [index, operation] of old.entries()) {
      const other = fresh[index];
      if (other === undefined) continue;
      if (index > 0) counts.operations++;
      counts.codes += operation.prose.size;
      const { problems: found, explained } = unexplained(operation.rest, other.rest, allowances);
      counts.explained += explained;
      for (const problem of [...found, ...codeProblems(operation, other, allowances)])
        problems.push(`${name}, ${operation.title}: ${problem}`);
    }
  }
  return { ...counts, problems };
}

/** Whether an operation shows all its codes, and no more. */
function codeProblems(before, after, { codes }) {
  const all = ({ prose, listed, rest }) =>
    [...new Set([...prose, ...listed, ...rest.flatMap(codeIn)])].sort();
  const [old, fresh] = [all(before), all(after)];
  if (!isDeepStrictEqual(old, fresh)) return [`shows ${fresh.join(", ")} instead of ${old.join(", ")}`];
  return codes && after.prose.size > 0 ? [`still has prose codes ${[...after.prose].join(", ")}`] : [];
}

/** The code of a table without a title of its own. */
function codeIn(line) {
  return /<http_code code="(\d+)"/.exec(line)?.slice(1) ?? [];
}
