import type { Directive, Section } from "../rst/tree.ts";
import type { TreeFiles } from "./tree-files.ts";

/** A question that was asked of the tree's files, and the answer. */
interface Asked {
  readonly ask: (files: TreeFiles) => Answer;
  readonly answer: Answer;
}
type Answer = { readonly file?: object | undefined; readonly failure?: string | undefined };

/**
 * What was last read from single directives and from the sections of operations. The same directive in the same place,
 * for which the files that it names are the same, gives the same rows and samples: the very objects, by which what was
 * made of them is known in turn.
 */
export class ReadingMemory {
  readonly #known = new WeakMap<
    Directive | Section,
    { readonly place: string; readonly asked: readonly Asked[]; readonly result: unknown }
  >();

  /** @param place all that `read` depends on beside the directive or section and the files */
  recall<Result>(
    source: Directive | Section,
    place: readonly unknown[],
    files: TreeFiles,
    read: (files: TreeFiles) => Result,
  ): Result {
    const placeText = JSON.stringify(place);
    const known = this.#known.get(source);
    // The questions are asked again in any case: the files are noted as read by that.
    if (known?.place === placeText && known.asked.every(({ ask, answer }) => isSame(ask(files), answer)))
      return known.result as Result;
    const asked: Asked[] = [];
    const noted = <One extends Answer>(ask: (files: TreeFiles) => One): One => {
      const answer = ask(files);
      asked.push({ ask, answer });
      return answer;
    };
    const result = read({
      root: files.root,
      read: (path) => noted((all) => all.read(path)),
      parametersFile: (path) => noted((all) => all.parametersFile(path)),
      statusFile: (path) => noted((all) => all.statusFile(path)),
    });
    this.#known.set(source, { place: placeText, asked, result });
    return result;
  }
}

function isSame(a: Answer, b: Answer): boolean {
  return a.file === b.file && a.failure === b.failure;
}
