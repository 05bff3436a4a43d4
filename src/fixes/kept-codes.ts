import type { ApiRef } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";

/**
 * The names of the operations that have other status codes in one reading of a tree than in another. Moving codes from
 * prose into lists must not give them to another operation, as it may where a part brings further sections or titles skip
 * levels.
 */
export function operationsWithOtherCodes(before: ApiRef, after: ApiRef): Set<string> {
  const [ours, theirs] = [codesOf(before), codesOf(after)];
  const changed = new Set<string>();
  for (const [key, { name }] of [...ours, ...theirs])
    if (ours.get(key)?.codes !== theirs.get(key)?.codes) changed.add(name);
  return changed;
}

/** The codes of each operation; of those with one name by the order in which they come. */
function codesOf({ documents }: ApiRef): Map<string, { readonly name: string; readonly codes: string }> {
  const counts = new Map<string, number>();
  const found = new Map<string, { readonly name: string; readonly codes: string }>();
  for (const { operations } of documents)
    for (const operation of operations) {
      const name = operationName(operation);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const codes = [...new Set(operation.statuses.map(({ code }) => code))].sort().join(" ");
      found.set(`${count} ${name}`, { name, codes });
    }
  return found;
}
