import type { Operation, ParameterRow } from "../apiref/model.ts";
import { singularWords } from "../text/words.ts";

/**
 * Whether the variables that two operations have at one place of a path identify different things, as their definitions say:
 * an action that is started, and the task that was made of it; an address in one, the name of an entry in the other.
 */
export function areTwoThings(first: Operation, operation: Operation, index: number): boolean {
  const one = rowAt(first, index);
  const other = rowAt(operation, index);
  if (one?.definition === undefined || other?.definition === undefined || one.key === other.key) return false;
  const words = namedIn(one);
  if (namedIn(other).some((word) => words.includes(word))) return false;
  const texts = [one, other].map(({ definition }) => singularWords(definition!.description));
  if (texts.some((text) => text.length === 0) || texts[0]!.join() === texts[1]!.join()) return false;
  const identifiers = [one, other].filter((row) => isIdentifier(row));
  if (identifiers.length === 1) return true;
  if (identifiers.length === 2)
    return (
      first.method.toUpperCase() !== operation.method.toUpperCase() &&
      [one, other].every(({ name }) => IDENTIFIER.test(name)) &&
      [one, other].every((row, at) => namedIn(row).every((word) => texts[at]!.includes(word)))
    );
  return !texts[0]!.some((word) => !COMMON.has(word) && texts[1]!.includes(word));
}

/** The row of the request that says what stands in a variable of the path, whatever place its definition gives. */
function rowAt({ target, rows }: Operation, index: number): ParameterRow | undefined {
  const name = target.variables[index]!.name;
  return rows.find((row) => row.side === "request" && row.name === name);
}

const IDENTIFIER = /[-_](?:id|uuid)$/;

/** The words that say what a name is of: `screw` of `screw_id`, none of `id`. */
function namedIn({ name }: ParameterRow): string[] {
  return singularWords(name.replace(IDENTIFIER, "")).filter((word) => word !== "id" && word !== "uuid");
}

/** Whether what a row takes is an id, as its name or its text says. */
function isIdentifier({ name, definition }: ParameterRow): boolean {
  return /(?:^|[-_])(?:id|uuid)$/.test(name) || /\b(?:id|uuid|identifier)s?\b/i.test(definition!.description);
}

/** Words of descriptions that say nothing of a thing. */
const COMMON: ReadonlySet<string> = new Set([
  ..."a an the of for in to that which this is are and or name key value from by with on".split(" "),
]);
