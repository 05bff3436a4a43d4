import type { Directive, Section } from "../rst/tree.ts";
import { Recollection } from "../text/recollection.ts";
import type { TreeFiles } from "./tree-files.ts";

/**
 * What was last read from single directives and from the sections of operations. The same directive in the same place,
 * for which the files that it names are the same, gives the same rows and samples.
 */
export class ReadingMemory {
  readonly #known = new Recollection<Directive | Section, Omit<TreeFiles, "root">>();

  /**
   * @param place plain data: all that `read` depends on beside the directive or section and the files
   * @param around objects that it depends on as well
   */
  recall<Result>(
    source: Directive | Section,
    place: readonly unknown[],
    { root, read: file, parametersFile, statusFile }: TreeFiles,
    read: (files: TreeFiles) => Result,
    around: readonly object[] = [],
  ): Result {
    const asks = { read: file, parametersFile, statusFile };
    return this.#known.recall(source, [root, JSON.stringify(place), ...around], asks, (asked) =>
      read({ root, ...asked }),
    );
  }
}
