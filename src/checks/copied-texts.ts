import type { Operation } from "../apiref/model.ts";
import { pathShape } from "../apiref/targets.ts";
import { groupedBy } from "../text/grouped.ts";
import { singularWords } from "../text/words.ts";

/** A description that is another operation's, word for word. */
export interface CopiedText {
  readonly operation: Operation;
  /** The operation that it was written for. */
  readonly own: Operation;
  /** What the operation is about and the text says nothing of: a word of its title and of its path. */
  readonly missing: string;
}

const REMARK = /\([^()]*\)/g;

/** Words of titles that name nothing. */
const NO_NAMES: ReadonlySet<string> = new Set(
  "add all and change create delete detail details for from get in information list modify new of on remove retrieve show specific specified the to update view with".split(
    " ",
  ),
);

/**
 * The operations whose description is that of another resource: the same text stands at an operation whose title it has all
 * words of, and here it lacks one that tells this title and path from that one (`Makes a bolt of a widget.` below `Create
 * widget group bolt`).
 *
 * @param textOf the description as one line; undefined without one
 */
export function* copiedTexts(
  operations: readonly Operation[],
  textOf: (operation: Operation) => string | undefined,
): Iterable<CopiedText> {
  const described = operations.filter((operation) => textOf(operation) !== undefined);
  for (const [text, same] of groupedBy(described, textOf)) {
    if (same.length < 2) continue;
    const said = namesIn(text!);
    const own = same.find(({ title }) => {
      const names = namesOf(title);
      return names.length > 0 && names.every((name) => isIn(said, name));
    });
    if (own === undefined) continue;
    const ownPath = namesIn(fixedPath(own));
    for (const operation of same) {
      if (pathShape(operation.target.path) === pathShape(own.target.path)) continue;
      const path = namesIn(fixedPath(operation));
      // A verb of one's own is no other resource.
      const [, ...names] = namesIn(operation.title.replace(REMARK, " "));
      const missing = names.find(
        (name) => !NO_NAMES.has(name) && !isIn(said, name) && path.has(name) && !ownPath.has(name),
      );
      if (missing !== undefined) yield { operation, own, missing };
    }
  }
}

/** What a title names, without its remarks in brackets. */
function namesOf(title: string): string[] {
  return [...namesIn(title.replace(REMARK, " "))].filter((name) => !NO_NAMES.has(name));
}

/** Whether a text has a word, or a longer one that it is short for: `spec` for `specification`. */
function isIn(said: ReadonlySet<string>, name: string): boolean {
  return said.has(name) || (name.length >= 4 && [...said].some((word) => word.startsWith(name)));
}

function namesIn(text: string): Set<string> {
  return new Set(singularWords(text));
}

function fixedPath({ target }: Operation): string {
  return target.path.replace(/\{[^{}]*\}/g, " ");
}
