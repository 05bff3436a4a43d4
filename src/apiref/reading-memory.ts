import type { Block } from "../rst/tree.ts";
import { Recollection } from "../text/recollection.ts";
import type { TreeFiles } from "./tree-files.ts";

/**
 * What was last read from single blocks and from the sections of operations. The same block in the same place,
 * for which the files that it names are the same, gives the same rows and samples.
 */
export class ReadingMemory {
  readonly #known = new Recollection<Block, Omit<TreeFiles, "root">>();

  /**
   * @param place plain data: all that `read` depends on beside the block and the files
   * @param around objects that it depends on as well
   */
  recall<Result>(
    source: Block,
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

/** The part of a memory that holds it. */
export const readingMemory = (): ReadingMemory => new ReadingMemory();
