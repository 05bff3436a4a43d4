import type { ApiRef, Operation } from "../apiref/model.ts";
import { operationName } from "../apiref/targets.ts";
import type { Section } from "../rst/tree.ts";

/**
 * The names of the operations that have other status codes in one reading of a tree than in another, or whose sections
 * are of another level there, and of those round the latter. Moving codes from prose into lists must not give them to
 * another operation, nor an operation to the new section of another, as it may where a part brings further sections or
 * titles skip levels.
 */
export function changedOperations(before: ApiRef, after: ApiRef): Set<string> {
  const [ours, theirs] = [readingsOf(before), readingsOf(after)];
  const changed = new Set<string>();
  for (const [key, { names }] of [...ours, ...theirs])
    if (ours.get(key)?.state !== theirs.get(key)?.state) for (const name of names) changed.add(name);
  return changed;
}

/** What is to stay of an operation, and the names of all that may be to blame where it does not. */
interface Reading {
  readonly names: readonly string[];
  readonly state: string;
}

/** The reading of each operation; of those with one name by the order in which they come. */
function readingsOf({ documents }: ApiRef): Map<string, Reading> {
  const counts = new Map<string, number>();
  const found = new Map<string, Reading>();
  for (const { operations } of documents) {
    const nameOf = new Map<Section | undefined, string>();
    for (const operation of operations) {
      const name = operationName(operation);
      nameOf.set(operation.section, name);
      const around = operation.outer && nameOf.get(operation.outer);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      found.set(`${count} ${name}`, {
        names: around === undefined ? [name] : [name, around],
        state: stateOf(operation),
      });
    }
  }
  return found;
}

function stateOf({ section, statuses }: Operation): string {
  const codes = [...new Set(statuses.map(({ code }) => code))].sort().join(" ");
  return `${section?.depth ?? 0}: ${codes}`;
}
